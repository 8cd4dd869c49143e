using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Cases.Trials;

/// <summary>The case as a function of drawn values: the path of a business case, without what is only printed.</summary>
/// <remarks>
/// Every trial draws, prices and compares anew. VMs are placed anew only where the drawn values make hosts scarcer or less scarce in a year by more than
/// the grid's step (<see cref="TrialPlans"/>). All likely values together are exactly the point case; without a grid every trial is the case with its values.
/// </remarks>
public sealed class CaseTrials
{
    private static readonly Provenance Drawn = new("drawn", "", Grade.A, "");

    /// <summary>Decimals of present costs: what lies beyond is noise of divisions, and nobody pays it.</summary>
    private const int Cents = 2;

    private readonly CaseInputs inputs;
    private readonly ImmutableArray<(NumberKey Key, bool IsForAll)> keys;
    private readonly bool isOnGrid;
    private readonly ImmutableArray<int> options;
    private readonly ImmutableArray<string> watched;
    private readonly TrialPlans plans;
    private readonly int baseline;

    /// <summary>Trials of a case.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="keys">What is drawn, in the order of the values of each trial.</param>
    /// <param name="step">The grid's step as a share: 0.05; 0 to place VMs for every drawn value.</param>
    /// <param name="options">The options that are worked out, by their places in the scenario; the default for all.</param>
    /// <param name="watched">Ids of products whose part of each option is told; the default for none.</param>
    public CaseTrials(
        CaseInputs inputs, ImmutableArray<NumberKey> keys, double step, ImmutableArray<int> options = default, ImmutableArray<string> watched = default)
        : this(
            inputs,
            [.. keys.Select(key => (key, inputs.Assumptions.Knows(key.Name)))],
            step > 0,
            options.IsDefault ? [.. Enumerable.Range(0, inputs.Scenario.Options.Length)] : options,
            watched.IsDefault ? [] : watched,
            new TrialPlans(inputs, step))
    {
    }

    private CaseTrials(
        CaseInputs inputs,
        ImmutableArray<(NumberKey Key, bool IsForAll)> keys,
        bool isOnGrid,
        ImmutableArray<int> options,
        ImmutableArray<string> watched,
        TrialPlans plans)
    {
        (this.inputs, this.keys, this.isOnGrid, this.options, this.watched, this.plans) = (inputs, keys, isOnGrid, options, watched, plans);
        baseline = inputs.Scenario.Options.IndexOf(inputs.Scenario.Options.First(option => option.Id == inputs.Scenario.Baseline));
    }

    /// <summary>How many plans were made so far, of all options together.</summary>
    public int Placements => plans.Count;

    /// <summary>The same trials on the same plans, of some options only; the others have no outcome. Only on a grid.</summary>
    public CaseTrials Among(params ImmutableArray<int> some) => new(inputs, keys, isOnGrid, some, [], plans);

    /// <summary>What the options come to for drawn values.</summary>
    public TrialOutcome Of(ImmutableArray<decimal> values)
    {
        var trial = Changed(values);
        var placed = plans.Of(trial, options, () => string.Join(' ', values.Where((_, i) => keys[i].Key.MovesVms).Select(ValueText.Of)));
        var costs = PlacedOption.CostsOf(trial, placed);
        var against = options.IndexOf(baseline) is >= 0 and var at && Counts(placed[at], costs[at]) ? costs[at].ByMonth() : default;
        var factors = PresentValue.FactorsOf(trial.Assumptions.With(trial.Scenario.Assumptions), trial.Scenario.HorizonMonths);
        var outcomes = new OptionOutcome[inputs.Scenario.Options.Length];
        for (var i = 0; i < placed.Length; i++)
        {
            outcomes[options[i]] = Counts(placed[i], costs[i]) ? Outcome(costs[i], options[i] == baseline ? default : against, factors) : default;
        }

        return new TrialOutcome(ImmutableCollectionsMarshal.AsImmutableArray(outcomes));
    }

    private OptionOutcome Outcome(CostSheet costs, ImmutableArray<Money> against, ImmutableArray<decimal> factors)
    {
        var paid = costs.ByMonth();
        var present = PresentValue.Of(paid, factors, costs.Currency).Rounded(Cents).Amount;
        return new OptionOutcome(present, against.IsDefault ? null : Payback.MonthOf(against, paid))
        {
            Products = [.. watched.Select(product => Paid(costs, product, factors))],
        };
    }

    /// <summary>What a sheet pays for a product, by the factors of each month.</summary>
    internal static ProductOutcome Paid(CostSheet costs, string product, ImmutableArray<decimal> factors)
    {
        var lines = costs.Lines.Where(line => line.Product == product).ToList();
        return new ProductOutcome(PresentValue.Of(lines, factors), lines.FirstOrDefault(line => line.PaidPrice is { Amount: > 0 })?.PaidPrice?.Amount);
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

    private static bool Counts(PlacedOption option, CostSheet costs) => option.WhyNoTotal(costs) is null;

    /// <summary>
    /// The case with the drawn values in their places, one after the other; on a grid, where there are many, assumptions all at once and before the rest.
    /// </summary>
    private CaseInputs Changed(ImmutableArray<decimal> values)
    {
        var atOnce = keys.Select((key, i) => isOnGrid && key.IsForAll && key.Key.Bounds.Hold(values[i])).ToArray();
        var own = inputs.Scenario.Assumptions.ToBuilder();
        for (var i = 0; i < keys.Length; i++)
        {
            if (atOnce[i])
            {
                own.Add(new AssumptionOverride(keys[i].Key.Name, values[i], Drawn));
            }
        }

        var changed = inputs with { Scenario = inputs.Scenario with { Assumptions = own.ToImmutable() } };
        for (var i = 0; i < keys.Length; i++)
        {
            changed = atOnce[i] ? changed : keys[i].Key.Change(changed, values[i]);
        }

        return changed;
    }
}
