using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Simulation.Causes;
using CostPlanner.Simulation.Keys;

namespace CostPlanner;

/// <summary>How sure the answer to a scenario is: what the options cost over trials, where the uncertainty comes from, and where the winner changes.</summary>
/// <param name="Result">The trials.</param>
/// <param name="Placements">How many plans were made for them, of all options together; those that only the causes needed are not in it.</param>
/// <param name="Step">The grid's step by which plans were reused, as a share.</param>
/// <param name="Figure">What the causes are causes of, as in "the saving of KVM".</param>
/// <param name="Causes">Where its uncertainty comes from; null where no option has a total in every trial.</param>
/// <param name="BreakEvens">Where the winner of a pair changes, by key.</param>
/// <param name="Map">Who wins over two keys; null where one of them is none of the case.</param>
public sealed record UncertaintyStudy(
    SimulationResult Result, int Placements, double Step, string Figure, CauseStudy? Causes, ImmutableArray<KeyBreakEvens> BreakEvens, KeyMap? Map)
{
    /// <summary>The grid's step: hosts are placed anew where they become scarcer by a tenth.</summary>
    public const double UsualStep = 0.1;

    /// <summary>Pairs of trials that are mixed for each cause: fewer than the trials would allow, because each is another run of the case.</summary>
    private const int Rows = 150;

    /// <summary>Studies a case.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="mostTrials">The most trials, 1 or more; fewer where the median of the main difference is known to 1 % before.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="token">Calls it off.</param>
    public static UncertaintyStudy Of(CaseInputs inputs, int mostTrials, IProgress<string>? progress = null, CancellationToken token = default)
    {
        var drawn = UncertainInputs.Of(inputs);
        var scenario = inputs.Scenario;
        var baseline = scenario.Options.IndexOf(scenario.Options.First(option => option.Id == scenario.Baseline));
        var trials = new CaseTrials(inputs, drawn.Keys, UsualStep);
        var plan = new SimulationPlan(drawn.Inputs, scenario.Uncertainty.Correlations, unchecked((uint)scenario.Seed), baseline) { MostTrials = mostTrials };
        var done = progress is null ? null : new TrialProgress(progress, mostTrials);
        var result = MonteCarlo.Run(plan, trials.Of, done, token);
        var placements = trials.Placements;
        progress?.Report("Looking for causes");
        var (figure, words) = FigureOf(result, scenario);
        var causes = figure is null ? null : CauseStudy.Of(result, trials.Of, figure, new CauseEffort(CauseEffort.Usual.Singly, Rows), token);
        progress?.Report("Looking for break-evens");
        return new UncertaintyStudy(result, placements, UsualStep, words, causes, KeyBreakEvens.OfCase(inputs, token), KeyMap.OfCase(inputs, token));
    }

    /// <summary>The saving of the main difference; without one what the option costs that is cheapest most often.</summary>
    private static (TrialFigure? Figure, string Words) FigureOf(SimulationResult result, Scenario scenario)
    {
        if (result.MainOption is { } main)
        {
            return (TrialFigures.Saving(main, result.Plan.Baseline), $"the saving of {scenario.Options[main].Name} against {scenario.Options[result.Plan.Baseline].Name}");
        }

        var first = result.Options.Where(option => option.IsRanked).OrderByDescending(option => option.Cheapest!.Value.Value).FirstOrDefault();
        return first is null ? (null, "") : (TrialFigures.Total(first.Option), $"the cost of {scenario.Options[first.Option].Name}");
    }

    private sealed class TrialProgress(IProgress<string> to, int most) : IProgress<int>
    {
        public void Report(int value) => to.Report(FormattableString.Invariant($"{value:#,0} of at most {most:#,0} trials"));
    }
}

/// <summary>Break-evens of every pair of options in one key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Now">Its value in the case.</param>
/// <param name="Low">The least value looked at.</param>
/// <param name="High">The most.</param>
/// <param name="Pairs">Each pair of options.</param>
public sealed record KeyBreakEvens(NumberKey Key, decimal Now, decimal Low, decimal High, ImmutableArray<PairBreakEven> Pairs)
{
    /// <summary>Estates beyond so many VMs are scanned more coarsely: a value that moves VMs places them all.</summary>
    private const int ManyVms = 2000;

    private static readonly BreakEvenSearch Coarse = new(8, 0.01m);
    private static readonly BreakEvenSearch Usual = new(16, 0.001m);

    /// <summary>Those that every report asks for: the discount on today's platform, the cost of moving, the overcommit ratio, growth.</summary>
    public static ImmutableArray<KeyBreakEvens> OfCase(CaseInputs inputs, CancellationToken token = default) =>
        [.. KeyRange.Asked(inputs).Select(range => Of(inputs, range, token))];

    /// <summary>The break-evens of one key over a range.</summary>
    public static KeyBreakEvens Of(CaseInputs inputs, KeyRange range, CancellationToken token = default)
    {
        var trials = new CaseTrials(inputs, [range.Key], step: 0);
        var search = range.Key.MovesVms && inputs.Inventory.Vms.Length > ManyVms ? Coarse : Usual;
        return new KeyBreakEvens(
            range.Key,
            range.Key.Value(inputs),
            range.Low,
            range.High,
            PairBreakEvens.Of(value => trials.Tried([value]), inputs.Scenario.Options.Length, range.Low, range.High, search, token));
    }
}

/// <summary>A key and the values of it that are looked at.</summary>
/// <param name="Key">The key.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The most, above the least.</param>
public sealed record KeyRange(NumberKey Key, decimal Low, decimal High)
{
    private const decimal MostDiscount = 0.95m;
    private const decimal MostTimesLikely = 5;

    /// <summary>Those that every report asks for, in the order of the report: what the case does not have is left out.</summary>
    public static IEnumerable<KeyRange> Asked(CaseInputs inputs) =>
        new[] { Discount(inputs), Times(inputs, AssumptionIds.MigrationPerVm), Of(inputs, AssumptionIds.CpuOvercommit, 1, 10), Of(inputs, AssumptionIds.Growth, -0.1m, 0.4m) }.OfType<KeyRange>();

    /// <summary>The discount of the vendor of today's platform: of the baseline's first licence.</summary>
    public static KeyRange? Discount(CaseInputs inputs)
    {
        var product = inputs.Scenario.Options.First(option => option.Id == inputs.Scenario.Baseline).Licences.FirstOrDefault();
        return product is not null && inputs.Prices.Find(product, inputs.Scenario.AsOf) is { } row ? Of(inputs, CaseKeys.DiscountOf(row.Vendor), 0, MostDiscount) : null;
    }

    /// <summary>An assumption from nothing to five times its likely value.</summary>
    public static KeyRange? Times(CaseInputs inputs, string id) =>
        CaseKeys.Find(inputs, id) is NumberKey key && key.Value(inputs) is > 0 and var now ? new KeyRange(key, 0, MostTimesLikely * now) : null;

    private static KeyRange? Of(CaseInputs inputs, string name, decimal low, decimal high) => CaseKeys.Find(inputs, name) is NumberKey key ? new KeyRange(key, low, high) : null;
}

/// <summary>Who wins over two keys.</summary>
/// <param name="X">The key across.</param>
/// <param name="Y">The key up.</param>
/// <param name="Map">The grid.</param>
public sealed record KeyMap(KeyRange X, KeyRange Y, WinnerMap Map)
{
    private const int Across = 12;
    private const int Up = 9;

    /// <summary>The map of every report: the vendor's discount by the cost of moving a VM; null where the case lacks one of them.</summary>
    public static KeyMap? OfCase(CaseInputs inputs, CancellationToken token = default) =>
        KeyRange.Discount(inputs) is { } x && KeyRange.Times(inputs, AssumptionIds.MigrationPerVm) is { } y ? Of(inputs, x, y, token) : null;

    /// <summary>The map of two keys.</summary>
    public static KeyMap Of(CaseInputs inputs, KeyRange x, KeyRange y, CancellationToken token = default)
    {
        var trials = new CaseTrials(inputs, [x.Key, y.Key], step: 0);
        return new KeyMap(x, y, WinnerMap.Of(WinnerMap.Even(x.Low, x.High, Across), WinnerMap.Even(y.Low, y.High, Up), (across, up) => trials.Tried([across, up]), token));
    }
}
