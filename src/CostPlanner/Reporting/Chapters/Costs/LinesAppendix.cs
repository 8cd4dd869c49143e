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
        var lead = $"Payments are booked in whole {scenario.Currency.Code}, so that lines add up to subtotals and totals exactly. "
            + "Numbers in the last column lead to the source.";
        return new Section(
            ReportOutline.Lines, "Every cost line", lead, [
                .. result.Options.SelectMany(option => new[] { TableOf(option, result, sources), CategoryYearsTable.Of(option, result) }),
            ]);
    }

    private static Table TableOf(OptionCase option, CaseStudy result, SourceList sources)
    {
        var scenario = result.Inputs.Scenario;
        var groups = option.Costs.Lines.GroupBy(line => line.Category).OrderBy(group => group.Key);
        return new Table
        {
            Caption = $"{option.Option.Name}: all lines over {Wording.Years(scenario.HorizonYears)}, amounts in {scenario.Currency.Code}",
            Columns =
            [
                new Column("Category", Width: 14), new Column("Line, rule and payments", Width: 38), new Column("Quantity", true, 14),
                new Column("Unit price", true), new Column("Amount", true), new Column("Source", true, 7),
            ],
            Rows =
            [
                .. groups.SelectMany(group => RowsOf(group, option.Costs, sources)),
                new Row([new Cell("Total"), Cell.Empty, Cell.Empty, Cell.Empty, CostCell.Total(option, Tone.Strong), Cell.Empty], RowKind.Total),
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
            var label = $"{Wording.Of(group.Key)}, sum";
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
