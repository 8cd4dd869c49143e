using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Cases.Keys;

/// <summary>What is drawn for a case: the user's own ranges, and the plausible ranges of all assumptions that the user has given no value.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Keys">Their keys, in the same order.</param>
public sealed record UncertainInputs(ImmutableArray<SimulationInput> Inputs, ImmutableArray<NumberKey> Keys)
{
    /// <summary>The inputs of a case, the user's own first.</summary>
    public static UncertainInputs Of(CaseInputs inputs)
    {
        var uncertainty = inputs.Scenario.Uncertainty;
        var own = uncertainty.Inputs
            .Select(each => (Key: CaseKeys.Find(inputs, each.Key) as NumberKey, each.Range, each.Provenance))
            .Where(each => each.Key is not null)
            .Select(each => (Key: each.Key!, each.Range, each.Provenance));
        var all = own.Concat(uncertainty.UsesAssumedRanges ? Assumed(inputs) : []).ToList();
        return new UncertainInputs([.. all.Select(each => Input(each.Key, each.Range, each.Provenance))], [.. all.Select(each => each.Key)]);
    }

    private static SimulationInput Input(NumberKey key, ValueRange range, Provenance provenance) =>
        new(key.Name, key.Label, key.Unit, range, provenance) { Least = key.Bounds.Low, Most = key.Bounds.High };

    private static IEnumerable<(NumberKey Key, ValueRange Range, Provenance Provenance)> Assumed(CaseInputs inputs)
    {
        var scenario = inputs.Scenario;
        var settled = scenario.Assumptions.Select(each => each.Id)
            .Concat(scenario.Uncertainty.Inputs.Select(each => each.Key))
            .Concat(KnownAssumptions.All.Where(key => key.IsTerm).Select(key => key.Id))
            .Concat(inputs.Usage is null || !scenario.Sizing.IsMeasured ? KnownAssumptions.IdsFor(AskedFor.Usage) : [])
            .ToHashSet(StringComparer.Ordinal);
        return inputs.Assumptions.All
            .Where(each => each.Low < each.High && !settled.Contains(each.Id))
            .Select(each => ((NumberKey)CaseKeys.Find(inputs, each.Id)!, new ValueRange(each.Low, each.Likely, each.High), each.Provenance));
    }
}
