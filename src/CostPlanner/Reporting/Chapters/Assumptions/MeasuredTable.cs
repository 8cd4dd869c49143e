using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>The assumptions that a run on a candidate server can set: assumed beside measured, and the runs that measured them.</summary>
internal static class MeasuredTable
{
    /// <summary>What measures an assumption: the commands, as typed.</summary>
    public static string RunCommand => Words.Of("assumptions.measured.run-command");

    private static string ApplyCommand => Words.Of("assumptions.measured.bench-apply-run-scenario");

    /// <summary>The table, and where something was measured the table of its runs; nothing where the case has none of these assumptions.</summary>
    public static IEnumerable<Block> Of(CaseStudy result)
    {
        var rows = Measurable(result).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        yield return new Table
        {
            Caption = Words.Of("assumptions.measured.caption"),
            Columns =
            [
                new Column(Words.Of("common.assumption"), Width: 22),
                new Column(Words.Of("assumptions.measured.value-used"), true),
                new Column(Words.Of("assumptions.measured.assumed-low-to-high"), true),
                new Column(Words.Of("common.unit"), Width: 11),
                new Column("Measured, 95 %", Width: 24), new Column(Words.Of("assumptions.measured.columns"), Width: 24),
            ],
            Rows = [.. rows.Select(row => RowOf(row, result))],
            Note = Words.Of("assumptions.measured.note", ("run-command", RunCommand), ("apply-command", ApplyCommand)),
        };
        var measured = rows.Select(row => NoteOf(result, row.AssumptionId)).OfType<MeasuredNote>().DistinctBy(note => note.Run).ToList();
        if (measured.Count > 0)
        {
            yield return RunsTable(measured, result);
        }
    }

    /// <summary>Whether a run can set the assumption.</summary>
    public static bool Holds(string id) => MeasuredAssumption.Table.Any(row => row.AssumptionId == id);

    /// <summary>Those of the case that a run can set.</summary>
    public static IEnumerable<MeasuredAssumption> Measurable(CaseStudy result) =>
        MeasuredAssumption.Table.Where(row => result.Assumptions.Knows(row.AssumptionId));

    /// <summary>What was measured of an assumption, as the scenario says; null where it is only assumed, or set by the user.</summary>
    public static MeasuredNote? NoteOf(CaseStudy result, string id) => result.Inputs.Scenario.Assumptions.LastOrDefault(each => each.Id == id)?.Measured;

    /// <summary>The record of a run in the data folder, or null.</summary>
    public static StoredRun? RecordOf(CaseStudy result, string run) => result.Inputs.Runs.FirstOrDefault(each => each.Run.Id == run);

    /// <summary>Why the record in the data folder does not bear out what the scenario says, or null where it does or there is none.</summary>
    public static string? DoubtOf(CaseStudy result, string id, MeasuredNote note)
    {
        if (RecordOf(result, note.Run) is not { } record)
        {
            return null;
        }

        var proposals = RunProposals.Of(record.Run, result.Inputs.Assumptions, result.Inputs.Scenario.Assumptions);
        var proposal = proposals.FirstOrDefault(each => each.Assumed.Id == id);
        var shared = proposals.First(each => each.Assumed.Id == AssumptionIds.ThreadYield);
        var yield = result.Assumptions.Of(AssumptionIds.ThreadYield);
        return proposal switch
        {
            null or { Measured: null } => Words.Of("assumptions.measured.doubt"),
            { IsAccepted: false } => Words.Of("assumptions.measured.its-record-is-refused", ("refusal", proposal.Refusal!)),
            _ when proposal.Measured != note.Value || proposal.Low != note.Low || proposal.High != note.High =>
                Words.Of(
                    "assumptions.measured.its-record-gives",
                    ("text", AssumptionsChapter.Text(proposal.Measured.Value)),
                    ("range", Range(proposal.Low, proposal.High))),
            _ when id == AssumptionIds.CpuOvercommit && shared is { IsAccepted: true } && shared.Measured != yield =>
                Words.Of(
                    "assumptions.measured.doubt-it-was-divided",
                    ("text", AssumptionsChapter.Text(shared.Measured!.Value)),
                    ("text-2", AssumptionsChapter.Text(yield))),
            _ => null,
        };
    }

    private static Row RowOf(MeasuredAssumption row, CaseStudy result)
    {
        var used = result.Assumptions[row.AssumptionId];
        var assumed = result.Inputs.Assumptions.Knows(row.AssumptionId) ? result.Inputs.Assumptions[row.AssumptionId] : used;
        return new Row(
        [
            AssumptionsChapter.LabelOf(used, result),
            new Cell(AssumptionsChapter.Text(used.Likely), assumed.Provenance.IsPlaceholder && used == assumed ? Tone.Placeholder : Tone.Strong),
            new Cell(Range(assumed.Low, assumed.High), Tone.Quiet),
            new Cell(used.Unit),
            MeasuredCell(row, result),
            AssumptionsChapter.SourceOf(assumed.Provenance),
        ],
        Anchor: AssumptionsChapter.Anchor(row.AssumptionId));
    }

    private static Cell MeasuredCell(MeasuredAssumption row, CaseStudy result)
    {
        if (NoteOf(result, row.AssumptionId) is not { } note)
        {
            var isSet = result.Inputs.Scenario.Assumptions.Any(own => own.Id == row.AssumptionId);
            return Cell.Missing(
                isSet ? Words.Of("assumptions.measured.measured-cell") : Words.Of("assumptions.measured.only-assumed")) with { Below = Words.Of(
                    "assumptions.measured.measures-it-as",
                    ("run-command", RunCommand),
                    ("measure", row.Measure.Name)) };
        }

        var doubt = DoubtOf(result, row.AssumptionId, note);
        return new Cell($"{AssumptionsChapter.Text(note.Value)}, {Range(note.Low, note.High)}", doubt is null ? Tone.Strong : Tone.Missing)
        {
            Below = Words.Of(
                "assumptions.measured.n-run",
                ("n", note.N),
                ("run", note.Run),
                ("day", Printed.ShortDay(note.Day)),
                ("host", note.Host ?? Words.Of("assumptions.measured.host-not-said")),
                ("value", doubt is null ? "" : $"; {doubt}")),
            Link = Anchor(note.Run),
        };
    }

    private static Table RunsTable(IEnumerable<MeasuredNote> notes, CaseStudy result) => new()
    {
        Caption = Words.Of("assumptions.measured.runs-that-measured-them"),
        Columns =
        [
            new Column(Words.Of("assumptions.measured.run"), Width: 18), new Column(Words.Of("common.day"), Width: 10), new Column(
                Words.Of("assumptions.measured.columns-host-as-the"), Width: 22),
                new Column(Words.Of("assumptions.measured.plan-qemu"), Width: 14),
                new Column(
                Words.Of("assumptions.measured.columns-record-in-the")),
        ],
        Rows = [.. notes.Select(note => RunRow(note, RecordOf(result, note.Run)))],
        IsKept = true,
    };

    private static Row RunRow(MeasuredNote note, StoredRun? record) => new(
    [
        new Cell(note.Run, Tone.Strong),
        new Cell(Printed.ShortDay(note.Day)),
        note.Host is null ? Cell.Missing(Words.Of("common.not-said")) : new Cell(note.Host),
        record is null ? Cell.Missing(Words.Of("common.not-known")) : new Cell(record.Run.Conditions.Plan) { Below = Words.Of(
            "assumptions.measured.qemu",
            ("qemu-version", record.Run.Conditions.QemuVersion)) },
        record is null
            ? Cell.Missing(Words.Of("assumptions.measured.run-row"))
            : new Cell(record.File) { Below = record.Sha256 },
    ],
    Anchor: Anchor(note.Run));

    private static string Anchor(string run) => $"run-{run}";

    private static string Range(decimal? low, decimal? high) => Words.Of("assumptions.measured.to", ("end", End(low)), ("end-2", End(high)));

    private static string End(decimal? end) => end is { } known ? AssumptionsChapter.Text(known) : "?";
}
