using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>What one stressor of stress-ng came to.</summary>
/// <param name="Name">The stressor's name.</param>
/// <param name="Operations">Its bogus operations in all.</param>
/// <param name="Seconds">How long it ran by the guest's clock.</param>
public sealed record Stressor(string Name, double Operations, double Seconds)
{
    /// <summary>Bogus operations per second of elapsed time.</summary>
    public double PerSecond => Operations / Seconds;
}

/// <summary>What a run of stress-ng with --yaml came to. "Bogus" operations compare with themselves only, in the same version.</summary>
/// <param name="Stressors">Each stressor, in the order of the output, by a name of its own.</param>
public sealed record StressNg(ImmutableArray<Stressor> Stressors)
{
    private const int Most = 100;
    private const int LongestName = 40;
    private const string Start = "- stressor:";

    /// <summary>Reads the output. It is YAML of a shape that never changes, so that its lines are read and nothing else of YAML is understood.</summary>
    public static Parsed<StressNg> Parse(string output) => ToolOutput.Read(output, text =>
    {
        var begins = text.IndexOf("\nmetrics:", StringComparison.Ordinal);
        if (begins < 0)
        {
            throw new UnreadableException(Message.Of("stress-ng.no-metrics"));
        }

        var entries = text[begins..].Split(Start).Skip(1).ToArray();
        var stressors = entries.Length is > 0 and <= Most
            ? entries.Select(Of).ToImmutableArray()
            : throw new UnreadableException(Message.Of("stress-ng.stressors", ("stressors", entries.Length), ("most", Most)));
        return stressors.Select(each => each.Name).Distinct(StringComparer.Ordinal).Count() == stressors.Length
            ? new StressNg(stressors)
            : throw new UnreadableException(Message.Of("stress-ng.twice"));
    });

    private static double Figure(string entry, string label, Message what) => ToolOutput.Number(ToolOutput.After(entry, label, what), what);

    private static Stressor Of(string entry)
    {
        var name = entry.Split('\n', 2)[0].Trim();
        var seconds = Figure(entry, "wall-clock-time:", Message.Of("output.wall-clock"));
        return 0 switch
        {
            _ when name.Length is 0 or > LongestName
                || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') => throw new UnreadableException(Message.Of("stress-ng.name")),
            _ when seconds == 0 => throw new UnreadableException(Message.Of("stress-ng.no-time")),
            _ => new Stressor(name, Figure(entry, "bogo-ops:", Message.Of("output.operations")), seconds),
        };
    }
}
