using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Running;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>The electricity of each option, and the greenhouse gases of making it.</summary>
internal static class EnergyTable
{
    private static string Counted => Words.Of("costs.energy.counted");

    private static string Estimated => Words.Of("costs.energy.estimated");

    public static Table Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var footprints = result.Options.Select(option => (option.Option.Name, Footprint: result.FootprintOf(option))).ToList();
        return new Table
        {
            Caption = Words.Of("costs.energy.energy-and-co2e"),
            Columns =
            [
                new Column(Words.Of("common.option"), Width: 38), new Column(Words.Of("costs.energy.kwh-per-month"), true),
                new Column(Words.Of("costs.energy.kwh-in", ("years", scenario.HorizonYears)), true), new Column(Words.Of(
                    "costs.energy.co2e-in-t",
                    ("years", scenario.HorizonYears)), true),
            ],
            Rows = [.. footprints.Select(each => RowOf(each.Name, each.Footprint))],
            Note = string.Join(' ', new[] { Counted, IsEstimated(result) ? Estimated : null, Factor(footprints[0].Footprint) }.OfType<string>()),
            IsKept = result.Options.Length <= OptionsChapter.Few,
        };
    }

    private static bool IsEstimated(CaseStudy result) => result.Options.Any(option => option.Costs.Lines.Any(line => line.Id == EnergyLines.ByTdpId));

    private static Row RowOf(string name, Footprint footprint) => new(
    [
        new Cell(name),
        new Cell(Printed.Whole(footprint.PerMonth.KilowattHours)),
        new Cell(Printed.Whole(footprint.Used.KilowattHours)),
        footprint.Carbon is { } carbon ? new Cell(Printed.Fixed(carbon.Tonnes, 1)) : Cell.Missing(Words.Of("common.not-known")),
    ]);

    private static string Factor(Footprint footprint) => footprint.Grid is { } grid
        ? Words.Of(
            "costs.energy.factor",
            ("grams-per-kilowatt-hour", Printed.Number(grid.Intensity.GramsPerKilowattHour, 1)),
            ("place", grid.Place),
            ("year", grid.Year),
            ("basis", grid.Basis),
            ("source", grid.Provenance.Source),
            ("date", grid.Provenance.Date),
            ("grade", grid.Provenance.Grade.ToString()))
        : Words.Of("costs.energy.co2e-is-not-known", ("why-no-carbon", footprint.WhyNoCarbon!));
}
