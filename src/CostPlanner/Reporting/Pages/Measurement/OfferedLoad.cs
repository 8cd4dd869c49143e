using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>What the guests of a run came to under open-loop load, replicate by replicate, read from the samples themselves.</summary>
/// <param name="Experiment">The experiment that offered the load.</param>
/// <param name="Steps">The loads, in the order in which they were offered; at least one.</param>
internal sealed record OfferedLoad(string Experiment, ImmutableArray<LoadStep> Steps)
{
    private const string Command = "rate";
    private const string Sweep = "density";
    private const double Most = 1e12;

    /// <summary>
    /// One for each experiment of the run that offered load; replicates that do not count are left out, and so are steps of which a sample cannot be read.
    /// </summary>
    public static ImmutableArray<OfferedLoad> Of(BenchmarkRun run) =>
    [
        .. from replicate in run.Replicates
           where replicate.Rejected is null
           from step in replicate.Samples.Where(sample => !sample.IsWarmUp && Rate(sample) is not null).GroupBy(sample => sample.Order)
           let load = StepOf([.. step])
           where load is not null
           group load.Value by replicate.Experiment into steps
           select new OfferedLoad(steps.Key, [.. steps]),
    ];

    /// <summary>Guests at the knee of this load; null where the run has none. The sweep "density-10" has its knee as "guests-at-knee-10".</summary>
    public MeasuredValue? Knee(BenchmarkRun run) => Experiment.StartsWith(Sweep, StringComparison.Ordinal)
        ? run.Find(Measures.GuestsAtKnee.Name + Experiment[Sweep.Length..])
        : null;

    /// <summary>What so many guests are offered; null where no such number was tried.</summary>
    public double? OfferedTo(double guests) => Steps.Where(step => step.Guests == guests).Select(step => (double?)step.Offered).FirstOrDefault();

    private static LoadStep? StepOf(ImmutableArray<GuestSample> samples)
    {
        var read = samples.Select(sample => SysbenchCpu.Parse(sample.Output).Value).ToList();
        if (read.Any(each => each is null))
        {
            return null;
        }

        var (offered, delivered, p99) = (samples.Sum(sample => Rate(sample)!.Value), read.Sum(each => each!.EventsPerSecond), read.Max(each => each!.P99));
        return offered is > 0 and < Most && delivered is >= 0 and < Most && p99 is >= 0 and < Most
            ? new LoadStep(samples.Length, offered, delivered, p99)
            : null;
    }

    /// <summary>Events a second of "rate THREADS SECONDS RATE"; null for another command, and on the bare host.</summary>
    private static double? Rate(GuestSample sample) =>
        sample.Guest is not null
            && sample.Command.Split(' ') is [Command, _, _, var rate]
            && int.TryParse(rate, NumberStyles.None, CultureInfo.InvariantCulture, out var events)
            && events > 0
            ? events
            : null;
}

/// <summary>What a set of guests came to under one load.</summary>
/// <param name="Guests">How many guests.</param>
/// <param name="Offered">Events a second offered to all of them; above 0.</param>
/// <param name="Delivered">Events a second that all of them finished.</param>
/// <param name="P99">The p99 latency of the worst of them, in ms.</param>
internal readonly record struct LoadStep(int Guests, double Offered, double Delivered, double P99);
