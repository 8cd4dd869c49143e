using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>How long each option that leaves takes, and what runs and is paid beside it meanwhile.</summary>
internal static class MoveTable
{
    /// <summary>The table; none where no option moves.</summary>
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        var moving = result.Options.Where(option => option.Timeline.Move is not null).ToList();
        if (moving.Count == 0)
        {
            yield break;
        }

        yield return new Table
        {
            Caption = "Moving the VMs: months from the first of the horizon",
            Columns =
            [
                new Column("Option", Width: 30), new Column("Prepared", true), new Column("VMs move", true), new Column("Moved each month", true),
                new Column("Hosts of today that run on", true), new Column("Servers bought for it", true),
            ],
            Rows = [.. moving.Select(option => RowOf(option, option.Timeline.Move!))],
            Note = NoteOf(result, moving[0].Timeline.Move!),
            IsKept = moving.Count <= OptionsChapter.Few,
        };
    }

    private static Row RowOf(OptionCase option, Migration move) => new(
    [
        new Cell(option.Option.Name),
        move.Preparation == 0 ? new Cell("–", Tone.Quiet) : new Cell(Months(1, move.Preparation)),
        move.Moving == 0 ? new Cell("–", Tone.Quiet) : new Cell(Months(move.Preparation + 1, move.Ends)),
        new Cell(Waves(move)),
        option.Timeline.StandIns > 0 ? Cell.Missing("not known") : new Cell(Printed.Whole(option.Timeline.Leaving.Length)),
        new Cell(Printed.Whole(option.Timeline.SwingModel is null ? 0 : option.Timeline.Swing)),
    ]);

    private static string Months(int from, int to) => from == to ? Printed.Whole(from) : $"{Printed.Whole(from)} to {Printed.Whole(to)}";

    private static string Waves(Migration move)
    {
        var sizes = move.Waves().Select(wave => wave.Vms).Distinct().Order().ToList();
        return sizes.Count switch
        {
            0 => "–",
            1 => $"{Printed.Whole(sizes[0])} VMs",
            _ => $"{Printed.Whole(sizes[0])} to {Printed.Whole(sizes[^1])} VMs",
        };
    }

    private static string NoteOf(CaseStudy result, Migration move)
    {
        var limit = move.IsLimitedByData ? "copying the disks takes longer" : "the VMs a week take longer";
        return $"{Printed.Count(move.Vms, "VM")}, powered-off ones too, with {Printed.Size(move.Data)} on their disks. At "
            + $"{Printed.Number(result.Assumptions.Of(AssumptionIds.VmsPerWeek))} VMs a week "
            + $"{Printed.Number(move.WeeksByVms, 1)} weeks; at {Printed.Number(result.Assumptions.Of(AssumptionIds.TransferRate))} Mbit/s for "
            + $"{Printed.Number(result.Assumptions.Of(AssumptionIds.TransferHours))} hours a week {Printed.Number(move.WeeksByData, 1)} weeks: {limit}. "
            + "Until the last VM has moved, hosts of today that the plan does without run on, and the platform of today is paid. "
            + "Servers bought for the move are sold after it; their energy and licences are not counted.";
    }
}
