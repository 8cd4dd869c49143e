using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Returns;

/// <summary>Savings against the estate as it is, beside those against the baseline that the scenario names.</summary>
public class AgainstTodayTests
{
    private static readonly DateOnly Ends = new(2027, 6, 30);

    [Fact]
    public void Both_savings_are_told_where_the_scenario_names_another_baseline()
    {
        var result = Contracted.Priced(Contracted.Inputs(Contracted.Contract(Ends)).Under(scenario => scenario with { Baseline = "stay" }));
        var (today, stay, leave) = (result.Today!, result.Options.Single(each => each.Option.Id == "stay"), result.Options.Single(each => each.Option.Id == "leave"));
        Assert.Equal(today.Costs.Total - leave.Costs.Total, leave.AgainstToday!.Saving);
        Assert.Equal(stay.Costs.Total - leave.Costs.Total, leave.Comparison!.Saving);
        Assert.Equal(today.Costs.Total - stay.Costs.Total, stay.AgainstToday!.Saving);
        Assert.Null(today.AgainstToday);
        Assert.Null(today.WhyNotAgainstToday);
    }

    [Fact]
    public void Against_the_estate_as_it_is_the_two_are_one()
    {
        var result = Contracted.Priced(Contracted.Inputs(Contracted.Contract(Ends)).Under(scenario => scenario with { Baseline = ScenarioOption.TodayId }));
        Assert.All(result.Options, option => Assert.Equal(option.Comparison, option.AgainstToday));
    }

    [Fact]
    public void Without_a_contract_it_is_said_why_there_is_none()
    {
        var leave = Contracted.Priced(Contracted.Inputs(null).Under(scenario => scenario with { Baseline = "stay" })).Options.Single(each => each.Option.Id == "leave");
        Assert.Null(leave.AgainstToday);
        Assert.Equal("not-compared.today", leave.WhyNotAgainstToday!.Id);
        Assert.NotNull(leave.Comparison);
    }
}
