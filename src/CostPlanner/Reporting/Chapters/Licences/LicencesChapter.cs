using System.Collections.Immutable;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Chapters.Hosts;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Licences;

/// <summary>Licences line by line: quantity × price, the rule, the source.</summary>
internal static class LicencesChapter
{
    private static readonly ImmutableArray<CostCategory> Licences = [CostCategory.PlatformLicences, CostCategory.GuestLicences];

    public static Section Of(CaseStudy result, SourceList sources)
    {
        var scenario = result.Inputs.Scenario;
        var table = new Table
        {
            Caption = $"Licences and subscriptions; unit prices as their sources give them, amounts over "
                + $"{Wording.Years(scenario.HorizonYears)} in {scenario.Currency.Code}",
            Columns =
            [
                new Column("Licence, rule and source", Width: 46), new Column("Quantity", true, 17), new Column("Unit price", true),
                new Column("Amount", true),
            ],
            Rows = [.. result.Options.SelectMany(option => RowsOf(option, sources))],
        };
        return new Section(ReportOutline.Licences, "Licences, line by line", Lead(result), [.. GuestLicencesTable.Of(result), table]);
    }

    private static string Lead(CaseStudy result)
    {
        var lines = result.Options.SelectMany(option => option.Costs.Lines).Where(IsLicence).ToList();
        var holes = lines.Count(line => line.IsHole);
        var placeholders = lines.Count(line => !line.IsHole && line.Provenance.IsPlaceholder);
        return $"{Printed.Count(lines.Count, "line")}: {Printed.Whole(placeholders)} priced by a placeholder (grade M), "
            + $"{Printed.Whole(holes)} without a price.";
    }

    private static bool IsLicence(CostLine line) => Licences.Contains(line.Category);

    private static IEnumerable<Row> RowsOf(OptionCase option, SourceList sources)
    {
        yield return new Row([new Cell(option.Option.Name)], RowKind.Group);
        var lines = option.Costs.Lines.Where(IsLicence).ToList();
        if (lines.Count == 0)
        {
            yield return new Row([new Cell("Nothing to license or subscribe to", Tone.Quiet), Cell.Empty, Cell.Empty, Cell.Empty]);
            yield break;
        }

        foreach (var row in ConfinementRow.Of(option))
        {
            yield return row;
        }

        foreach (var line in lines)
        {
            yield return RowOf(line, option.Costs, sources);
        }

        yield return new Row(
            [new Cell("Licences"), Cell.Empty, Cell.Empty, Sum(option.Costs, lines)], RowKind.Subtotal);
    }

    private static Cell Sum(CostSheet costs, List<CostLine> lines) =>
        CostCell.Of(costs.TotalOf([.. Licences]).Amount, !lines.Any(line => line.IsHole), Tone.Strong);

    private static Row RowOf(CostLine line, CostSheet costs, SourceList sources) => new(
    [
        new Cell(Sentences.Of(line.Label)) { Below = $"{Sentences.Of(line.Rule)} · {LineCells.SourceInWords(line.Provenance)}" },
        LineCells.Quantity(line),
        LineCells.UnitPrice(line),
        LineCells.Amount(line, costs.Currency) with { Link = LineCells.SourceAnchor(line, sources) },
    ]);
}
