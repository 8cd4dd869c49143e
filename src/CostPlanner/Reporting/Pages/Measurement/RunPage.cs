using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>One run on a page: whether it counts, what it came to, what was checked, every replicate, and the conditions.</summary>
public static class RunPage
{
    private const string NotMeasured = "not measured";

    /// <summary>The page. The same record gives the same page.</summary>
    public static ReportDocument Of(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ReportDocument(
            $"Run {run.Id}",
            ContextOf(run),
            DateOnly.FromDateTime(run.Started.UtcDateTime),
            Verdict(run),
            [.. Warnings(run), KeyFiguresOf(run)],
            [.. Sections(run)])
        {
            Kind = "Measurement of a candidate server",
        };
    }

    /// <summary>Whether the run counts, in a sentence.</summary>
    public static string Verdict(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.IsValid
            ? $"The run counts: it ran on hardware, {Printed.Count(run.Checks.Length, "check")} passed, {Printed.Count(Counted(run), "replicate")} of "
                + $"{Printed.Whole(run.Replicates.Length)} count."
            : $"{Banner(run)}.";
    }

    /// <summary>Host, day, plan and what ran the guests, on a line.</summary>
    public static string ContextOf(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var minutes = Printed.Number((decimal)(run.Ended - run.Started).TotalMinutes, 1);
        return $"{run.Conditions.Host ?? "host not known"} · {Printed.Day(DateOnly.FromDateTime(run.Started.UtcDateTime))} · plan {run.Conditions.Plan}, "
            + $"{minutes} minutes · "
            + $"class {run.Conditions.HostClass.Word()} · QEMU {run.Conditions.QemuVersion}";
    }

    private static IEnumerable<Block> Warnings(BenchmarkRun run) =>
        run.IsValid ? [] : [new Notice("Why the run does not count",
            [.. run.WhyNotValid.Select(Sentences.Of).Select(why => $"{char.ToUpperInvariant(why[0])}{why[1..]}.")])];

    private static string Banner(BenchmarkRun run) =>
        run.Conditions.Plan == MeasurementConditions.SelfTest
            ? "SELF-TEST: its figures mean nothing and may not be used"
            : "NOT VALID: no figure of this run may reach a business case";

    private static int Counted(BenchmarkRun run) => run.Replicates.Count(replicate => replicate.Rejected is null);

    private static KeyFigures KeyFiguresOf(BenchmarkRun run) => new(
    [
        KeyFigureOf(run, "vCPUs per core", Measures.Overcommit, "at the knee: more guests are late, or lose work"),
        KeyFigureOf(run, "Guest against bare host", Measures.CpuAlu, "work of a guest that only computes, for each unit of the host's"),
        KeyFigureOf(run, "Memory beside a guest's", Measures.MemoryOverheadTypical, "for a guest of 2 vCPUs and 4 GiB"),
    ]);

    private static KeyFigure KeyFigureOf(BenchmarkRun run, string label, Measure measure, string note) => run.Find(measure.Name) is { } value
        ? new KeyFigure(
            run.IsValid ? label : $"{label}: not valid",
            $"{MeasuredWords.Number(value.Value)}{(measure.Unit == Measures.MemoryOverheadTypical.Unit ? $"{Printed.Space}{measure.Unit}" : "")}",
            $"{MeasuredWords.Interval(value)}; {note}")
        : new KeyFigure(label, NotMeasured, note);

    private static IEnumerable<Section> Sections(BenchmarkRun run)
    {
        var load = LoadCharts.Of([(run.Id, run)]).ToImmutableArray();
        yield return new Section(
            "values", "What it came to", run.IsValid
                ? IntervalCharts.Key
                : $"{Banner(run)}. {IntervalCharts.Key}", [ValuesTable(run), .. IntervalCharts.Of(run)]);
        if (!load.IsEmpty)
        {
            yield return new Section(
                "load", "Under a growing load", "Guests at a given mean load, more and more of them, until the host cannot carry them.", load);
        }

        yield return new Section("checks", "What was checked", "A check that fails keeps the whole run from counting.", [ChecksTable(run)]);
        yield return new Section(
            "replicates",
            "Replicates",
            $"Each is a fresh boot of the whole set; {Printed.Whole(Counted(run))} of {Printed.Whole(run.Replicates.Length)} count.",
            [ReplicatesTable.Of(run)]);
        yield return new Section("conditions", "Conditions", "What somebody else needs to make the run again.", [.. ConditionsTables.Of(run.Conditions)]);
    }

    private static Table ValuesTable(BenchmarkRun run) => new()
    {
        Caption = "Values, with intervals of 95 %",
        Columns =
        [
            new Column("Measure", Width: 24),
            new Column("Value", true),
            new Column("Interval", true),
            new Column("n", true),
            new Column("Unit", Width: 14),
            new Column("Method", Width: 32),
        ],
        Rows = [.. run.Values.Select(value => ValueRow(run, value))],
    };

    private static Row ValueRow(BenchmarkRun run, MeasuredValue value) => new(
    [
        new Cell(MeasuredWords.Label(value)) { Below = value.Name },
        new Cell(MeasuredWords.Number(value.Value), run.IsValid ? Tone.Strong : Tone.Missing),
        new Cell(MeasuredWords.Interval(value), Tone.Quiet),
        new Cell(Printed.Whole(value.N)),
        new Cell(value.Unit),
        new Cell(Sentences.Of(value.Method), Tone.Quiet),
    ]);

    private static Table ChecksTable(BenchmarkRun run) => new()
    {
        Caption = "Checks",
        Columns = [
            new Column("Check", Width: 20),
            new Column("Found", Width: 20),
            new Column("Allowed", Width: 20),
            new Column("", Width: 10),
            new Column("What it guards against"),
        ],
        Rows = [.. run.Checks.Select(CheckRow)],
    };

    private static Row CheckRow(ValidityCheck check) => new(
    [
        new Cell(check.Name), new Cell(Sentences.Of(check.Value)), new Cell(Sentences.Of(check.Limit), Tone.Quiet), check.Passed
            ? new Cell("passed")
            : Cell.Missing("failed"), new Cell(Sentences.Of(check.Words), Tone.Quiet),
    ]);
}
