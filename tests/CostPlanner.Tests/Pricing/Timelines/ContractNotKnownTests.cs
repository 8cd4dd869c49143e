using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>A contract of which the price, or the end, is not known.</summary>
public class ContractNotKnownTests
{
    private static readonly DateOnly Ends = new(2027, 6, 30);

    private static TodaysContract Unpriced => Contracted.Contract(Ends) with { PerYear = null };

    [Fact]
    public void Without_its_price_going_on_as_today_has_no_total()
    {
        var today = Contracted.Priced(Contracted.Inputs(Unpriced)).Today!;
        Assert.False(today.IsRanked);
        Assert.Equal(["hole.todays-price"], today.Costs.Lines.Where(line => line.IsHole).Select(line => line.Hole!.Id));
    }

    // What is owed until the end of 2027-06-30 is the same in every option, and in none: the others are ranked among each other.
    [Fact]
    public void What_is_owed_and_not_known_keeps_no_other_option_from_its_rank()
    {
        var result = Contracted.Priced(Contracted.Inputs(Unpriced));
        Assert.All(result.Options.Where(option => !option.Option.IsToday), option => Assert.True(option.IsRanked));
        Assert.All(result.Options, option => Assert.DoesNotContain(option.Costs.Lines, line => line.Category == CostCategory.TodaysContract));
    }

    // Its products are known: 64 cores x 190 for a year in month 9, as with a price.
    [Fact]
    public void Its_products_serve_double_running_all_the_same() => Assert.Equal(
        [("parallel-vvf-1y", 9, 12_160m)], Paid(Unpriced));

    // The support of owned licences at a price that nobody says, and no product named: nothing can be bought, so it is asked for.
    [Fact]
    public void Without_price_and_products_double_running_is_asked_for() => Assert.Equal(
        ["hole.todays-platform"],
        Leaving(Unpriced with { IsPerpetual = true, Products = [] }, stays: false).Lines.Where(line => line.IsHole).Select(line => line.Hole!.Id));

    // A product that is bought once and whose price is not known has no line that is paid yearly: that is no reason to pay nothing.
    [Fact]
    public void Owned_licences_without_any_price_are_no_way_to_pay_nothing()
    {
        var costs = Leaving(Unpriced with { IsPerpetual = true, Products = ["owned"] });
        Assert.False(costs.IsComplete);
    }

    // Nobody says until when it is paid: no month is covered. 13 months to the end of the move are two years of 64 x 190.
    [Fact]
    public void Where_its_end_is_not_known_no_month_is_covered() => Assert.Equal(
        [("parallel-vvf-1y", 0, 12_160m), ("parallel-vvf-1y", 12, 12_160m)], Paid(Contracted.Contract(Ends) with { Ends = null }));

    // It ended on 2026-08-31 and needs notice: it ran on for a year, to 2027-08-31. Notice of 2 months is due on 2027-06-30, and the 11 months left are paid.
    [Fact]
    public void A_contract_that_needs_notice_and_ended_has_run_on()
    {
        var course = CostPlanner.Pricing.Timelines.ContractTerm.Of(
            Contracted.Inputs(Contracted.Contract(new DateOnly(2026, 8, 31)) with { NoticeMonths = 2 }).Scenario)!;
        Assert.Equal((11, new DateOnly(2027, 6, 30), false), (course.Ends, course.NoticeBy, course.IsProlonged));
        Assert.Empty(course.Owed);
    }

    private static CostPlanner.Pricing.Returns.CostSheet Leaving(TodaysContract contract, bool stays = true)
    {
        var inputs = Contracted.Inputs(contract, (AssumptionIds.MigrationPreparation, 12));
        inputs = inputs with
        {
            Prices = new PriceBook([.. inputs.Prices.Rows, Estate.Row("owned", "socket", 0) with { Price = null, Kind = LicenceKind.Perpetual }]),
        };
        return Contracted.Priced(stays ? inputs : inputs.Under(scenario => scenario with
        {
            Options = [.. scenario.Options.Where(option => option.Id != "stay")], Baseline = "leave",
        })).Options.Single(option => option.Option.Id == "leave").Costs;
    }

    private static IEnumerable<(string, int, decimal)> Paid(TodaysContract contract) => Leaving(contract).Lines
        .Where(line => line.Category == CostCategory.DoubleRunning)
        .SelectMany(line => line.Payments.Select(payment => (line.Id, payment.Month, payment.Amount.Amount)));
}
