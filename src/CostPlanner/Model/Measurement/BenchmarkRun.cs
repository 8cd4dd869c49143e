using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The record of a benchmark run on a candidate server: conditions, every sample, what they came to, and whether it counts.</summary>
public sealed record BenchmarkRun
{
    /// <summary>The version of the record as files name it.</summary>
    public const string Schema = "costplanner/measurement/1";

    private const int LongestId = 100;

    /// <summary>A run; throws where <see cref="Problem"/> says why it can mean nothing.</summary>
    public BenchmarkRun(
        string id,
        string toolVersion,
        DateTimeOffset started,
        DateTimeOffset ended,
        MeasurementConditions conditions,
        ImmutableArray<Replicate> replicates,
        ImmutableArray<MeasuredValue> values,
        ImmutableArray<ValidityCheck> checks)
    {
        if (Problem(id, toolVersion, started, ended, conditions, replicates, values, checks) is { } problem)
        {
            throw new ArgumentException($"run {id}: {problem.ToString()}", nameof(id));
        }

        (Id, ToolVersion, Started, Ended) = (id, toolVersion, started, ended);
        (Conditions, Replicates, Values, Checks) = (conditions, replicates, values, checks);
    }

    /// <summary>The run's id, which is its file's name without the ending: letters, digits, hyphens, underscores and dots.</summary>
    public string Id { get; }

    /// <summary>The version of this program that made it.</summary>
    public string ToolVersion { get; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>When it ended, in UTC; not before it began.</summary>
    public DateTimeOffset Ended { get; }

    /// <summary>Under which conditions.</summary>
    public MeasurementConditions Conditions { get; }

    /// <summary>Every boot of the set, also the rejected ones, by number.</summary>
    public ImmutableArray<Replicate> Replicates { get; }

    /// <summary>What the samples came to, each name once.</summary>
    public ImmutableArray<MeasuredValue> Values { get; }

    /// <summary>What had to hold, and whether it did, each name once.</summary>
    public ImmutableArray<ValidityCheck> Checks { get; }

    /// <summary>
    /// Whether the values may reach a business case: measured on hardware, not in a self-test, something checked, every check passed, a replicate that counts.
    /// </summary>
    public bool IsValid => WhyNotValid.IsEmpty;

    /// <summary>Everything that keeps the run from counting; empty for a valid run.</summary>
    public ImmutableArray<Message> WhyNotValid =>
    [
        .. Only(Conditions.HostClass != HostClass.Hardware, Message.Of("run.not-hardware", ("class", Conditions.HostClass.Word()))),
        .. Only(Conditions.Plan == MeasurementConditions.SelfTest, Message.Of("run.self-test")),
        .. Only(Checks.IsEmpty, Message.Of("run.not-checked")),
        .. Only(Replicates.All(replicate => replicate.Rejected is not null), Message.Of("run.no-replicate")),
        .. Checks.Where(check => !check.Passed).Select(check => Message.Of("run.check-failed", ("check", check.Line))),
    ];

    /// <summary>The value of that name, or null where the run has none.</summary>
    public MeasuredValue? Find(string name) => Values.FirstOrDefault(value => value.Name == name);

    /// <summary>What each replicate that counts came to for a measure, by number; empty where it was not measured by replicate.</summary>
    public ImmutableArray<double> FiguresOf(string name) =>
        [.. Replicates.Where(replicate => replicate.Rejected is null && replicate.Figures.ContainsKey(name)).Select(replicate => replicate.Figures[name])];

    /// <summary>Whether a text can be a run's id, and so a file's name.</summary>
    public static bool IsId(string text) =>
        text is { Length: > 0 and <= LongestId } && char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>Why these parts are no run, or null when they are one.</summary>
    public static Message? Problem(
        string id,
        string toolVersion,
        DateTimeOffset started,
        DateTimeOffset ended,
        MeasurementConditions conditions,
        ImmutableArray<Replicate> replicates,
        ImmutableArray<MeasuredValue> values,
        ImmutableArray<ValidityCheck> checks) => 0 switch
    {
        _ when !IsId(id) => Message.Of("run.id"),
        _ when string.IsNullOrWhiteSpace(toolVersion) => Message.Of("run.no-version"),
        _ when started.Offset != TimeSpan.Zero || ended.Offset != TimeSpan.Zero => Message.Of("run.not-utc"),
        _ when ended < started => Message.Of("run.ended-early"),
        _ when conditions.Problem is { } problem => problem,
        _ when replicates.Select(replicate =>
            replicate.Problem).FirstOrDefault(each => each is not null) is { } problem => Message.Of("run.replicate", ("problem", problem)),
        _ when !Ascend(replicates.Select(replicate => replicate.Number)) => Message.Of("run.replicate-order"),
        _ when HasTwice(values.Select(value => value.Name)) => Message.Of("run.value-twice"),
        _ when checks.Any(check => !MeasurementName.IsOne(check.Name)) => Message.Of("run.check-name"),
        _ when !MeasurementName.IsPlain(toolVersion)
            || !checks.SelectMany(check => new[] { check.Value, check.Limit, check.Words }).All(MeasurementName.IsPlain) => Message.Of("run.check-control"),
        _ when HasTwice(checks.Select(check => check.Name)) => Message.Of("run.check-twice"),
        _ => null,
    };

    private static bool HasTwice(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).Any(group => group.Count() > 1);

    private static bool Ascend(IEnumerable<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);

    private static IEnumerable<Message> Only(bool holds, Message words) => holds ? [words] : [];
}
