using System.Collections.Immutable;

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

    /// <summary>Runs the trials.</summary>
    /// <param name="plan">What to simulate; throws <see cref="CorrelationException"/> where its correlations cannot be.</param>
    /// <param name="trialCase">The case as a function of the drawn values.</param>
    /// <param name="progress">Told after each batch how many trials are done.</param>
    /// <param name="token">Calls the simulation off.</param>
    public static SimulationResult Run(
        SimulationPlan plan, TrialCase trialCase, IProgress<int>? progress = null, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.MostTrials);
        var drawing = Drawing.Draw.Of(plan);
        var trials = ImmutableArray.CreateBuilder<Trial>();
        var most = plan.Inputs.IsEmpty ? 1 : plan.MostTrials;
        while (true)
        {
            trials.AddRange(Next(drawing, trialCase, trials.Count, Math.Min(Batch, most - trials.Count), token));
            progress?.Report(trials.Count);
            var result = TrialStatistics.Of(plan, trials.ToImmutable());
            if (Stops(result, most) is { } reason)
            {
                return result with { StoppedBy = reason };
            }
        }
    }

    private static Trial[] Next(Drawing.Draw drawing, TrialCase trialCase, int first, int count, CancellationToken token)
    {
        var trials = new Trial[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, each =>
        {
            var values = drawing.Values(first + each);
            trials[each] = new Trial(values, trialCase(values));
        });
        return trials;
    }

    private static StopReason? Stops(SimulationResult result, int most) => 0 switch
    {
        _ when result.Plan.Inputs.IsEmpty => StopReason.NothingUncertain,
        _ when result.Trials.Length >= most => StopReason.MostTrials,
        _ when result.Trials.Length < Least => null,
        _ when !result.Options.Any(each => each.IsRanked) => StopReason.NothingToCompare,
        _ when result.Plan.StopsWhenKnown && IsKnown(Watched(result)) => StopReason.Known,
        _ => null,
    };

    /// <summary>The main difference; without one, what the option costs that is cheapest most often.</summary>
    private static Spread Watched(SimulationResult result) =>
        result.Main?.Saving ?? result.Options.Where(each => each.IsRanked).MaxBy(each => each.Cheapest!.Value.Value)!.Total!;

    private static bool IsKnown(Spread spread) => spread.P50.StandardError <= Enough * Math.Abs(spread.P50.Value);
}
