using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Tests.Given;

/// <summary>Plans and cases for simulations whose answers are known in closed form.</summary>
internal static class Simulated
{
    private static readonly Provenance Made = new("made for the test", "2026-01-01", Grade.B, "none");

    public static SimulationInput Input(string key, ValueRange range) => new(key, $"label of {key}", "USD", range, Made);

    public static SimulationInput Uniform(string key, decimal low, decimal high) =>
        Input(key, new ValueRange(low, (low + high) / 2, high, RangeShape.Uniform));

    public static RankCorrelation Together(string a, string b, decimal rank) => new(a, b, rank, new SourcePlace("scenario.yaml"));

    public static SimulationPlan Plan(params SimulationInput[] inputs) => new([.. inputs], [], 7, 0) { StopsWhenKnown = false };

    public static SimulationResult Run(SimulationPlan plan, TrialCase trialCase) =>
        MonteCarlo.Run(plan, trialCase, null, TestContext.Current.CancellationToken);

    /// <summary>A case of options that cost what the function says; they pay back when they are cheaper than the first.</summary>
    public static TrialCase Case(Func<ImmutableArray<decimal>, decimal?[]> totals) => values =>
    {
        var each = totals(values);
        return new TrialOutcome([.. each.Select(total => new OptionOutcome(total, total < each[0] ? 1 : null))]);
    };

    /// <summary>A case of one option and a baseline that costs nothing, so that the option's total is the function.</summary>
    public static TrialCase Function(Func<double[], double> function) =>
        Case(values => [0, (decimal)function([.. values.Select(value => (double)value)])]);

    /// <summary>The drawn values of one input.</summary>
    public static double[] Drawn(SimulationResult result, int input) => [.. result.Trials.Select(trial => (double)trial.Values[input])];
}
