using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>The electricity that an option uses, and the greenhouse gases that its making causes.</summary>
/// <remarks>
/// Definition: CO2e = kWh × g/kWh of the grid, one factor for the whole horizon. Servers in operation and what cools them; making them, storage and
/// the network are not in it.
/// </remarks>
/// <param name="Used">Electricity over the horizon: the sum of the energy lines' quantities of each month.</param>
/// <param name="Months">Months in the horizon.</param>
/// <param name="Grid">The grid's factor with its year; null where none is known.</param>
/// <param name="WhyNoCarbon">Why there is no factor, or null.</param>
public sealed record Footprint(Energy Used, int Months, GridFactor? Grid, Message? WhyNoCarbon)
{
    /// <summary>Electricity in an average month.</summary>
    public Energy PerMonth => new(Used.KilowattHours / Months);

    /// <summary>Greenhouse gases over the horizon; null where no factor is known.</summary>
    public CarbonMass? Carbon => Grid?.Intensity.Of(Used);

    /// <summary>The footprint of a cost sheet.</summary>
    public static Footprint Of(CostSheet costs, GridCarbon grid, Scenario scenario)
    {
        var used = costs.Lines
            .Where(line => line.Category == CostCategory.Energy)
            .Aggregate(default(Energy), (sum, line) => sum + new Energy(Enumerable.Range(0, costs.Months).Sum(line.QuantityIn) / MonthsOf(line)));
        var factor = grid.Find(scenario.Grid, scenario.AsOf);
        return new Footprint(used, costs.Months, factor, factor is null ? NoFactor(grid, scenario) : null);
    }

    /// <summary>A warning where no factor is known; an old one is named among the old facts.</summary>
    public static ImmutableArray<Finding> Findings(GridCarbon grid, Scenario scenario) => grid.Find(scenario.Grid, scenario.AsOf) switch
    {
        null => 
        [
            new Finding(
                Severity.Warning,
                "grid-carbon-missing",
                NoFactor(grid, scenario),
                new SourcePlace(scenario.Name, Column: "grid"),
                Message.Of("grid-carbon-missing.done"),
                Message.Of("grid-carbon.mend")),
        ],
        _ => [],
    };

    private static int MonthsOf(CostLine line) => line.Timing == CostTiming.Yearly ? Duration.MonthsPerYear : 1;

    private static Message NoFactor(GridCarbon grid, Scenario scenario) => grid.Places.Contains(scenario.Grid)
        ? Message.Of("grid-carbon-missing.year", ("place", scenario.Grid), ("year", scenario.AsOf.Year))
        : Message.Of("grid-carbon-missing", ("place", scenario.Grid));
}
