using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>One step of one guest, or of the bare host, as it was: what was asked, how long it took by both clocks, what the tool printed.</summary>
/// <remarks>Nothing is corrected or averaged here; the output is kept whole, so that it can be read again.</remarks>
public sealed record GuestSample
{
    /// <summary>The step's number within its replicate, from 0: the order in which steps began. Guests that work at once share it.</summary>
    public required int Order { get; init; }

    /// <summary>The guest's number from 1, or null where the bare host did the same work.</summary>
    public int? Guest { get; init; }

    /// <summary>What was asked, as the guest was told: "cpu 1 30".</summary>
    public required string Command { get; init; }

    /// <summary>Whether the step only warmed up what followed: it is kept as evidence and enters no figure.</summary>
    public bool IsWarmUp { get; init; }

    /// <summary>How long the step took by the host's monotonic clock, in seconds; 0 or more.</summary>
    public required double HostSeconds { get; init; }

    /// <summary>How long it took by the guest's own clock, in seconds; null on the bare host and where the guest did not say.</summary>
    public double? GuestSeconds { get; init; }

    /// <summary>The tool's exit code; null where none came back.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What the tool printed, whole; empty where it printed nothing.</summary>
    public string Output { get; init; } = "";

    /// <summary>Figures read from the output and from the host while the step ran, by name with the unit in it ("p99-ms").</summary>
    public ImmutableSortedDictionary<string, double> Readings { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Why this is no sample, or null when it is one.</summary>
    public Message? Problem => 0 switch
    {
        _ when Order < 0 => Message.Of("sample.order", ("order", Order)),
        _ when Guest is < 1 and var guest => Message.Of("sample.guest", ("guest", guest)),
        _ when string.IsNullOrWhiteSpace(Command) => Message.Of("sample.no-command"),
        _ when !double.IsFinite(HostSeconds) || HostSeconds < 0 => Message.Of("sample.host-seconds"),
        _ when GuestSeconds is { } seconds && (!double.IsFinite(seconds) || seconds < 0) => Message.Of("sample.guest-seconds"),
        _ => Numbers.Problem(Readings),
    };
}

/// <summary>A fresh boot of the whole set of guests, and everything that was measured until its end: the unit of replication.</summary>
public sealed record Replicate
{
    /// <summary>Its number in the run, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it was made for, in lower case with hyphens: "cpu-cost".</summary>
    public required string Experiment { get; init; }

    /// <summary>How many guests were booted together; 0 where only the bare host worked.</summary>
    public required int Guests { get; init; }

    /// <summary>Why it does not count; null where it does. A rejected replicate is kept as evidence and enters no figure.</summary>
    public Rejection? Rejected { get; init; }

    /// <summary>Every sample, in the order of time and then of guests.</summary>
    public ImmutableArray<GuestSample> Samples { get; init; } = [];

    /// <summary>
    /// What the replicate came to for each measure, its guests put together first (sum, mean or least): the numbers that are compared between runs.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Why this is no replicate, or null when it is one.</summary>
    public Message? Problem => 0 switch
    {
        _ when Number < 1 => Message.Of("replicate.number", ("number", Number)),
        _ when !MeasurementName.IsOne(Experiment) => Message.Of("replicate.experiment"),
        _ when Guests < 0 => Message.Of("replicate.guests", ("guests", Guests)),
        _ when Rejected is { } rejected && !MeasurementName.IsPlain(rejected.Words) => Message.Of("replicate.control"),
        _ when Samples.FirstOrDefault(sample => sample.Guest > Guests) is { } odd => Message.Of(
            "replicate.sample-guest", ("guest", odd.Guest!.Value), ("guests", Guests)),
        _ when Samples.Select(sample =>
            sample.Problem).FirstOrDefault(problem => problem is not null) is { } problem => Message.Of("replicate.sample", ("problem", problem)),
        _ => Numbers.Problem(Figures),
    };
}

/// <summary>Named numbers of the record.</summary>
internal static class Numbers
{
    /// <summary>Why these are no named numbers, or null when they are.</summary>
    public static Message? Problem(ImmutableSortedDictionary<string, double> numbers)
    {
        foreach (var (name, value) in numbers)
        {
            if (!MeasurementName.IsOne(name))
            {
                return Message.Of("numbers.name", ("name", name));
            }

            if (!double.IsFinite(value))
            {
                return Message.Of("numbers.not-finite", ("name", name));
            }
        }

        return null;
    }
}
