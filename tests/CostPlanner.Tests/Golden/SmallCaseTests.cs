using CostPlanner.Model;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Golden;

/// <summary>A whole case small enough to be reckoned by hand.</summary>
public class SmallCaseTests
{
    // Four hosts of 2 x 16 cores and 256 GiB; one may fail. A host promises (32 - 2) x 4 x 0.8 = 96 vCPUs and, on ESXi, (256 -
    // 3 % = 248.32) x 0.9 = 223.488 GiB, on KVM (256 - 4) x 0.9 = 226.8 GiB. 20 VMs of 2 vCPUs and 8 GiB need 40 vCPUs and
    // 160 GiB: one host carries them and one may fail, so 2 hosts of the 4.
    private static readonly CaseStudy Result = Studied.Of(new CaseInputs(
        Estate.Scenario(
            Estate.Option("stay", PlatformFamily.VSphere, "vs"),
            Estate.Option("leave", PlatformFamily.Kvm, "px"),
            Estate.Option("unpriced", PlatformFamily.Xen, "xs")),
        Estate.Alike(hosts: 4, vms: 20),
        new PriceBook([Estate.Row("vs", "core", 150, "min-per-socket=16"), Estate.Row("px", "socket", 550), Estate.Row("xs", "socket", null)]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([]),
        Assumed.Plain));

    // Staying, over 5 years:
    //   licences      2 x 32 = 64 cores x 150 x 5                              = 48,000
    //   maintenance   2 x 1,000 x 5                                            = 10,000
    //   energy        2 x 400 W x 1.5 x 8,760 h / 1,000 = 10,512 kWh x 0.2 x 5 = 10,512
    //   rack          4 units x 10 x 60                                        =  2,400
    //   staff         20 / 100 x 60,000 x 5                                    = 60,000
    [Theory]
    [InlineData(CostCategory.PlatformLicences, 48_000)]
    [InlineData(CostCategory.HardwareMaintenance, 10_000)]
    [InlineData(CostCategory.Energy, 10_512)]
    [InlineData(CostCategory.Rack, 2_400)]
    [InlineData(CostCategory.Staff, 60_000)]
    [InlineData(CostCategory.Migration, 0)]
    public void Staying_by_category(CostCategory category, int expected) => Assert.Equal(expected, Option("stay").Costs.TotalOf(category).Amount);

    // Leaving: 20 VMs at 10 a week move in 2 weeks, within the first month. Licences 4 x 550 x 5 = 11,000; 20 VMs x 500 = 10,000; a year of the
    // old licences for the four hosts of today 128 x 150 = 19,200; training 0.2 x 10 h x 75 = 150; the two hosts that are not needed any more run on in that month: their
    // maintenance, paid by the year, 2 x 1,000 = 2,000, energy 876 kWh x 0.2 = 175.2, rack 4 x 10 = 40; the rest as before: 82,912.
    // In all 125,477 against 130,912: 5,435 less.
    [Fact]
    public void Leaving_in_all()
    {
        Assert.Equal(130_912m, Option("stay").Costs.Total.Amount);
        Assert.Equal(125_477m, Option("leave").Costs.Total.Amount);
        Assert.Equal(5_435m, Option("leave").Comparison!.Saving.Amount);
        Assert.Equal(5_435m / 130_912m, Option("leave").Comparison!.Share);
    }

    // Year 1: staying pays 9,600 + 2,000 + the same; leaving 2,200 + 4,000 + 19,200 + 10,000 + 150 + 215: 24,165 behind after
    // 12 months. Each year from the second on 7,400 are saved in its first month: month 12 -> 16,765 behind, 24 -> 9,365, 36 -> 1,965, 48 -> 5,435 ahead.
    [Fact]
    public void Leaving_pays_back_in_the_fifth_year() => Assert.Equal(48, Option("leave").Comparison!.PaybackMonth);

    [Fact]
    public void The_option_without_a_price_has_a_lower_bound_and_no_comparison()
    {
        var option = Option("unpriced");
        Assert.False(option.IsRanked);
        Assert.Null(option.Comparison);
        Assert.Contains("lacks a price", option.WhyNotCompared.Words(), StringComparison.Ordinal);
        Assert.Equal(114_477m, option.Costs.Total.Amount);
        Assert.Equal("leave", Result.Cheapest!.Option.Id);
    }

    // Platform licences: (48,000 - 11,000) / 48,000 = 77.1 %: the claim holds. Everything: 4.2 %: it does not.
    [Fact]
    public void The_claim_holds_for_one_scope_and_not_for_another()
    {
        Assert.Equal(ClaimVerdict.Holds, Cell("stay", ClaimScope.PlatformLicences).Verdict);
        Assert.Equal(ClaimVerdict.DoesNotHold, Cell("stay", ClaimScope.Everything).Verdict);
        Assert.Equal(ClaimVerdict.NoAnswer, Cell("unpriced", ClaimScope.Everything).Verdict);
    }

    // One year: staying 9,600 + 2,000 + 2,102 + 480 + 12,000 = 26,182 (energy 2,102.40, paid in whole euros); leaving 26,182 - 9,600 +
    // 2,200 = 18,782, once 10,000 + 19,200 + 150, and 2,216 for the two hosts that run on in the first month (2,000 + 176 + 40; energy 2,102 + 175.20 = 2,277.60, booked
    // as 2,278): 50,348, so 92.3 % more. Licences are as in every year: 7,400 of 9,600.
    [Fact]
    public void The_claim_is_priced_anew_for_each_term()
    {
        Assert.Equal((26_182m - 50_348m) / 26_182m, Cell("stay", ClaimScope.Everything, 1).Share);
        Assert.Equal(37_000m / 48_000m, Cell("stay", ClaimScope.PlatformLicences, 1).Share);
        Assert.Equal(5_435m / 130_912m, Cell("stay", ClaimScope.Everything).Share);
    }

    // "vs" has both features, "px" lacks the second: asked for the first alone, the pair is equal.
    [Theory]
    [InlineData("a b", FeatureEquality.NotEqual)]
    [InlineData("a", FeatureEquality.Equal)]
    [InlineData("", FeatureEquality.NotEqual)]
    public void The_scenario_can_narrow_the_features_that_the_claim_asks_for(string asked, FeatureEquality state)
    {
        var result = Studied.Of(Result.Inputs with
        {
            Features = Editions.Matrix("a b", ("vs", "a b", ""), ("px", "a", "b")),
            Scenario = Result.Inputs.Scenario with { ClaimFeatures = [.. asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)] },
        });
        Assert.Equal(state, result.Claim!.Pairs.Single(pair => pair.Other == "stay").Features.State);
    }

    [Fact]
    public void Two_of_four_hosts_are_the_fewest() => Assert.All(Result.Options, option =>
    {
        Assert.Equal((4, 2, 2), (option.Plan.HostsToday, option.Plan.HostsUsed, option.Plan.LowerBound));
        Assert.True(option.Plan.Holds);
    });

    private static OptionCase Option(string id) => Result.Options.Single(option => option.Option.Id == id);

    private static ClaimCell Cell(string other, ClaimScope scope, int years = 5) =>
        Result.Claim!.Pairs.Single(pair => pair.Kvm == "leave" && pair.Other == other).Cells.Single(cell => cell.Scope == scope && cell.Years == years);
}
