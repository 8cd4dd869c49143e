using System.Globalization;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Running;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>The electricity of each option, and the greenhouse gases of making it.</summary>
internal static class EnergyTable
{
    private const string Counted = "Electricity of the servers and of what cools them; storage, network and the making of servers are not counted.";

    private const string Estimated = "Servers whose CPU has no measured power are estimated by its thermal design power, which is mostly too high.";

    public static Table Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var footprints = result.Options.Select(option => (option.Option.Name, Footprint: result.FootprintOf(option))).ToList();
        return new Table
        {
            Caption = "Energy and CO2e",
            Columns =
            [
                new Column("Option", Width: 38), new Column("kWh per month", true),
                new Column($"kWh in {Wording.Years(scenario.HorizonYears)}", true), new Column($"CO2e in {Wording.Years(scenario.HorizonYears)}, t", true),
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
        footprint.Carbon is { } carbon ? new Cell(Printed.Fixed(carbon.Tonnes, 1)) : Cell.Missing("not known"),
    ]);

    private static string Factor(Footprint footprint) => footprint.Grid is { } grid
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"CO2e: kWh × {Printed.Number(grid.Intensity.GramsPerKilowattHour, 1)} g/kWh, {grid.Place} in {grid.Year}, the same in every year ({grid.Basis}; "
                + $"{Sentences.Of(grid.Provenance.Source)}, {grid.Provenance.Date}, grade {grid.Provenance.Grade}).")
        : $"CO2e is not known: {Sentences.Of(footprint.WhyNoCarbon!)}.";
}
