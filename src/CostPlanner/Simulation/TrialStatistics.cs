using System.Collections.Immutable;

namespace CostPlanner.Simulation;

/// <summary>What trials say of options and differences.</summary>
internal static class TrialStatistics
{
    /// <summary>Of all trials so far, at least one; it says that the most were made until the stop rule says why there are no more.</summary>
    public static SimulationResult Of(SimulationPlan plan, ImmutableArray<Trial> trials)
    {
        var outcomes = trials.Select(trial => trial.Outcome.Options).ToArray();
        var lacking = Enumerable.Range(0, outcomes[0].Length).Select(option => outcomes.Count(each => each[option].Total is null)).ToArray();
        var ranked = Enumerable.Range(0, lacking.Length).Where(option => lacking[option] == 0).ToArray();
        var totals = ranked.ToDictionary(option => option, option => outcomes.Select(each => each[option].Total!.Value).ToArray());
        var wins = ranked.Length == 0 ? [] : Enumerable.Range(0, outcomes.Length).CountBy(trial => ranked.MinBy(option => totals[option][trial])).ToDictionary();
        var differences = totals.TryGetValue(plan.Baseline, out var baseline)
            ? ranked.Where(option => option != plan.Baseline).Select(option => Difference(plan, option, baseline, totals[option], outcomes)).ToImmutableArray()
            : [];
        return new SimulationResult(
            plan,
            trials,
            StopReason.MostTrials,
            [.. lacking.Select((count, option) => count > 0
                ? new OptionTrials(option, count, null, null)
                : new OptionTrials(option, 0, Statistics.Spread(totals[option]), Statistics.Share(wins.GetValueOrDefault(option), trials.Length)))],
            differences,
            differences.IsEmpty ? null : differences.MaxBy(each => wins.GetValueOrDefault(each.Option))!.Option);
    }

    private static DifferenceTrials Difference(
        SimulationPlan plan, int option, decimal[] baseline, decimal[] totals, ImmutableArray<OptionOutcome>[] outcomes)
    {
        var savings = baseline.Zip(totals, (there, here) => there - here).ToArray();
        var shares = baseline.Any(each => each == 0) ? null : savings.Zip(baseline, (saving, there) => saving / there).ToArray();
        return new DifferenceTrials(
            option,
            Statistics.Spread(savings),
            shares is null ? null : Statistics.Spread(shares),
            Statistics.Share(savings.Count(each => each > 0), savings.Length),
            shares is null ? null : Statistics.Share(shares.Count(each => each >= plan.ShareAsked), shares.Length),
            Statistics.Share(outcomes.Count(each => each[option].PaybackMonth is not null), outcomes.Length));
    }
}
