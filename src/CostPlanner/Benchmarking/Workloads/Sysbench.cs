using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>What `sysbench cpu` came to, run with --percentile=99.</summary>
/// <param name="EventsPerSecond">Events finished in a second, over all threads.</param>
/// <param name="Events">Events finished in all.</param>
/// <param name="Seconds">How long it ran by the guest's clock.</param>
/// <param name="P99">The time of an event that 99 % are not above, in ms; with --rate the time in the queue is in it.</param>
public sealed record SysbenchCpu(double EventsPerSecond, double Events, double Seconds, double P99)
{
    private const string Overfull = "The event queue is full";

    /// <summary>Whether it gave up under --rate, as it does when 100,000 events wait: its CPUs were far behind what they were offered.</summary>
    public static bool FellBehind(string output) => output.Contains(Overfull, StringComparison.Ordinal);

    /// <summary>Reads the output.</summary>
    public static Parsed<SysbenchCpu> Parse(string output) => ToolOutput.Read(output, text => new SysbenchCpu(
        SysbenchText.Figure(text, "events per second:", Message.Of("output.events-per-second")),
        SysbenchText.Events(text),
        SysbenchText.Seconds(text),
        SysbenchText.P99(text)));
}

/// <summary>What `sysbench memory` came to, run with --percentile=99.</summary>
/// <param name="MiBPerSecond">MiB read or written in a second.</param>
/// <param name="Operations">Blocks read or written in all.</param>
/// <param name="Seconds">How long it ran by the guest's clock.</param>
/// <param name="P99">The time of a block that 99 % are not above, in ms.</param>
public sealed record SysbenchMemory(double MiBPerSecond, double Operations, double Seconds, double P99)
{
    /// <summary>Reads the output.</summary>
    public static Parsed<SysbenchMemory> Parse(string output) => ToolOutput.Read(output, text => new SysbenchMemory(
        MiBPerSecondOf(text), SysbenchText.Events(text), SysbenchText.Seconds(text), SysbenchText.P99(text)));

    /// <summary>"62743.00 MiB transferred (20894.49 MiB/sec)": the only line that says it.</summary>
    private static double MiBPerSecondOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var open = line.IndexOf('(');
            if (open > 0
                && line[..open].Trim().EndsWith("MiB transferred", StringComparison.Ordinal)
                && line.TrimEnd().EndsWith("MiB/sec)", StringComparison.Ordinal))
            {
                return ToolOutput.Number(line[(open + 1)..].ToString().Replace("MiB/sec)", "", StringComparison.Ordinal), Message.Of("output.bandwidth"));
            }
        }

        throw new UnreadableException(Message.Of("output.not-said", ("what", Message.Of("output.bandwidth"))));
    }
}

/// <summary>What both outputs of sysbench have. Lines are found by their labels, wherever they stand: `max:` comes before the percentile.</summary>
internal static class SysbenchText
{
    public static double Figure(string text, string label, Message what) => ToolOutput.Number(ToolOutput.After(text, label, what), what);

    public static double Events(string text) => Figure(text, "total number of events:", Message.Of("output.events"));

    public static double Seconds(string text)
    {
        var what = Message.Of("output.time");
        var time = ToolOutput.After(text, "total time:", what);
        return time.EndsWith('s') ? ToolOutput.Number(time[..^1], what) : throw new UnreadableException(Message.Of("output.not-seconds"));
    }

    public static double P99(string text) => Figure(text, "99th percentile:", Message.Of("output.p99"));
}
