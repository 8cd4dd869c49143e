using CostPlanner.Cases.Keys;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Performance;

/// <summary>What the grid costs in accuracy on which trials share plans: the same trials without it, or on a much finer one where that would take hours.</summary>
internal static class TrialGrid
{
    private const int Trials = 300;
    private const double Finest = 0.01;

    /// <summary>Rows of the result table.</summary>
    /// <param name="name">The estate.</param>
    /// <param name="inputs">The case.</param>
    /// <param name="isLarge">Whether trials without a grid would take hours.</param>
    public static IEnumerable<string> Rows(string name, CaseInputs inputs, bool isLarge)
    {
        var (exact, _) = Run(inputs, isLarge ? Finest : 0);
        foreach (var step in new[] { 0.1, 0.05 })
        {
            var (rounded, plans) = Run(inputs, step);
            var off = exact.Trials.Zip(rounded.Trials, (truth, other) => truth.Outcome.Options.Zip(other.Outcome.Options, (a, b) => (double)(b.Total!.Value / a.Total!.Value) - 1)).SelectMany(each => each).ToList();
            var medians = exact.Options.Zip(rounded.Options, (truth, other) => Math.Abs((double)(other.Total!.P50.Value / truth.Total!.P50.Value) - 1)).Max();
            yield return FormattableString.Invariant(
                $"| {name} | {step:0.00} | {(isLarge ? "a step of 0.01" : "no grid")} | {plans:#,0} | {off.Average():0.00 %} | {off.Average(Math.Abs):0.00 %} | {medians:0.00 %} |");
        }
    }

    private static (SimulationResult Result, int Plans) Run(CaseInputs inputs, double step)
    {
        var drawn = UncertainInputs.Of(inputs);
        var trials = new CaseTrials(inputs, drawn.Keys, step);
        var result = MonteCarlo.Run(new SimulationPlan(drawn.Inputs, [], 1, 1) { MostTrials = Trials, StopsWhenKnown = false }, trials.Of);
        return (result, trials.Placements);
    }
}
