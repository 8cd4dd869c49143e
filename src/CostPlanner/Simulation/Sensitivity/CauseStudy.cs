using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>How much work the search for causes may be.</summary>
/// <param name="Singly">How many inputs are asked singly; the others are asked as one.</param>
/// <param name="MostRows">The most pairs of trials that are mixed for each of them.</param>
public sealed record CauseEffort(int Singly, int MostRows)
{
    /// <summary>Twelve inputs, so that the ten to name can be told from the next, and 500 pairs, which the fewest trials have.</summary>
    public static CauseEffort Usual { get; } = new(12, 500);
}

/// <summary>What a figure's uncertainty comes from.</summary>
/// <param name="Tornado">Each input alone at its low and its high.</param>
/// <param name="Ranks">Spearman's rank correlation of each input with the figure over the trials, in the order of the inputs; null where one of the two does
/// not vary.</param>
/// <param name="Variance">The shares of variance; null where the figure does not vary or is missing too often.</param>
/// <remarks>
/// Which inputs are asked singly: those with the widest bar or the highest rank correlation, whichever puts them higher. That is only a screen; what
/// it misses shows as a share of the rest.
/// </remarks>
public sealed record CauseStudy(Tornado Tornado, ImmutableArray<double?> Ranks, SobolIndices? Variance)
{
    /// <summary>The causes of a figure of a simulation.</summary>
    public static CauseStudy Of(
        SimulationResult result, TrialCase trialCase, TrialFigure figure, CauseEffort? effort = null, CancellationToken token = default)
    {
        effort ??= CauseEffort.Usual;
        var inputs = result.Plan.Inputs;
        var tornado = Tornado.Of(inputs, trialCase, figure, token);
        var known = result.Trials.Where(trial => figure(trial.Outcome) is not null).ToArray();
        var figures = known.Select(trial => figure(trial.Outcome)!.Value).ToArray();
        var ranks = inputs.Select((_, input) => SpearmanRank.Of([.. known.Select(trial => trial.Values[input])], figures)).ToImmutableArray();
        var groups = Groups(result.Plan);
        var singly = Screened(tornado, ranks)
            .Select(input => groups[input])
            .DistinctBy(group => group[0])
            .Take(effort.Singly)
            .ToImmutableArray();
        return new CauseStudy(tornado, ranks, SobolIndices.Of(result, singly, trialCase, figure, effort.MostRows, token));
    }

    /// <summary>The inputs that do anything, alternately by their bars and by their ranks.</summary>
    private static IEnumerable<int> Screened(Tornado tornado, ImmutableArray<double?> ranks)
    {
        var byBar = tornado.Bars.Where(bar => bar.Swing != 0).Select((bar, place) => (bar.Input, Place: place));
        var byRank = ranks.Select((rank, input) => (Input: input, Rank: Math.Abs(rank ?? 0))).Where(each => each.Rank > 0)
            .OrderByDescending(each => each.Rank).Select((each, place) => (each.Input, Place: place));
        return byBar.Concat(byRank).OrderBy(each => each.Place).ThenBy(each => each.Input).Select(each => each.Input).Distinct();
    }

    /// <summary>For each input those it is correlated with, directly or through others, itself among them, in order.</summary>
    private static ImmutableArray<int>[] Groups(SimulationPlan plan)
    {
        var group = Enumerable.Range(0, plan.Inputs.Length).ToArray();
        foreach (var correlation in plan.Correlations)
        {
            var ends = plan.Inputs.Select((input, place) => (input.Key, Place: place))
                .Where(each => each.Key == correlation.A || each.Key == correlation.B).Select(each => group[each.Place]).ToArray();
            group = [.. group.Select(each => ends.Contains(each) ? ends.Min() : each)];
        }

        return [.. group.Select(mine => group.Index().Where(each => each.Item == mine).Select(each => each.Index).ToImmutableArray())];
    }
}
