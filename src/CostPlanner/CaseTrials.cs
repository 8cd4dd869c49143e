using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Returns;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Keys;
using CostPlanner.Simulation.Reuse;

namespace CostPlanner;

/// <summary>The case as a function of drawn values: the path of <see cref="BusinessCase.Of"/>, without what is only printed.</summary>
/// <remarks>
/// Every trial draws, prices and compares anew. VMs are placed anew only where the drawn values make hosts scarcer or less scarce by more than the grid's step:
/// assumptions that bear on placement move three figures (<see cref="PlacementScale"/>), which are rounded to the grid, and growth, which is rounded to its own. What
/// else moves VMs is taken as it was drawn. All likely values together are exactly the point case.
/// </remarks>
public sealed class CaseTrials
{
    /// <summary>Growth, and what else no scale holds, is rounded to this many steps of its range.</summary>
    private const int Steps = 8;

    private static readonly Provenance Drawn = new("drawn", "", Grade.A, "");

    private readonly CaseInputs inputs;
    private readonly AssumptionSet point;
    private readonly ImmutableArray<DrawnKey> keys;
    private readonly double step;
    private readonly MeasuredEstate? measured;
    private readonly ImmutableArray<ScaledOption> options;
    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<HostStage>>> plans = new(StringComparer.Ordinal);

    /// <summary>Trials of a case.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="keys">What is drawn, in the order of the values of each trial.</param>
    /// <param name="step">The grid's step as a share: 0.05; 0 to place VMs for every drawn value.</param>
    public CaseTrials(CaseInputs inputs, ImmutableArray<NumberKey> keys, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        (this.inputs, this.step) = (inputs, step);
        this.keys = [.. keys.Select(key => new DrawnKey(inputs, key))];
        point = inputs.Assumptions.With(inputs.Scenario.Assumptions);
        measured = inputs.Usage is { } usage && inputs.Scenario.Sizing.IsMeasured ? MeasuredEstate.Of(usage, inputs.Scenario.Sizing) : null;
        var placed = PlacedOption.All(inputs, point);
        options = [.. placed.Select(each => new ScaledOption(each, inputs))];
        foreach (var option in placed)
        {
            plans.TryAdd(PlanKey(inputs, option.Option, PlacementScale.Point, option.Assumptions), new Lazy<ImmutableArray<HostStage>>(option.Stages));
        }
    }

    /// <summary>How many plans were made so far, of all options together.</summary>
    public int Placements => plans.Count;

    /// <summary>What the options come to for drawn values.</summary>
    public TrialOutcome Of(ImmutableArray<decimal> values)
    {
        var trial = Changed(values);
        var assumptions = trial.Assumptions.With(trial.Scenario.Assumptions);
        var placed = trial.Scenario.Options.Select((option, i) => Place(trial, option, options[i], assumptions.With(option.Assumptions))).ToImmutableArray();
        var costs = PlacedOption.CostsOf(trial, placed);
        var baseline = trial.Scenario.Options.IndexOf(trial.Scenario.Options.First(option => option.Id == trial.Scenario.Baseline));
        var paid = costs.Select(sheet => sheet.ByMonth()).ToImmutableArray();
        return new TrialOutcome([.. placed.Select((option, i) => Counts(option, costs[i])
            ? new OptionOutcome(costs[i].Total.Amount, i != baseline && Counts(placed[baseline], costs[baseline]) ? Payback.Month(paid[baseline], paid[i]) : null)
            : default)]);
    }

    /// <summary>The same, or null where the values can mean nothing.</summary>
    public TrialOutcome? Tried(ImmutableArray<decimal> values)
    {
        try
        {
            return Of(values);
        }
        catch (CaseKeyException)
        {
            return null;
        }
    }

    private static bool Counts(PlacedOption option, CostSheet costs) => option.Plan.Holds && costs.IsComplete;

    /// <summary>The case with the drawn values in their places: assumptions all at once, because there are many of them.</summary>
    private CaseInputs Changed(ImmutableArray<decimal> values)
    {
        var changed = inputs;
        var own = changed.Scenario.Assumptions.ToBuilder();
        foreach (var (key, value) in keys.Zip(values, (key, value) => (key, key.Assumption is { } id && IsExact(id) ? Rounded(key, value) : value)))
        {
            if (key.IsForAll && key.Key.Bounds.Hold(value))
            {
                own.Add(new AssumptionOverride(key.Assumption!, value, Drawn));
            }
            else
            {
                changed = key.Key.Change(changed, value);
            }
        }

        return changed with { Scenario = changed.Scenario with { Assumptions = own.ToImmutable() } };
    }

    // On a grid that the likely value is on, and within what is drawn: a normal range draws beyond its ends.
    private decimal Rounded(DrawnKey key, decimal value)
    {
        var width = (key.High - key.Low) / Steps;
        return step == 0 || width <= 0 ? value : Math.Clamp(key.Likely + (decimal.Round((value - key.Likely) / width) * width), Math.Min(key.Low, value), Math.Max(key.High, value));
    }

    private PlacedOption Place(CaseInputs trial, ScenarioOption option, ScaledOption scaled, AssumptionSet own)
    {
        var scale = step == 0 ? scaled.Estate.Under(own) : scaled.Estate.Under(own).Rounded(step);
        var stages = plans.GetOrAdd(PlanKey(trial, option, scale, own), _ => new Lazy<ImmutableArray<HostStage>>(() => Planned(trial, option, scaled, scale, own)));
        return new PlacedOption(option, own, stages.Value);
    }

    private ImmutableArray<HostStage> Planned(CaseInputs trial, ScenarioOption option, ScaledOption scaled, PlacementScale scale, AssumptionSet own)
    {
        var at = step == 0 ? own : scale.Of(scaled.Point, Drawn).With(Exact.Where(IsExact).Select(id => new AssumptionOverride(id, own.Of(id), Drawn)));

        // Prices are those of the point: a plan that is shared may not depend on whose trial made it.
        var planned = inputs with
        {
            Inventory = trial.Inventory,
            Scenario = trial.Scenario with { Assumptions = inputs.Scenario.Assumptions, Quotes = inputs.Scenario.Quotes, Discounts = inputs.Scenario.Discounts },
        };
        return PlacedOption.Of(planned, option, at, measured).Stages;
    }

    /// <summary>Assumptions that no scale holds: growth, and where VMs are sized by what they used, their headroom.</summary>
    private static readonly ImmutableArray<string> Exact = [AssumptionIds.Growth, AssumptionIds.CpuHeadroom, AssumptionIds.MemoryHeadroom, AssumptionIds.CpuOvercommit];

    private bool IsExact(string id) => id == AssumptionIds.Growth || (measured is not null && Exact.Contains(id));

    /// <summary>What a plan depends on, in words; plans of the same words are the same.</summary>
    private string PlanKey(CaseInputs trial, ScenarioOption option, PlacementScale scale, AssumptionSet own)
    {
        var scenario = trial.Scenario;
        var licences = scenario.Placement.Objective == Objective.LeastCost || option.Assumptions.Length > 0 ? option.Id : "";
        var exact = string.Join(' ', (step == 0 ? own.All.Select(each => each.Id) : Exact.Where(IsExact)).Select(id => FormattableString.Invariant($"{own.Of(id):0.#########}")));
        return FormattableString.Invariant(
            $"{option.Platform} {option.Hosts} {licences} {scale.Cpu} {scale.Memory} {scale.Storage} {exact} {scenario.Failover} {scenario.HorizonYears} {string.Join('+', scenario.NewHosts)} {trial.Inventory.Hosts.Length} {trial.Inventory.Vms.Length}");
    }

    /// <summary>An input with what is known of it beforehand.</summary>
    private sealed record DrawnKey(NumberKey Key, string? Assumption, bool IsForAll, decimal Low, decimal Likely, decimal High)
    {
        public DrawnKey(CaseInputs inputs, NumberKey key)
            : this(key, null, inputs.Assumptions.Knows(key.Name), 0, key.Value(inputs), 0)
        {
            Assumption = IsForAll ? key.Name : null;
            (Low, High) = inputs.Scenario.Uncertainty.Inputs.FirstOrDefault(each => each.Key == key.Name) is { Range: var own } ? (own.Low, own.High)
                : IsForAll ? (inputs.Assumptions[key.Name].Low, inputs.Assumptions[key.Name].High) : (0, 0);
        }
    }

    /// <summary>An option at the point, and what its plans scale by.</summary>
    private sealed record ScaledOption(AssumptionSet Point, ScaledEstate Estate)
    {
        public ScaledOption(PlacedOption placed, CaseInputs inputs)
            : this(placed.Assumptions, new ScaledEstate(inputs.Inventory, placed.Demand, Servers(placed, inputs), placed.Option.Platform, placed.Assumptions))
        {
        }

        // Those that the plan uses; where it uses none, those of today.
        private static IEnumerable<Server> Servers(PlacedOption placed, CaseInputs inputs) =>
            placed.Plan.Servers.Any() ? placed.Plan.Servers.Select(load => load.Server) : EstateServers.Today(inputs.Inventory);
    }
}
