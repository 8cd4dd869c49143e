using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>Every replicate of a run with its figures, the rejected ones with their reasons.</summary>
internal static class ReplicatesTable
{
    public static Table Of(BenchmarkRun run) => new()
    {
        Caption = Words.Of("measurement.replicates.caption"),
        Columns = [
            new Column("", true, 6),
            new Column(Words.Of("measurement.replicates.experiment"), Width: 20),
            new Column(Words.Of("common.guests"), true, 8),
            new Column(Words.Of("measurement.replicates.columns")),
        ],
        Rows = [.. run.Replicates.Select(RowOf)],
    };

    private static Row RowOf(Replicate replicate)
    {
        var figures = MeasuredWords.Figures(replicate);
        return new Row(
        [
            new Cell(Printed.Whole(replicate.Number), Tone.Quiet),
            new Cell(replicate.Experiment),
            new Cell(Printed.Whole(replicate.Guests)),
            replicate.Rejected is { } why
                ? Cell.Missing(
                    Words.Of("measurement.replicates.rejected", ("word", why.Reason.Word()))) with
                    {
                        Below = $"{Sentences.Of(why.Reason.Sentence())} {Sentences.Of(why.Words)}",
                    }
                : new Cell(figures.Length == 0 ? Words.Of("measurement.replicates.row") : figures, figures.Length == 0 ? Tone.Quiet : Tone.Normal),
        ]);
    }
}
