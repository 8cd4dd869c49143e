using System.Collections.Immutable;
using CostPlanner.Cases.Trials;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Studies.Uncertainty;

/// <summary>An option whose present cost lies outside the range from P10 to P90 of its trials, and what draws the trials away from it.</summary>
/// <param name="Option">Its place.</param>
/// <param name="Point">Its present cost with every likely value.</param>
/// <param name="Low">P10.</param>
/// <param name="High">P90.</param>
/// <param name="Pulls">The inputs whose middle value moves it most to where the trials lie, the strongest first.</param>
public sealed record PointOutside(int Option, decimal Point, decimal Low, decimal High, ImmutableArray<Pull> Pulls)
{
    /// <summary>Inputs that are named at most.</summary>
    private const int Most = 3;

    private const double Half = 0.5;

    /// <summary>Those of a case; empty where every point lies inside.</summary>
    public static ImmutableArray<PointOutside> Of(BusinessCase @case, SimulationResult result, CaseTrials trials)
    {
        var outside = result.Options.Where(each => each.Total is { } total && !IsInside(@case.Options[each.Option], total)).ToList();
        if (outside.Count == 0)
        {
            return [];
        }

        var inputs = result.Plan.Inputs;
        var likely = inputs.Select(each => each.Range.Likely).ToImmutableArray();
        var middles = inputs.Select(each => (decimal)Quantiles.Of(each.Range)(Half)).ToImmutableArray();
        var some = trials.Among([.. outside.Select(each => each.Option)]);
        var moved = new TrialOutcome?[inputs.Length];
        Parallel.For(0, inputs.Length, input => moved[input] = middles[input] == likely[input] ? null : some.Tried(likely.SetItem(input, middles[input])));
        return [.. outside.Select(each => Of(each, @case.Options[each.Option].PresentCost.Amount))];

        PointOutside Of(OptionTrials option, decimal point)
        {
            var (low, high) = (option.Total!.P10.Value, option.Total.P90.Value);
            var upward = point < low ? 1 : -1;
            var pulls = moved.Index()
                .Where(each => each.Item?.Options[option.Option].Total is not null)
                .Select(each => new Pull(
                    inputs[each.Index], likely[each.Index], middles[each.Index], each.Item!.Options[option.Option].Total!.Value - point))
                .Where(each => each.Difference * upward > 0)
                .OrderByDescending(each => each.Difference * upward)
                .Take(Most);
            return new PointOutside(option.Option, point, low, high, [.. pulls]);
        }
    }

    private static bool IsInside(OptionCase option, Spread total) =>
        option.PresentCost.Amount >= total.P10.Value && option.PresentCost.Amount <= total.P90.Value;
}

/// <summary>An input whose likely value is not the middle of its range.</summary>
/// <param name="Input">The input.</param>
/// <param name="Likely">Its likely value, which the point figure is reckoned with.</param>
/// <param name="Middle">The value that half of the trials stay below.</param>
/// <param name="Difference">By how much that value alone makes the option dearer, in money of today; negative for cheaper.</param>
public sealed record Pull(SimulationInput Input, decimal Likely, decimal Middle, decimal Difference);
