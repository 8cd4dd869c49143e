using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Something that is known of a host, by name: "cpu-model", "Xeon Gold 6448Y".</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was found.</param>
public sealed record HostFact(string Name, Message Value);

/// <summary>Under which conditions a run was made: enough for somebody else to make it again.</summary>
public sealed record MeasurementConditions
{
    /// <summary>The plan of a run that only tries the path; nothing it measures counts.</summary>
    public const string SelfTest = "self-test";

    /// <summary>What was found of the host, in the order it was looked for; no name occurs twice.</summary>
    public ImmutableArray<HostFact> Facts { get; init; } = [];

    /// <summary>What ran the guests.</summary>
    public required HostClass HostClass { get; init; }

    /// <summary>QEMU's version as it tells it.</summary>
    public required string QemuVersion { get; init; }

    /// <summary>The command line of the first guest, argument by argument.</summary>
    public ImmutableArray<string> Argv { get; init; } = [];

    /// <summary>The SHA-256 of each file that a guest is made of, as 64 lower-case hexadecimal digits, by the file's name.</summary>
    public ImmutableSortedDictionary<string, string> Sha256 { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The plan's name: "quick", "standard", "thorough", "self-test".</summary>
    public required string Plan { get; init; }

    /// <summary>What the plan asked for, step by step.</summary>
    public ImmutableArray<Message> Steps { get; init; } = [];

    /// <summary>The seed of the run's order and of its resampling.</summary>
    public required int Seed { get; init; }

    /// <summary>The server in a few words, "PowerEdge R760, Xeon Gold 6448Y"; null where nothing was found of it.</summary>
    public string? Host
    {
        get
        {
            var known = HostNames.Select(name => Facts.FirstOrDefault(fact => fact.Name == name)?.Value)
                .Where(value => value?.Id is null)
                .Select(value => value?.Text)
                .Where(text => !string.IsNullOrWhiteSpace(text) && !text.StartsWith(Unknown, StringComparison.Ordinal))
                .ToImmutableArray();
            return known.IsEmpty ? null : string.Join(", ", known);
        }
    }

    /// <summary>Why these are no conditions, or null when they are.</summary>
    public Message? Problem => 0 switch
    {
        _ when !MeasurementName.IsOne(Plan) => Message.Of("conditions.plan", ("plan", Plan)),
        _ when string.IsNullOrWhiteSpace(QemuVersion) => Message.Of("conditions.no-qemu"),
        _ when Facts.Any(fact => !MeasurementName.IsOne(fact.Name)) => Message.Of("conditions.fact-name"),
        _ when Facts.Select(fact => fact.Name).Distinct(StringComparer.Ordinal).Count() < Facts.Length => Message.Of("conditions.fact-twice"),
        _ when !Facts.Select(fact => fact.Value).Concat(Steps).All(MeasurementName.IsPlain)
            || !Argv.Append(QemuVersion).Concat(Sha256.Keys).All(MeasurementName.IsPlain) => Message.Of("conditions.control"),
        _ when Sha256.Values.Any(hash => hash.Length != HashDigits || !hash.All(char.IsAsciiHexDigitLower)) => Message.Of("conditions.hash"),
        _ => null,
    };

    /// <summary>How a record begins the value of a fact that could not be had; the reason follows.</summary>
    public const string Unknown = "unknown: ";

    private const int HashDigits = 64;

    private static readonly ImmutableArray<string> HostNames = ["machine-model", "cpu-model"];
}
