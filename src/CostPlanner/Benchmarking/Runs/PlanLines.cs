using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>A plan in words, a line for each experiment and each that is omitted: what is printed before a run begins, and kept in its record.</summary>
public static class PlanLines
{
    /// <summary>The lines, the predicted end last.</summary>
    public static ImmutableArray<string> Of(RunPlan plan) =>
    [
        .. plan.Experiments.Select(experiment => FormattableString.Invariant(
            $"{experiment.Name}: {experiment.Label}; {experiment.Expected} x {Guests(experiment.Typical)}, {Time(plan.PredictedOf(experiment))}")),
        .. plan.Omitted.Select(omitted => $"not measured: {omitted}"),
        FormattableString.Invariant($"predicted: {Time(plan.Predicted)}, at most {Time(plan.Deadline)}"),
    ];

    /// <summary>A time as people say it: "45 s", "7.5 min", "2.8 h".</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => FormattableString.Invariant($"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 90 } => FormattableString.Invariant($"{time.TotalMinutes:0.#} min"),
        _ => FormattableString.Invariant($"{time.TotalHours:0.#} h"),
    };

    private static string Guests(Script script) => script.Guests.Length == 1 ? "1 guest" : FormattableString.Invariant($"{script.Guests.Length} guests");
}
