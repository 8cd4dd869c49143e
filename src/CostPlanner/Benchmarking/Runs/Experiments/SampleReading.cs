using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>Reads figures from samples; what is missing or cannot be read is a <see cref="GuestException"/>.</summary>
internal static class SampleReading
{
    private const double BytesPerMiB = 1 << 20;

    /// <summary>The samples of that command that count, in their order.</summary>
    public static ImmutableArray<GuestSample> Of(this ImmutableArray<GuestSample> samples, string command) =>
        [.. samples.Where(sample => !sample.IsWarmUp && (sample.Command == command || sample.Command.StartsWith(command + " ", StringComparison.Ordinal)))];

    /// <summary>The same by step: the guests of one step together.</summary>
    public static ImmutableArray<ImmutableArray<GuestSample>> Steps(this ImmutableArray<GuestSample> samples, string command, int count)
    {
        var steps = samples.Of(command).GroupBy(sample => sample.Order).OrderBy(step => step.Key).Select(step => step.ToImmutableArray()).ToImmutableArray();
        return steps.Length == count
            ? steps
            : throw Unreadable(Message.Of("sample.steps", ("steps", steps.Length), ("command", command), ("asked", count)));
    }

    /// <summary>A reading of the host.</summary>
    public static double Reading(this GuestSample sample, string name) =>
        sample.Readings.TryGetValue(name,
            out var value) ? value : throw Unreadable(Message.Of("sample.no-reading", ("sample", Title(sample)), ("reading", name)));

    /// <summary>What the work came to in a second, above 0: events, MiB or forks.</summary>
    public static double Speed(this GuestSample sample)
    {
        var speed = sample.Command.Split(' ')[0] switch
        {
            "cpu" or "rate" => sample.Cpu().EventsPerSecond,
            "memory" => Read(sample, SysbenchMemory.Parse).MiBPerSecond,
            "fork" => Read(sample, StressNg.Parse).Stressors.Sum(stressor => stressor.PerSecond),
            _ => throw new ArgumentException($"{sample.Command} has no speed", nameof(sample)),
        };
        return speed > 0 ? speed : throw Unreadable(Message.Of("sample.nothing-done", ("sample", Title(sample))));
    }

    /// <summary>What sysbench says of computing.</summary>
    public static SysbenchCpu Cpu(this GuestSample sample) => Read(sample, SysbenchCpu.Parse);

    /// <summary>What fio says.</summary>
    public static Fio Disk(this GuestSample sample) => Read(sample, Fio.Parse);

    /// <summary>What iperf3 says.</summary>
    public static Iperf3 Network(this GuestSample sample) => Read(sample, Iperf3.Parse);

    /// <summary>MiB per second of both directions.</summary>
    public static double MiBPerSecond(this Fio fio) => ((fio.Read?.BytesPerSecond ?? 0) + (fio.Write?.BytesPerSecond ?? 0)) / BytesPerMiB;

    /// <summary>The p99 of the slower direction, in ms.</summary>
    public static double P99(this Fio fio) => Math.Max(fio.Read?.P99 ?? 0, fio.Write?.P99 ?? 0);

    /// <summary>A replicate whose samples do not give its figures.</summary>
    public static GuestException Unreadable(Message words) => GuestException.Of(RejectReason.UnreadableOutput, words);

    private static T Read<T>(GuestSample sample, Func<string, Parsed<T>> parse)
        where T : class
    {
        if (sample.ExitCode != 0)
        {
            throw GuestException.Of(RejectReason.ToolFailed,
                Message.Of("sample.exit-code", ("sample", Title(sample)), ("code", ToolExitCode.Of(sample.ExitCode))));
        }

        var parsed = parse(sample.Output);
        return parsed.Value ?? throw Unreadable(Message.Of("sample.unreadable", ("sample", Title(sample)), ("reason", parsed.Reason!)));
    }

    private static Message Title(GuestSample sample) => sample.Guest is { } guest
        ? Message.Of("sample.of-guest", ("guest", guest), ("command", sample.Command))
        : Message.Of("sample.of-host", ("command", sample.Command));
}
