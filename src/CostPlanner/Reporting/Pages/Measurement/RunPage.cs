using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>One run on a page: whether it counts, what it came to, what was checked, every replicate, and the conditions.</summary>
public static class RunPage
{
    private static string NotMeasured => Words.Of("common.not-measured");

    /// <summary>The page. The same record gives the same page.</summary>
    public static ReportDocument Of(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ReportDocument(
            Words.Of("measurement.run.run", ("run", run.Id)),
            ContextOf(run),
            DateOnly.FromDateTime(run.Started.UtcDateTime),
            Verdict(run),
            [.. Warnings(run), KeyFiguresOf(run)],
            [.. Sections(run)])
        {
            Kind = Words.Of("measurement.run.kind"),
        };
    }

    /// <summary>Whether the run counts, in a sentence.</summary>
    public static string Verdict(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.IsValid
            ? Words.Of(
                "measurement.run.verdict",
                ("checks", run.Checks.Length),
                ("counted", Counted(run)),
                ("replicates", Printed.Whole(run.Replicates.Length)))
            : $"{Banner(run)}.";
    }

    /// <summary>Host, day, plan and what ran the guests, on a line.</summary>
    public static string ContextOf(BenchmarkRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var minutes = Printed.Number((decimal)(run.Ended - run.Started).TotalMinutes, 1);
        return Words.Of(
            "measurement.run.plan-minutes-class-qemu",
            ("host", run.Conditions.Host ?? Words.Of("measurement.run.host-not-known")),
            ("from-date-time", Printed.Day(DateOnly.FromDateTime(run.Started.UtcDateTime))),
            ("plan", run.Conditions.Plan),
            ("minutes", minutes),
            ("word", run.Conditions.HostClass.Word()),
            ("qemu-version", run.Conditions.QemuVersion));
    }

    private static IEnumerable<Block> Warnings(BenchmarkRun run) =>
        run.IsValid ? [] : [new Notice(Words.Of("measurement.run.warnings"),
            [.. run.WhyNotValid.Select(Sentences.Of).Select(why => $"{char.ToUpperInvariant(why[0])}{why[1..]}.")])];

    private static string Banner(BenchmarkRun run) =>
        run.Conditions.Plan == MeasurementConditions.SelfTest
            ? Words.Of("measurement.run.banner")
            : Words.Of("measurement.run.banner-not-valid-no");

    private static int Counted(BenchmarkRun run) => run.Replicates.Count(replicate => replicate.Rejected is null);

    private static KeyFigures KeyFiguresOf(BenchmarkRun run) => new(
    [
        KeyFigureOf(run, Words.Of("common.vcpus-per-core"), Measures.Overcommit, Words.Of("measurement.run.key-figures")),
        KeyFigureOf(run, Words.Of("measurement.run.guest-against-bare-host"), Measures.CpuAlu, Words.Of("measurement.run.key-figures-work-of-a")),
        KeyFigureOf(
            run, Words.Of("measurement.run.key-figures-memory-beside-a"), Measures.MemoryOverheadTypical, Words.Of("measurement.run.key-figures-for-a-guest")),
    ]);

    private static KeyFigure KeyFigureOf(BenchmarkRun run, string label, Measure measure, string note) => run.Find(measure.Name) is { } value
        ? new KeyFigure(
            run.IsValid ? label : Words.Of("measurement.run.not-valid", ("label", label)),
            $"{MeasuredWords.Number(value.Value)}{(measure.Unit == Measures.MemoryOverheadTypical.Unit ? $"{Printed.Space}{measure.Unit}" : "")}",
            $"{MeasuredWords.Interval(value)}; {note}")
        : new KeyFigure(label, NotMeasured, note);

    private static IEnumerable<Section> Sections(BenchmarkRun run)
    {
        var load = LoadCharts.Of([(run.Id, run)]).ToImmutableArray();
        yield return new Section(
            "values", Words.Of("measurement.run.what-it-came-to"), run.IsValid
                ? IntervalCharts.Key
                : $"{Banner(run)}. {IntervalCharts.Key}", [ValuesTable(run), .. IntervalCharts.Of(run)]);
        if (!load.IsEmpty)
        {
            yield return new Section(
                "load", Words.Of("common.under-a-growing-load"), Words.Of("measurement.run.sections"), load);
        }

        yield return new Section("checks", Words.Of("measurement.run.what-was-checked"), Words.Of("measurement.run.sections-a-check-that"), [ChecksTable(run)]);
        yield return new Section(
            "replicates",
            Words.Of("measurement.run.replicates"),
            Words.Of(
                "measurement.run.sections-each-is-a",
                ("counted", Printed.Whole(Counted(run))),
                ("replicates", Printed.Whole(run.Replicates.Length))),
            [ReplicatesTable.Of(run)]);
        yield return new Section(
            "conditions", Words.Of("common.conditions"), Words.Of("measurement.run.sections-what-somebody-else"), [.. ConditionsTables.Of(run.Conditions)]);
    }

    private static Table ValuesTable(BenchmarkRun run) => new()
    {
        Caption = Words.Of("measurement.run.caption"),
        Columns =
        [
            new Column(Words.Of("common.measure"), Width: 24),
            new Column(Words.Of("common.value"), true),
            new Column(Words.Of("common.interval"), true),
            new Column("n", true),
            new Column(Words.Of("common.unit"), Width: 14),
            new Column(Words.Of("measurement.run.method"), Width: 32),
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
        Caption = Words.Of("measurement.run.checks"),
        Columns = [
            new Column(Words.Of("measurement.run.check"), Width: 20),
            new Column(Words.Of("measurement.run.found"), Width: 20),
            new Column(Words.Of("measurement.run.allowed"), Width: 20),
            new Column("", Width: 10),
            new Column(Words.Of("measurement.run.what-it-guards-against")),
        ],
        Rows = [.. run.Checks.Select(CheckRow)],
    };

    private static Row CheckRow(ValidityCheck check) => new(
    [
        new Cell(check.Name), new Cell(Sentences.Of(check.Value)), new Cell(Sentences.Of(check.Limit), Tone.Quiet), check.Passed
            ? new Cell(Words.Of("common.passed"))
            : Cell.Missing(Words.Of("measurement.run.failed")), new Cell(Sentences.Of(check.Words), Tone.Quiet),
    ]);
}
