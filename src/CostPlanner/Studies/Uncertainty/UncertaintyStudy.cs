using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Studies.BreakEvens;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Studies.Uncertainty;

/// <summary>How sure the answer to a scenario is: what the options cost over trials, where the uncertainty comes from, and where the winner changes.</summary>
/// <param name="Result">The trials.</param>
/// <param name="Placements">How many plans were made for them, of all options together; those that only the causes needed are not in it.</param>
/// <param name="Step">The grid's step by which plans were reused, as a share.</param>
/// <param name="Figure">What the causes are causes of, as in "the saving of KVM"; none where there is nothing to study.</param>
/// <param name="Causes">Where its uncertainty comes from; null where no option has a total in every trial.</param>
/// <param name="BreakEvens">Where the winner of a pair changes, by key.</param>
/// <param name="Map">Who wins over two keys; null where one of them is none of the case.</param>
public sealed record UncertaintyStudy(
    SimulationResult Result, int Placements, double Step, Message Figure, CauseStudy? Causes, ImmutableArray<KeyBreakEvens> BreakEvens, KeyMap? Map)
{
    /// <summary>The options whose point figure lies outside what nearly all trials say, and why.</summary>
    public ImmutableArray<PointOutside> Outside { get; init; } = [];

    /// <summary>The options that pairs and the map count among, by their places: the best way to stay and the best way to leave.</summary>
    public ImmutableArray<int> Compared { get; init; } = [.. Enumerable.Range(0, Result.Options.Length)];

    private const int ManyVms = 5000;
    private const double FineStep = 0.05;
    private const double CoarseStep = 0.1;

    /// <summary>Pairs of trials that are mixed for each cause: fewer than the trials would allow, because each is another run of the case.</summary>
    private const int Rows = 150;

    /// <summary>
    /// The grid's step for an estate: hosts are placed anew where they become scarcer by a twentieth, or a tenth where there are many, of which one more or
    /// less tells little (measured in tests/CostPlanner.Performance/RESULTS.md).
    /// </summary>
    public static double StepFor(Inventory inventory) => inventory.Vms.Count(vm => vm.Runs) > ManyVms ? CoarseStep : FineStep;

    /// <summary>Studies a case: the best way to stay on the platform of today against the best way to leave it.</summary>
    /// <param name="case">The case.</param>
    /// <param name="mostTrials">The most trials, 1 or more; fewer where the median of the main difference is known well enough before.</param>
    /// <param name="progress">Told how many trials are done, and what comes after them.</param>
    /// <param name="token">Calls it off.</param>
    public static UncertaintyStudy Of(BusinessCase @case, int mostTrials, IProgress<StudyProgress>? progress = null, CancellationToken token = default)
    {
        var (inputs, scenario) = (@case.Inputs, @case.Inputs.Scenario);
        var (drawn, sides) = (UncertainInputs.Of(inputs), StayOrLeave.Of(@case));
        var step = StepFor(inputs.Inventory);
        var trials = new CaseTrials(inputs, drawn.Keys, step, watched: WalkAway.Products(@case));
        var plan = new SimulationPlan(
            drawn.Inputs, scenario.Uncertainty.Correlations, unchecked((uint)scenario.Seed), @case.Options.IndexOf(@case.Baseline))
        {
            MostTrials = mostTrials,
            Main = sides.Pair,
            First = @case.Cheapest is { } first ? @case.Options.IndexOf(first) : null,
            MayWin = [.. @case.Options.Index().Where(each => each.Item.IsRanked).Select(each => each.Index)],
        };
        var done = progress is null ? null : new TrialProgress(progress, mostTrials);
        var result = MonteCarlo.Run(plan, trials.Of, done, token);
        var placements = trials.Placements;
        progress?.Report(new StudyProgress(StudyStage.Causes));
        var (figure, words, asked) = FigureOf(result, scenario);
        var causes = figure is null
            ? null
            : CauseStudy.Of(result, trials.Among(asked).Of, figure, new CauseEffort(CauseEffort.Usual.Singly, Rows), token);
        var outside = PointOutside.Of(@case, result, trials);
        progress?.Report(new StudyProgress(StudyStage.BreakEvens));
        var keys = DecidingKeys.BreakEvens(@case, sides, token);
        return new UncertaintyStudy(result, placements, step, words, causes, keys, DecidingKeys.Map(@case, sides, keys, token))
        {
            Outside = outside,
            Compared = sides.Pair is { } pair ? [pair.Against, pair.Option] : [],
        };
    }

    /// <summary>The saving of the main difference; without one what the option costs that is cheapest most often.</summary>
    private static (TrialFigure? Figure, Message Words, ImmutableArray<int> Asked) FigureOf(SimulationResult result, Scenario scenario)
    {
        if (result.Main is { } main)
        {
            return (
                TrialFigures.Saving(main.Option, main.Against),
                Message.Of("figure.saving", ("option", scenario.Options[main.Option].Name), ("baseline", scenario.Options[main.Against].Name)),
                [main.Option, main.Against]);
        }

        var first = result.Options.Where(option => option.Cheapest is not null).OrderByDescending(option => option.Cheapest!.Value.Value).FirstOrDefault();
        return first is null
            ? (null, Message.None, [])
            : (TrialFigures.Total(first.Option), Message.Of("figure.cost", ("option", scenario.Options[first.Option].Name)), [first.Option]);
    }

    private sealed class TrialProgress(IProgress<StudyProgress> to, int most) : IProgress<int>
    {
        public void Report(int value) => to.Report(new StudyProgress(StudyStage.Trials, value, most));
    }
}
