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
    private readonly ImmutableArray<int> ranked;

    /// <summary>The totals of options that have one in every trial, and how often each of those that may be ranked is the cheapest.</summary>
    public TrialStatistics(SimulationPlan plan, IReadOnlyList<Trial> trials)
    {
        (this.plan, this.trials) = (plan, trials);
        lacking = [.. Enumerable.Range(0, trials[0].Outcome.Options.Length).Select(option => trials.Count(each => each.Outcome.Options[option].Total is null))];
        foreach (var option in Enumerable.Range(0, lacking.Length).Where(option => lacking[option] == 0))
        {
            totals[option] = [.. trials.Select(each => each.Outcome.Options[option].Total!.Value)];
        }

        ranked = [.. totals.Keys.Where(option => plan.MayWin.IsDefault || plan.MayWin.Contains(option))];
        wins = new int[lacking.Length];
        for (var trial = 0; trial < trials.Count && ranked.Length > 0; trial++)
        {
            wins[ranked.MinBy(option => totals[option][trial])]++;
        }
    }

    /// <summary>
    /// The median that the stop rule watches, and what it is measured by: of the main difference, and what is paid against it; without one, of what the
    /// option costs that is cheapest most often; null where no option is ranked.
    /// </summary>
    public (Estimate Median, decimal Scale)? Watched => 0 switch
    {
        _ when MainPair is { } pair => (Statistics.Median(Savings(pair)), Statistics.Median(totals[pair.Against]).Value),
        _ when !ranked.IsEmpty => (Statistics.Median(totals[ranked.MaxBy(each => wins[each])]), 0),
        _ => null,
    };

    /// <summary>The pair of the plan where both have a total in every trial; else the baseline and the option that is cheapest most often.</summary>
    private OptionPair? MainPair => plan.Main is { } pair && totals.ContainsKey(pair.Option) && totals.ContainsKey(pair.Against)
        ? pair
        : Compared.Where(ranked.Contains).Select(each => (int?)each).MaxBy(each => wins[each!.Value]) is { } option
        ? new OptionPair(option, plan.Baseline)
        : null;

    private IEnumerable<int> Compared => totals.ContainsKey(plan.Baseline) ? totals.Keys.Where(option => option != plan.Baseline) : [];

    /// <summary>All that the trials say.</summary>
    public SimulationResult Result(TrialStopReason reason) => new(
        plan,
        [.. trials],
        reason,
        [.. lacking.Select((count, option) => count > 0
            ? new OptionTrials(option, count, null, null)
            : new OptionTrials(option, 0, Statistics.Spread(totals[option]), ranked.Contains(option) ? Statistics.Share(wins[option], trials.Count) : null)
            {
                DearerThanFirst = DearerThanFirst(option),
            })],
        [.. Compared.Select(option => Difference(new OptionPair(option, plan.Baseline)))],
        MainPair is { } main ? Difference(main) : null);

    private Estimate? DearerThanFirst(int option) => plan.First is { } first && first != option && totals.TryGetValue(first, out var least)
        ? Statistics.Share(totals[option].Zip(least).Count(each => each.First > each.Second), trials.Count)
        : null;

    private DifferenceTrials Difference(OptionPair pair)
    {
        var savings = Savings(pair);
        var there = totals[pair.Against];
        var shares = there.Contains(0) ? null : savings.Zip(there, (saving, cost) => saving / cost).ToArray();
        return new DifferenceTrials(
            pair.Option,
            pair.Against,
            Statistics.Spread(savings),
            shares is null ? null : Statistics.Spread(shares),
            Statistics.Share(savings.Count(each => each > 0), savings.Length),
            shares is null ? null : Statistics.Share(shares.Count(each => each >= plan.ShareAsked), shares.Length),
            pair.Against == plan.Baseline
                ? Statistics.Share(trials.Count(each => each.Outcome.Options[pair.Option].PaybackMonth is not null), trials.Count)
                : null);
    }

    private decimal[] Savings(OptionPair pair) => [.. totals[pair.Against].Zip(totals[pair.Option], (there, here) => there - here)];
}
