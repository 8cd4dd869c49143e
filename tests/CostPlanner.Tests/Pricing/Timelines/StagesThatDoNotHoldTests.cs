using CostPlanner.Model;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Timelines;

public class StagesThatDoNotHoldTests
{
    // A VM of 64 GiB runs on hosts of 256 GiB; from month 24 on there are new ones of 32 GiB, on which it has no place. Demand that shrinks by 5 % a year
    // is greatest in the first year, whose plan holds; grown or not, the option has no plan that holds and is not ranked.
    [Theory]
    [InlineData(-0.05)]
    [InlineData(0)]
    public void A_stage_without_a_plan_that_holds_keeps_the_option_from_being_ranked(double growth)
    {
        var option = Case((decimal)growth).Options[0];
        Assert.True(option.Stages[0].Plan.Holds);
        Assert.False(option.Plan.Holds);
        Assert.False(option.IsRanked);
    }

    private static BusinessCase Case(decimal growth) => BusinessCase.Of(new CaseInputs(
        Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vs")) with { NewHosts = ["new"], HostsReplacedOn = new DateOnly(2028, 10, 1) },
        Estate.Of([Estate.Host("h1"), Estate.Host("h2")], [Estate.Vm("vm1", memoryGiB: 64)]),
        new PriceBook([Estate.Row("vs", "core", 100)]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([Estate.Model(memoryGiB: 32)]),
        Assumed.With((AssumptionIds.Growth, growth))));
}
