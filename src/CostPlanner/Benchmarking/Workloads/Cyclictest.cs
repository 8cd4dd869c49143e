using System.Text.RegularExpressions;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>How late timers woke their threads, by `cyclictest -q`: over all threads, in microseconds.</summary>
/// <param name="Threads">How many threads were measured.</param>
/// <param name="Wakes">How often they woke in all.</param>
/// <param name="Least">The earliest.</param>
/// <param name="Mean">The mean, each thread by its wakes.</param>
/// <param name="Most">The latest.</param>
public sealed partial record Cyclictest(int Threads, double Wakes, double Least, double Mean, double Most)
{
    /// <summary>Reads the output.</summary>
    public static Parsed<Cyclictest> Parse(string output) => ToolOutput.Read(output, text =>
    {
        var threads = Line().Matches(text).Select(match => (
            Wakes: Group(match, "wakes"), Least: Group(match, "min"), Mean: Group(match, "avg"), Most: Group(match, "max"))).ToArray();
        var wakes = threads.Sum(thread => thread.Wakes);
        return 0 switch
        {
            _ when threads.Length == 0 => throw new UnreadableException(Message.Of("cyclictest.no-thread")),
            _ when wakes == 0 => throw new UnreadableException(Message.Of("cyclictest.no-wake")),
            _ => new Cyclictest(
                threads.Length,
                wakes,
                threads.Min(thread => thread.Least),
                threads.Sum(thread => thread.Mean * thread.Wakes) / wakes,
                threads.Max(thread => thread.Most)),
        };
    });

    private static double Group(Match match, string name) => ToolOutput.Number(match.Groups[name].Value, Message.Of("output.latency"));

    // Every part is bounded, so that no line takes long, whatever is in it.
    [GeneratedRegex(@"^T: {0,9}[0-9]{1,6} {1,9}\( {0,9}[0-9]{1,9}\)[^C\n]{0,80}C: {0,9}(?<wakes>[0-9]{1,12}) {1,9}Min: {0,9}(?<min>[0-9]{1,12}) {1,9}Act: {0,9}[0-9]{1,12} {1,9}Avg: {0,9}(?<avg>[0-9]{1,12}) {1,9}Max: {0,9}(?<max>[0-9]{1,12}) {0,9}\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Line();
}
