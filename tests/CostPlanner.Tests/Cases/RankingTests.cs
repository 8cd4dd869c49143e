using CostPlanner.Model;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Cases;

/// <summary>Options are ranked by what they cost in money of today.</summary>
public class RankingTests
{
    // The case of SmallCaseTests: staying costs 130,912 over 5 years, leaving 125,477. Leaving is 16,765 + 7,400 = 24,165 behind after its first year, of which 24,165 is paid
    // in month 0 but for a few lines of the move; then it saves 7,400 in months 12, 24, 36 and 48. At 20 % a year these are worth 7,400 x (1/1.2 + 1/1.44 + 1/1.728 +
    // 1/2.0736) = 7,400 x 2.58873 = 19,157 today: less than 24,165, so staying comes first. At 2 % they are worth 7,400 x 3.80773 = 28,177: leaving does.
    [Theory]
    [InlineData(0.2, "stay leave")]
    [InlineData(0.02, "leave stay")]
    [InlineData(0, "leave stay")]
    public void The_ranking_goes_by_present_cost_and_not_by_the_total(double rate, string ranking)
    {
        var result = At((decimal)rate);
        Assert.Equal(ranking, string.Join(' ', result.Ranking.Select(option => option.Option.Id)));
        Assert.Equal(result.Ranking.First().Option.Id, result.Cheapest!.Option.Id);
        Assert.Equal((130_912m, 125_477m), (Option(result, "stay").Costs.Total.Amount, Option(result, "leave").Costs.Total.Amount));
    }

    // 24,165 - 19,157 = 5,008 more in money of today, 5,435 less undiscounted: both stand in the comparison, each with its share.
    [Fact]
    public void A_saving_is_told_undiscounted_and_of_present_value()
    {
        var result = At(0.2m);
        var comparison = Option(result, "leave").Comparison!;
        Assert.Equal(5_435m, comparison.Saving.Amount);
        Assert.Equal(-5_008m, decimal.Round(comparison.PresentSaving.Amount));
        Assert.Equal(comparison.PresentSaving / Option(result, "stay").PresentCost, comparison.PresentShare);
    }

    [Fact]
    public void Without_a_discount_rate_present_and_undiscounted_are_one()
    {
        var result = At(0);
        Assert.All(result.Options, option => Assert.Equal(option.Costs.Total, option.PresentCost));
        var comparison = Option(result, "leave").Comparison!;
        Assert.Equal((comparison.Saving, comparison.Share), (comparison.PresentSaving, comparison.PresentShare));
    }

    // An option that lacks something that is required keeps its total, and no rank.
    [Fact]
    public void What_is_not_eligible_has_a_total_and_no_rank()
    {
        var result = At(0).Case;
        var barred = result with
        {
            Options = [.. result.Options.Select(option => option.Option.Id == "leave" ? option with { Eligibility = new() { Why = Message.Of("payback.never") } } : option)],
        };
        var leave = barred.Options.Single(option => option.Option.Id == "leave");
        Assert.Equal((true, false), (leave.HasTotal, leave.IsRanked));
        Assert.Equal("stay", barred.Cheapest!.Option.Id);
        Assert.Equal("stay", string.Join(' ', barred.Ranking.Select(option => option.Option.Id)));
    }

    private static OptionCase Option(CaseStudy result, string id) => result.Options.Single(option => option.Option.Id == id);

    private static CaseStudy At(decimal rate) => Studied.Of(new CaseInputs(
        Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vs"), Estate.Option("leave", PlatformFamily.Kvm, "px")) with
        {
            Assumptions = [new AssumptionOverride(AssumptionIds.DiscountRate, rate, new Provenance("the test", "2026", Grade.C, "1"))],
        },
        Estate.Alike(hosts: 4, vms: 20),
        new PriceBook([Estate.Row("vs", "core", 150, "min-per-socket=16"), Estate.Row("px", "socket", 550)]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([]),
        Assumed.Plain));
}
