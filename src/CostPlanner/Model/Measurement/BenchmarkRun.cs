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
            throw new ArgumentException($"run {id}: {problem}", nameof(id));
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

    /// <summary>Everything that keeps the run from counting, each in words; empty for a valid run.</summary>
    public ImmutableArray<string> WhyNotValid =>
    [
        .. Only(Conditions.HostClass != HostClass.Hardware, $"it ran on a host of class {Conditions.HostClass.Word()}, not hardware"),
        .. Only(Conditions.Plan == MeasurementConditions.SelfTest, "it is a self-test, whose figures mean nothing"),
        .. Only(Checks.IsEmpty, "nothing was checked"),
        .. Only(Replicates.All(replicate => replicate.Rejected is not null), "no replicate counts"),
        .. Checks.Where(check => !check.Passed).Select(check => $"a check failed: {check}"),
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
    public static string? Problem(
        string id,
        string toolVersion,
        DateTimeOffset started,
        DateTimeOffset ended,
        MeasurementConditions conditions,
        ImmutableArray<Replicate> replicates,
        ImmutableArray<MeasuredValue> values,
        ImmutableArray<ValidityCheck> checks) => 0 switch
    {
        _ when !IsId(id) => "its id is not letters, digits, hyphens, underscores and dots",
        _ when string.IsNullOrWhiteSpace(toolVersion) => "the program's version is missing",
        _ when started.Offset != TimeSpan.Zero || ended.Offset != TimeSpan.Zero => "its times are not in UTC",
        _ when ended < started => "it ended before it began",
        _ when conditions.Problem is { } problem => problem,
        _ when replicates.Select(replicate => replicate.Problem).FirstOrDefault(each => each is not null) is { } problem => $"a replicate: {problem}",
        _ when !Ascend(replicates.Select(replicate => replicate.Number)) => "its replicates are not in the order of their numbers",
        _ when HasTwice(values.Select(value => value.Name)) => "two values have the same name",
        _ when checks.Any(check => !MeasurementName.IsOne(check.Name)) => "a check's name is not lower-case letters, digits and hyphens",
        _ when !checks.SelectMany(check => new[] { check.Value, check.Limit, check.Words })
            .Append(toolVersion)
            .All(MeasurementName.IsPlain) => "a check's text holds control characters",
        _ when HasTwice(checks.Select(check => check.Name)) => "two checks have the same name",
        _ => null,
    };

    private static bool HasTwice(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).Any(group => group.Count() > 1);

    private static bool Ascend(IEnumerable<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);

    private static IEnumerable<string> Only(bool holds, string words) => holds ? [words] : [];
}
