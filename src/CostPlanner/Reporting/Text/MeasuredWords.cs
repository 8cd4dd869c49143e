using System.Globalization;
using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>Measured values as lines of a table, and as lines of a scenario.</summary>
public static class MeasuredWords
{
    private const string Nothing = "-";

    /// <summary>The headers of <see cref="Cells(ComparedMeasure)"/>.</summary>
    public static IReadOnlyList<string> ComparedHeaders { get; } = ["measure", "unit", "A", "A, 95 %", "B", "B, 95 %", "p", ""];

    /// <summary>The headers of <see cref="Cells(Proposal)"/>.</summary>
    public static IReadOnlyList<string> ProposalHeaders { get; } = ["assumption", "unit", "assumed", "range", "now", "measured", "95 %", "n", ""];

    /// <summary>The headers of <see cref="Cells(MeasuredValue)"/>.</summary>
    public static IReadOnlyList<string> ValueHeaders { get; } = ["measure", "unit", "value", "95 %", "n", "method"];

    /// <summary>The headers of <see cref="Cells(ValidityCheck)"/>.</summary>
    public static IReadOnlyList<string> CheckHeaders { get; } = ["check", "found", "allowed", ""];

    /// <summary>The headers of <see cref="Cells(Replicate)"/>.</summary>
    public static IReadOnlyList<string> ReplicateHeaders { get; } = ["replicate", "experiment", "guests", ""];

    /// <summary>What a value is of; a measure of another version has its name only.</summary>
    public static string Label(MeasuredValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Measures.Find(value.Name) is { } measure ? Sentences.Of(measure.Label) : value.Name;
    }

    /// <summary>A value of a run.</summary>
    public static IReadOnlyList<string> Cells(MeasuredValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [
            Label(value),
            value.Unit,
            Number(value.Value),
            Interval(value),
            value.N.ToString(CultureInfo.InvariantCulture),
            Sentences.Of(value.Method),
        ];
    }

    /// <summary>A check of a run.</summary>
    public static IReadOnlyList<string> Cells(ValidityCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return [
            check.Name,
            Sentences.Of(check.Value),
            Sentences.Of(check.Limit),
            check.Passed ? Words.Of("common.passed") : Words.Of("terms.measured.failed", ("why", check.Words)),
        ];
    }

    /// <summary>A replicate of a run, with its figures or why it does not count.</summary>
    public static IReadOnlyList<string> Cells(Replicate replicate)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        return
        [
            replicate.Number.ToString(CultureInfo.InvariantCulture), replicate.Experiment, replicate.Guests.ToString(CultureInfo.InvariantCulture),
            replicate.Rejected is { } why ? Words.Of("terms.measured.rejected", ("reason", why.Reason.Word()), ("why", why.Words)) : Figures(replicate),
        ];
    }

    /// <summary>The figures of a replicate: "cpu-alu 0.97, cpu-memory 0.93"; empty where it has none of its own.</summary>
    public static string Figures(Replicate replicate)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        return string.Join(", ", replicate.Figures.Select(figure => $"{figure.Key} {Number(figure.Value)}"));
    }

    /// <summary>A measure of two runs.</summary>
    public static IReadOnlyList<string> Cells(ComparedMeasure measure) =>
    [
        Sentences.Of(measure.Label), measure.Unit, Value(measure.A), Interval(measure.A), Value(measure.B), Interval(measure.B),
        measure.Difference is { } difference ? difference.P.ToString("0.0000", CultureInfo.InvariantCulture) : Nothing,
        Sentences.Of(measure.Words),
    ];

    /// <summary>An assumption beside what was measured.</summary>
    public static IReadOnlyList<string> Cells(Proposal proposal) =>
    [
        proposal.Assumed.Id,
        proposal.Assumed.Unit,
        Text(proposal.Assumed.Likely),
        Words.Of("terms.measured.to", ("text", Text(proposal.Assumed.Low)), ("text-2", Text(proposal.Assumed.High))),
        Text(proposal.Now),
        proposal.Measured is { } value ? Text(value) : Nothing,
        proposal.Measured is null || (proposal.Low is null && proposal.High is null) ? Nothing : Words.Of(
            "terms.measured.cells-to",
            ("open", Open(proposal.Low)),
            ("open-2", Open(proposal.High))),
        proposal.N.ToString(CultureInfo.InvariantCulture),
        proposal.IsAccepted ? Words.Of("terms.measured.taken") : Words.Of("terms.measured.refused", ("why", proposal.Refusal!)),
    ];

    /// <summary>The line of a scenario that an accepted proposal becomes.</summary>
    public static AssumptionLine Line(BenchmarkRun run, Proposal proposal)
    {
        if (proposal is not { Measured: { } value, Low: { } low, High: { } high })
        {
            throw new ArgumentException($"{proposal.Assumed.Id} was not measured", nameof(proposal));
        }

        var more = Words.Of(
            "terms.measured.before",
            ("text", Text(proposal.Now)),
            ("value", proposal.Note is { } note ? $"; {Sentences.Of(note)}" : ""));
        var day = DateOnly.FromDateTime(run.Started.UtcDateTime);
        return new(
            proposal.Assumed.Id,
            Text(value),
            new MeasuredNote(run.Id, run.Conditions.Host, day, value, low, high, proposal.Assumed.Unit, proposal.N, more).ToString());
    }

    /// <summary>A price per guest in a sentence.</summary>
    public static string Sentence(string candidate, GuestPrice price) => price switch
    {
        { PerGuest: { } most,
            Least: { } least } => Words.Of(
                "terms.measured.sentence",
                ("candidate", candidate),
                ("price", price.Price.ToString()),
                ("rounded", most.Rounded(2).ToString()),
                ("rounded-2", least.Rounded(2).ToString())),
        { PerGuest: { } most } => Words.Of(
            "terms.measured.sentence-a-server-a",
            ("candidate", candidate),
            ("price", price.Price.ToString()),
            ("rounded", most.Rounded(2).ToString())),
        _ => Words.Of("terms.measured.sentence-a-server-no", ("candidate", candidate), ("price", price.Price.ToString()), ("hole", price.Hole!)),
    };

    /// <summary>
    /// A measured figure, to five digits: more would claim more than was measured. Written out, not in powers of ten, while that can be read.
    /// </summary>
    public static string Number(double value)
    {
        var text = value.ToString("G5", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is >= LeastWritten and < MostWritten
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>The interval of a value: "0.89 to 0.91", with a question mark for an end that is not known; nothing where neither is.</summary>
    public static string Interval(MeasuredValue? value) => value?.Low is null && value?.High is null ? Nothing : Words.Of(
        "terms.measured.interval-to",
        ("open", Open(value.Low)),
        ("open-2", Open(value.High)));

    private const double LeastWritten = 1e-9;
    private const double MostWritten = 1e12;

    private static string Value(MeasuredValue? value) => value is null ? Nothing : Number(value.Value);

    private static string Open(double? end) => end is { } known ? Number(known) : "?";

    private static string Open(decimal? end) => end is { } known ? Text(known) : "?";

    private static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
