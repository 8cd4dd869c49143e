using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation;

/// <summary>Runs the case over and over with drawn values.</summary>
/// <remarks>
/// Trials are made in batches, those of a batch in parallel. What a trial draws depends on the seed and its number only, and whether to go on is
/// asked between batches, so that the result is the same on any number of threads.
/// </remarks>
public static class MonteCarlo
{
    /// <summary>How many trials lie between two questions whether to go on.</summary>
    public const int Batch = 500;

    /// <summary>The fewest trials before stopping: 5 % of them are still enough for a tail.</summary>
    public const int Least = 2 * Batch;

    /// <summary>The standard error of the main difference's median, as a share of it, that is good enough.</summary>
    public const decimal Enough = 0.01m;

    /// <summary>The same as a share of what is paid against it: a difference near 0 is never known to a share of itself, and needs not be.</summary>
    public const decimal EnoughOfTotal = 0.005m;

    /// <summary>Runs the trials.</summary>
    /// <param name="plan">What to simulate; throws <see cref="CorrelationException"/> where its correlations cannot be.</param>
    /// <param name="trialCase">The case as a function of the drawn values.</param>
    /// <param name="progress">Told after each batch how many trials are done.</param>
    /// <param name="token">Calls the simulation off.</param>
    public static SimulationResult Run(
        SimulationPlan plan, TrialCase trialCase, IProgress<int>? progress = null, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.MostTrials);
        var drawing = Draw.Of(plan);
        var trials = new List<Trial>();
        var most = plan.Inputs.IsEmpty ? 1 : plan.MostTrials;
        while (true)
        {
            trials.AddRange(Next(drawing, trialCase, trials.Count, Math.Min(Batch, most - trials.Count), token));
            progress?.Report(trials.Count);
            var statistics = new TrialStatistics(plan, trials);
            if (Stops(plan, trials.Count, statistics.Watched) is { } reason)
            {
                return statistics.Result(reason);
            }
        }
    }

    private static Trial[] Next(Draw drawing, TrialCase trialCase, int first, int count, CancellationToken token)
    {
        var trials = new Trial[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, each =>
        {
            var values = drawing.Values(first + each);
            trials[each] = new Trial(values, trialCase(values));
        });
        return trials;
    }

    private static TrialStopReason? Stops(SimulationPlan plan, int trials, (Estimate Median, decimal Scale)? watched) => 0 switch
    {
        _ when plan.Inputs.IsEmpty => TrialStopReason.NothingUncertain,
        _ when trials >= plan.MostTrials => TrialStopReason.MostTrials,
        _ when trials < Least => null,
        _ when watched is null => TrialStopReason.NothingToCompare,
        _ when plan.StopsWhenKnown && IsKnown(watched.Value) => TrialStopReason.Known,
        _ => null,
    };

    private static bool IsKnown((Estimate Median, decimal Scale) watched) =>
        watched.Median.StandardError <= Math.Max(Enough * Math.Abs(watched.Median.Value), EnoughOfTotal * watched.Scale);
}
