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
            Caption = Words.Of("licences.caption", ("years", scenario.HorizonYears), ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("licences.licence-rule-and-source"), Width: 46),
                new Column(Words.Of("common.quantity"), true, 17),
                new Column(Words.Of("common.unit-price"), true),
                new Column(Words.Of("common.amount"), true),
            ],
            Rows = [.. result.Options.SelectMany(option => RowsOf(option, sources))],
        };
        return new Section(ReportOutline.Licences, Words.Of("licences.licences-line-by-line"), Lead(result), [.. GuestLicencesTable.Of(result), table]);
    }

    private static string Lead(CaseStudy result)
    {
        var lines = result.Options.SelectMany(option => option.Costs.Lines).Where(IsLicence).ToList();
        var holes = lines.Count(line => line.IsHole);
        var placeholders = lines.Count(line => !line.IsHole && line.Provenance.IsPlaceholder);
        return Words.Of("licences.lead", ("lines", lines.Count), ("placeholders", Printed.Whole(placeholders)), ("holes", Printed.Whole(holes)));
    }

    private static bool IsLicence(CostLine line) => Licences.Contains(line.Category);

    private static IEnumerable<Row> RowsOf(OptionCase option, SourceList sources)
    {
        yield return new Row([new Cell(option.Option.Name)], RowKind.Group);
        var lines = option.Costs.Lines.Where(IsLicence).ToList();
        if (lines.Count == 0)
        {
            yield return new Row([new Cell(Words.Of("licences.rows"), Tone.Quiet), Cell.Empty, Cell.Empty, Cell.Empty]);
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
            [new Cell(Words.Of("licences.licences")), Cell.Empty, Cell.Empty, Sum(option.Costs, lines)], RowKind.Subtotal);
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
