using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>Every cost line of every option, to be added up: lines to subtotals, subtotals to totals, in whole units.</summary>
internal static class LinesAppendix
{
    public static Section Of(CaseStudy result, SourceList sources)
    {
        var scenario = result.Inputs.Scenario;
        var lead = Words.Of("costs.lines.lead", ("currency", scenario.Currency.Code));
        return new Section(
            ReportOutline.Lines, Words.Of("costs.lines.every-cost-line"), lead, [
                .. result.Options.SelectMany(option => new[] { TableOf(option, result, sources), CategoryYearsTable.Of(option, result) }),
            ]);
    }

    private static Table TableOf(OptionCase option, CaseStudy result, SourceList sources)
    {
        var scenario = result.Inputs.Scenario;
        var groups = option.Costs.Lines.GroupBy(line => line.Category).OrderBy(group => group.Key);
        return new Table
        {
            Caption = Words.Of(
                "costs.lines.caption",
                ("option", option.Option.Name),
                ("years", scenario.HorizonYears),
                ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("common.category"), Width: 14),
                new Column(Words.Of("costs.lines.line-rule-and-payments"), Width: 38),
                new Column(Words.Of("common.quantity"), true, 14),
                new Column(Words.Of("common.unit-price"), true),
                new Column(Words.Of("common.amount"), true),
                new Column(Words.Of("common.source"), true, 7),
            ],
            Rows =
            [
                .. groups.SelectMany(group => RowsOf(group, option.Costs, sources)),
                new Row(
                    [new Cell(Words.Of("common.total")), Cell.Empty, Cell.Empty, Cell.Empty, CostCell.Total(option, Tone.Strong), Cell.Empty], RowKind.Total),
            ],
            IsKept = true,
        };
    }

    private static IEnumerable<Row> RowsOf(IGrouping<CostCategory, CostLine> group, CostSheet costs, SourceList sources)
    {
        var isFirst = true;
        foreach (var line in group)
        {
            yield return RowOf(line, isFirst ? Wording.Of(group.Key) : "", costs, sources);
            isFirst = false;
        }

        if (group.Count() > 1)
        {
            var label = Words.Of("costs.lines.sum", ("key", Wording.Of(group.Key)));
            yield return new Row(
                [Cell.Empty, new Cell(label), Cell.Empty, Cell.Empty, CostCell.Of(costs, group.Key), Cell.Empty], RowKind.Subtotal);
        }
    }

    private static Row RowOf(CostLine line, string category, CostSheet costs, SourceList sources) => new(
    [
        new Cell(category),
        new Cell(Sentences.Of(line.Label)) { Below = $"{Sentences.Of(line.Rule)} · {LineCells.Paid(line)}" },
        LineCells.Quantity(line),
        LineCells.UnitPrice(line),
        LineCells.Amount(line, costs.Currency),
        new Cell(Printed.Whole(sources.NumberOf(line.Provenance)), Tone.Quiet) { Link = LineCells.SourceAnchor(line, sources) },
    ]);
}
