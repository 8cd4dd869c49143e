using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation;

/// <summary>What trials, at least one, say of options and differences.</summary>
internal sealed class TrialStatistics
{
    private readonly SimulationPlan plan;
    private readonly IReadOnlyList<Trial> trials;
    private readonly int[] lacking;
    private readonly SortedDictionary<int, decimal[]> totals = [];
    private readonly int[] wins;

    /// <summary>The totals of options that have one in every trial, and how often each of them is the cheapest.</summary>
    public TrialStatistics(SimulationPlan plan, IReadOnlyList<Trial> trials)
    {
        (this.plan, this.trials) = (plan, trials);
        lacking = [.. Enumerable.Range(0, trials[0].Outcome.Options.Length).Select(option => trials.Count(each => each.Outcome.Options[option].Total is null))];
        foreach (var option in Enumerable.Range(0, lacking.Length).Where(option => lacking[option] == 0))
        {
            totals[option] = [.. trials.Select(each => each.Outcome.Options[option].Total!.Value)];
        }

        wins = new int[lacking.Length];
        for (var trial = 0; trial < trials.Count && totals.Count > 0; trial++)
        {
            wins[totals.MinBy(each => each.Value[trial]).Key]++;
        }
    }

    /// <summary>
    /// The median that the stop rule watches: of the main difference; without one, of what the option costs that is cheapest most often; null where no option
    /// is ranked.
    /// </summary>
    public Estimate? Watched => totals.Count == 0
        ? null
        : Statistics.Median(MainOption is { } option ? Savings(option) : totals[totals.Keys.MaxBy(each => wins[each])]);

    private int? MainOption => Compared.Select(each => (int?)each).MaxBy(each => wins[each!.Value]);

    private IEnumerable<int> Compared => totals.ContainsKey(plan.Baseline) ? totals.Keys.Where(option => option != plan.Baseline) : [];

    /// <summary>All that the trials say.</summary>
    public SimulationResult Result(TrialStopReason reason) => new(
        plan,
        [.. trials],
        reason,
        [.. lacking.Select((count, option) => count > 0
            ? new OptionTrials(option, count, null, null)
            : new OptionTrials(option, 0, Statistics.Spread(totals[option]), Statistics.Share(wins[option], trials.Count)))],
        [.. Compared.Select(Difference)],
        MainOption);

    private DifferenceTrials Difference(int option)
    {
        var savings = Savings(option);
        var baseline = totals[plan.Baseline];
        var shares = baseline.Contains(0) ? null : savings.Zip(baseline, (saving, there) => saving / there).ToArray();
        return new DifferenceTrials(
            option,
            Statistics.Spread(savings),
            shares is null ? null : Statistics.Spread(shares),
            Statistics.Share(savings.Count(each => each > 0), savings.Length),
            shares is null ? null : Statistics.Share(shares.Count(each => each >= plan.ShareAsked), shares.Length),
            Statistics.Share(trials.Count(each => each.Outcome.Options[option].PaybackMonth is not null), trials.Count));
    }

    private decimal[] Savings(int option) => [.. totals[plan.Baseline].Zip(totals[option], (there, here) => there - here)];
}
