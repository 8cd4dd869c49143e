using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>Switches of double running and of renewals: the surcharge for late ones, the order minimum, support.</summary>
/// <remarks>Two hosts of 2 x 16 cores: 64 cores. VVF costs 135 a core for three years, 190 for one; the scenario's day is 2026-10-01.</remarks>
public class LateRenewalTests
{
    private static readonly TodaysContract Ended = Contracted.Contract(new DateOnly(2026, 8, 31));
    private static readonly TodaysContract Running = Contracted.Contract(new DateOnly(2027, 6, 30));

    // 64 x 135 = 8,640 in month 0, and 20 % of it: 1,728.
    [Fact]
    public void Who_renews_after_the_end_pays_20_percent_of_the_first_year_more() =>
        Assert.Equal([("late-vvf-3y", 0, 1_728m)], Late(Inputs(Ended), "stay"));

    // 12,000 x 20 % = 2,400: as today is renewed as late.
    [Fact]
    public void As_today_pays_it_too() => Assert.Equal([("late-contract-prolonged", 0, 2_400m)], Late(Inputs(Ended), ScenarioOption.TodayId));

    // Prepared for 12 months, done in month 13: two years of 64 x 190 = 12,160, and 20 % of the first: 2,432.
    [Fact]
    public void Double_running_that_begins_late_pays_it_once() =>
        Assert.Equal([("late-parallel-vvf-1y", 0, 2_432m)], Late(Inputs(Ended, (AssumptionIds.MigrationPreparation, 12)), "leave"));

    [Fact]
    public void Who_renews_in_time_pays_none() => Assert.Empty(Late(Contracted.Inputs(Running), "stay"));

    [Fact]
    public void Another_product_is_no_renewal() =>
        Assert.Empty(Late(Contracted.Inputs(Ended with { Products = ["px"] }), "stay"));

    [Theory]
    [InlineData(LateRenewal.Always, 1)]
    [InlineData(LateRenewal.Never, 0)]
    public void The_scenario_may_say_otherwise(LateRenewal said, int lines)
    {
        Assert.Equal(lines, Late(Contracted.Inputs(Running).Under(scenario => scenario with { LateRenewal = said }), "stay").Count);
        Assert.Equal(lines, Late(Contracted.Inputs(Ended).Under(scenario => scenario with { LateRenewal = said }), "stay").Count);
    }

    // The contract runs on unless notice is given: nothing was ordered late.
    [Fact]
    public void A_contract_that_runs_on_by_itself_is_not_late() => Assert.Empty(Late(Contracted.Inputs(Ended with { NoticeMonths = 3 }), "stay"));

    // 64 cores are below a minimum of 72: 72 x 190 = 13,680. The one-year term of the edition that the contract covers is a renewal, not a new order.
    [Theory]
    [InlineData(OrderMinimum.Off, 12_160)]
    [InlineData(OrderMinimum.NewOrders, 12_160)]
    [InlineData(OrderMinimum.AllOrders, 13_680)]
    public void The_order_minimum_holds_for_double_running(OrderMinimum minimum, decimal paid)
    {
        var inputs = Contracted.Inputs(Running, (AssumptionIds.MigrationPreparation, 12)).Under(scenario => scenario with { OrderMinimum = minimum });
        inputs = inputs with
        {
            Prices = new PriceBook(
                [.. inputs.Prices.Rows, Estate.Row("vvf-1y-min72", "core", 190, "min-per-socket=16;min-per-order=72") with { InsteadOf = "vvf-1y", TermYears = 1 }]),
        };
        Assert.Equal(paid, Double(inputs, "leave").Sum(each => each.Amount));
    }

    [Fact]
    public void Owned_licences_run_on_without_support_only_where_none_is_needed()
    {
        var inputs = Contracted.Inputs(Running with { IsPerpetual = true }, (AssumptionIds.MigrationPreparation, 12));
        Assert.Equal([("parallel-contract", 9, 12_000m)], Double(inputs, "leave"));
        var without = inputs.Under(scenario => scenario with { Support = SupportNeed.Optional });
        Assert.Equal(0, Double(without, "leave").Sum(each => each.Amount));
        Assert.Contains(Costs(without, "leave").Lines, line => line.Id == "parallel-owned" && !line.IsHole);
    }

    private static CaseInputs Inputs(TodaysContract contract, params (string, decimal)[] assumptions) =>
        Contracted.Inputs(contract, [(AssumptionIds.LateRenewal, 0.2m), .. assumptions]);

    private static CostPlanner.Pricing.Returns.CostSheet Costs(CaseInputs inputs, string option) =>
        Contracted.Priced(inputs).Options.Single(each => each.Option.Id == option).Costs;

    private static List<(string Id, int Month, decimal Amount)> Late(CaseInputs inputs, string option) =>
        [.. Paid(inputs, option).Where(each => each.Id.StartsWith("late-", StringComparison.Ordinal))];

    private static List<(string Id, int Month, decimal Amount)> Double(CaseInputs inputs, string option)
    {
        var ids = Costs(inputs, option).Lines.Where(line => line.Category == CostCategory.DoubleRunning).Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Paid(inputs, option).Where(each => ids.Contains(each.Id))];
    }

    private static IEnumerable<(string Id, int Month, decimal Amount)> Paid(CaseInputs inputs, string option) =>
        Costs(inputs, option).Lines.SelectMany(line => line.Payments.Select(payment => (line.Id, payment.Month, payment.Amount.Amount)));
}
