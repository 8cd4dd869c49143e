using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>How long each option takes that leaves or replaces all hosts, and what runs and is paid beside it meanwhile.</summary>
internal static class MoveTable
{
    /// <summary>The table; none where no option moves.</summary>
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        var moving = result.Options.Where(option => option.Timeline.MoveOfVms is not null).ToList();
        if (moving.Count == 0)
        {
            yield break;
        }

        yield return new Table
        {
            Caption = Words.Of("costs.move.caption"),
            Columns =
            [
                new Column(Words.Of("common.option"), Width: 30),
                new Column(Words.Of("costs.move.prepared"), true),
                new Column(Words.Of("costs.move.vms-move"), true),
                new Column(Words.Of("costs.move.moved-each-month"), true),
                new Column(Words.Of("costs.move.columns"), true), new Column(Words.Of("costs.move.servers-bought-for-it"), true),
            ],
            Rows = [.. moving.Select(option => RowOf(option, option.Timeline.MoveOfVms!))],
            Note = NoteOf(result, moving[0].Timeline.MoveOfVms!) + OfExchanges(moving),
            IsKept = moving.Count <= OptionsChapter.Few,
        };
    }

    private static Row RowOf(OptionCase option, Migration move) => new(
    [
        new Cell(option.Option.Name),
        move.Preparation == 0 ? new Cell("–", Tone.Quiet) : new Cell(Months(1, move.Preparation)),
        move.Moving == 0 ? new Cell("–", Tone.Quiet) : new Cell(Months(move.Preparation + 1, move.Ends)),
        new Cell(Waves(move)),
        option.Timeline.StandIns > 0 ? Cell.Missing(Words.Of("common.not-known")) : new Cell(Printed.Whole(option.Timeline.Leaving.Length)),
        new Cell(Printed.Whole(option.Timeline.SwingModel is null ? 0 : option.Timeline.Swing)),
    ]);

    private static string Months(int from, int to) => from == to ? Printed.Whole(from) : Words.Of(
        "costs.move.to",
        ("from", Printed.Whole(from)),
        ("to", Printed.Whole(to)));

    private static string Waves(Migration move)
    {
        var sizes = move.Waves().Select(wave => wave.Vms).Distinct().Order().ToList();
        return sizes.Count switch
        {
            0 => "–",
            1 => Words.Of("costs.move.vms", ("sizes", Printed.Whole(sizes[0]))),
            _ => Words.Of("costs.move.to-vms", ("sizes", Printed.Whole(sizes[0])), ("sizes-2", Printed.Whole(sizes[^1]))),
        };
    }

    private static string OfExchanges(List<OptionCase> moving) =>
        moving.Exists(option => option.Timeline.Exchange is not null) ? " " + Words.Of("costs.move.exchange") : "";

    private static string NoteOf(CaseStudy result, Migration move)
    {
        var limit = move.IsLimitedByData ? Words.Of("costs.move.limit") : Words.Of("costs.move.limit-the-vms-a");
        return Words.Of(
            "costs.move.note",
            ("vms", move.Vms),
            ("data", Printed.Size(move.Data)),
            ("vms-per-week", Printed.Number(result.Assumptions.Of(AssumptionIds.VmsPerWeek))),
            ("weeks-by-vms", Printed.Number(move.WeeksByVms, 1)),
            ("transfer-rate", Printed.Number(result.Assumptions.Of(AssumptionIds.TransferRate))),
            ("transfer-hours", Printed.Number(result.Assumptions.Of(AssumptionIds.TransferHours))),
            ("weeks-by-data", Printed.Number(move.WeeksByData, 1)),
            ("limit", limit));
    }
}
