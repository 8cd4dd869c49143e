using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Running;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Returns;

public class FootprintTests
{
    private static readonly GridCarbon Grid = new([Factor("EU", 2022, 300), Factor("EU", 2024, 200), Factor("Sweden", 2024, 40)]);

    // 400 W x 1.5 x 8.76 = 5,256 kWh a year, 438 a month, 26,280 in 60 months; x 200 g = 5,256 kg.
    [Fact]
    public void Kilowatt_hours_of_the_energy_lines_times_the_grid_are_the_CO2e()
    {
        var footprint = Footprint.Of(Sheet(Scenario()), Grid, Scenario());
        Assert.Equal((new Energy(26_280), new Energy(438)), (footprint.Used, footprint.PerMonth));
        Assert.Equal((new CarbonMass(5_256), 5.256m), (footprint.Carbon, footprint.Carbon!.Value.Tonnes));
        Assert.Equal(("EU", 2024), (footprint.Grid!.Place, footprint.Grid.Year));
        Assert.Null(footprint.WhyNoCarbon);
    }

    // The same kWh at 40 g: 1,051.2 kg.
    [Fact]
    public void The_scenarios_place_decides()
    {
        var scenario = Scenario() with { Grid = "Sweden" };
        Assert.Equal(new CarbonMass(1_051.2m), Footprint.Of(Sheet(scenario), Grid, scenario).Carbon);
    }

    [Fact]
    public void Without_a_factor_the_energy_stands_and_the_CO2e_has_a_reason()
    {
        var scenario = Scenario() with { AsOf = new DateOnly(2021, 7, 1) };
        var footprint = Footprint.Of(Sheet(scenario), Grid, scenario);
        Assert.Equal(new Energy(26_280), footprint.Used);
        Assert.Null(footprint.Carbon);
        Assert.Equal("no carbon intensity of EU is known for 2021 or before", footprint.WhyNoCarbon.Words());
        Assert.Equal("no carbon intensity of EU is known", Footprint.Of(Sheet(scenario), GridCarbon.Empty, scenario).WhyNoCarbon.Words());
    }

    // The electricity is priced in EUR; without a rate to pounds the line is a hole, and its kWh are used all the same.
    [Fact]
    public void Energy_without_a_price_is_counted()
    {
        var scenario = Scenario() with { Currency = new Currency("GBP") };
        var sheet = Sheet(scenario);
        Assert.False(sheet.IsComplete);
        Assert.Equal(new Energy(26_280), Footprint.Of(sheet, Grid, scenario).Used);
    }

    [Theory]
    [InlineData(2021, "grid-carbon-missing")]
    [InlineData(2022, null)]
    [InlineData(2026, null)]
    [InlineData(2027, null)]
    public void A_factor_that_is_missing_is_told(int year, string? code)
    {
        var found = Footprint.Findings(Grid, Scenario() with { AsOf = new DateOnly(year, 12, 31) });
        Assert.Equal(code is null ? [] : [code], found.Select(finding => finding.Code));
        Assert.All(found, finding => Assert.Equal((Severity.Warning, "grid"), (finding.Severity, finding.Place.Column)));
    }

    [Theory]
    [InlineData(2022, 300)]
    [InlineData(2023, 300)]
    [InlineData(2024, 200)]
    [InlineData(2030, 200)]
    public void The_factor_is_of_the_latest_year_not_after_the_day(int year, int grams) =>
        Assert.Equal(new CarbonIntensity(grams), Grid.Find("EU", new DateOnly(year, 1, 1))!.Intensity);

    [Fact]
    public void An_unknown_place_has_no_factor() => Assert.Null(Grid.Find("eu", new DateOnly(2026, 1, 1)));

    [Fact]
    public void Gases_and_intensities_are_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CarbonMass(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CarbonIntensity(-1));
        Assert.Equal(("3.5 kg", "213.3 g/kWh"), ((new CarbonMass(1.5m) + CarbonMass.FromGrams(2000)).ToString(), new CarbonIntensity(213.3m).ToString()));
    }

    private static Scenario Scenario() => Estate.Scenario();

    private static CostSheet Sheet(Scenario scenario) => new(
        scenario.Currency, 60, [.. EnergyLines.Of(ProductLinesTests.Basis([]) with { Scenario = scenario }, ServerCounts.Of([Estate.Server("h")], new CaseCache()))]);

    private static GridFactor Factor(string place, int year, decimal grams) =>
        new(place, year, new CarbonIntensity(grams), "production, lifecycle", new Provenance("test", "2026", Grade.B, "prices/grid-carbon.csv, row 2"));
}
