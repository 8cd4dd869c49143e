using System.Text.Json;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Progress as lines of JSON: what a run prints when nobody watches it on a terminal, and what a run on another host sends home.</summary>
/// <remarks>
/// {"v":1,"moment":"phase","elapsed":12.345,"left":null,"experiment":"cpu-cost","replicate":1,"guests":2,"words":"boot"}; times in seconds, every key is there.
/// </remarks>
public static class RunProgressJson
{
    /// <summary>The key that tells such a line from others.</summary>
    internal const string Moment = "moment";

    private const int Decimals = 3;

    // A year: no run lasts so long, and no time in seconds up to it is too large for a TimeSpan.
    private const double Longest = 366.0 * 24 * 60 * 60;

    /// <summary>The line, without its end.</summary>
    public static string Line(RunProgress progress, MessageWording words) => StrictLine.Of(to =>
    {
        to.WriteString(Moment, Word(progress.Moment));
        StrictLine.Number(to, "elapsed", Seconds(progress.Elapsed));
        StrictLine.Number(to, "left", progress.Left is { } left ? Seconds(left) : null);
        to.WriteString("experiment", progress.Experiment);
        StrictLine.Number(to, "replicate", progress.Replicate);
        StrictLine.Number(to, "guests", progress.Guests);
        to.WriteString("words", Printable.Line(words(progress.Words)));
    });

    /// <summary>The progress of a line, its words made fit for a terminal; what is none is a <see cref="FormatException"/> with the reason.</summary>
    public static RunProgress Read(ReadOnlyMemory<byte> line) => StrictLine.Read(line, Of);

    internal static RunProgress Of(JsonElement root)
    {
        StrictLine.Only(root, Moment, "elapsed", "left", "experiment", "replicate", "guests", "words");
        var experiment = StrictLine.OptionalText(root, "experiment");
        return experiment is null || MeasurementName.IsOne(experiment)
            ? new RunProgress(
                MomentOf(StrictLine.Text(root, Moment)),
                Time(root.GetProperty("elapsed")),
                root.GetProperty("left") is var left && left.ValueKind == JsonValueKind.Null ? null : Time(left),
                experiment,
                StrictLine.OptionalCount(root, "replicate", 1),
                StrictLine.OptionalCount(root, "guests", 0),
                Printable.Line(StrictLine.Text(root, "words")))
            : throw new FormatException("the experiment is no name");
    }

    private static string Word(RunMoment moment) => moment.ToString().ToLowerInvariant();

    private static RunMoment MomentOf(string word)
    {
        foreach (var moment in Enum.GetValues<RunMoment>())
        {
            if (Word(moment) == word)
            {
                return moment;
            }
        }

        throw new FormatException("the moment is none that this program knows");
    }

    private static decimal Seconds(TimeSpan time) => decimal.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, Decimals);

    private static TimeSpan Time(JsonElement seconds) => seconds.GetDouble() is >= 0 and <= Longest and var value
        ? TimeSpan.FromSeconds(Math.Round(value, Decimals))
        : throw new FormatException("a time is not that of a run");
}
