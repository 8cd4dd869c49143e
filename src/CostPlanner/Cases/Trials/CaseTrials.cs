using System.Collections.Immutable;
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

    private readonly CaseInputs inputs;
    private readonly ImmutableArray<(NumberKey Key, bool IsForAll)> keys;
    private readonly bool isOnGrid;
    private readonly TrialPlans plans;
    private readonly int baseline;

    /// <summary>Trials of a case.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="keys">What is drawn, in the order of the values of each trial.</param>
    /// <param name="step">The grid's step as a share: 0.05; 0 to place VMs for every drawn value.</param>
    public CaseTrials(CaseInputs inputs, ImmutableArray<NumberKey> keys, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        (this.inputs, isOnGrid) = (inputs, step > 0);
        this.keys = [.. keys.Select(key => (key, inputs.Assumptions.Knows(key.Name)))];
        plans = new TrialPlans(inputs, step);
        baseline = inputs.Scenario.Options.IndexOf(inputs.Scenario.Options.First(option => option.Id == inputs.Scenario.Baseline));
    }

    /// <summary>How many plans were made so far, of all options together.</summary>
    public int Placements => plans.Count;

    /// <summary>What the options come to for drawn values.</summary>
    public TrialOutcome Of(ImmutableArray<decimal> values)
    {
        var trial = Changed(values);
        var placed = plans.Of(trial, () => string.Join(' ', values.Where((_, i) => keys[i].Key.MovesVms).Select(ValueText.Of)));
        var costs = PlacedOption.CostsOf(trial, placed);
        var paid = costs.Select(sheet => sheet.ByMonth()).ToImmutableArray();
        return new TrialOutcome([.. placed.Select((option, i) => Counts(option, costs[i])
            ? new OptionOutcome(
                costs[i].Total.Amount, i != baseline && Counts(placed[baseline], costs[baseline]) ? Payback.MonthOf(paid[baseline], paid[i]) : null)
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
