using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.CashFlows;

/// <summary>What leaving the baseline brings: saving, in money of today too, rate of return, payback.</summary>
internal static class ReturnTable
{
    public static Table Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var others = result.Options.Where(option => option.Option.Id != result.Baseline.Option.Id).ToList();
        return new Table
        {
            Caption = Words.Of(
                "cash-flows.return.against-over-in",
                ("option", result.Baseline.Option.Name),
                ("years", scenario.HorizonYears),
                ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("common.option"), Width: 30),
                new Column(Words.Of("common.saving"), true, 13),
                new Column(Words.Of("cash-flows.return.present-saving-npv"), true, 13),
                new Column(Words.Of("common.payback"), true, 11), new Column(Words.Of("cash-flows.return.columns"), Width: 33),
            ],
            Rows = [.. others.Select(RowOf)],
            IsKept = others.Count <= OptionsChapter.Few,
        };
    }

    private static Row RowOf(OptionCase option) => option is { HasTotal: true, Comparison: { } comparison, CashFlow.Return: { } rate }
        ? new Row(
        [
            new Cell(option.Option.Name),
            new Cell(Printed.Whole(comparison.Saving.Amount)),
            new Cell(Printed.Whole(comparison.PresentSaving.Amount)),
            new Cell(RankingTable.Payback(comparison.Payback))
            {
                Below = comparison.Payback is { Why: NoPayback.SeveralChanges, Words: { } several } ? Sentences.Of(several) : null,
            },
            (rate.Rate is { } value ? new Cell(Printed.Percent(value)) : new Cell(Words.Of("common.none"), Tone.Quiet)) with
            {
                Below = rate.Words is { } words ? Sentences.Of(words) : null,
            },
        ])
        : new Row([new Cell(option.Option.Name), Cell.Missing(Words.Of("common.not-known")), Cell.Empty, Cell.Empty, Cell.Empty]);
}
