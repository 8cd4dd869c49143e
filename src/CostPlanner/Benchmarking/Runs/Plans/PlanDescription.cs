using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>A plan in words, a line for each experiment and each that is omitted: what is printed before a run begins, and kept in its record.</summary>
public static class PlanDescription
{
    /// <summary>The lines, the predicted end last.</summary>
    public static ImmutableArray<string> Of(RunPlan plan) =>
    [
        .. plan.Experiments.Select(experiment => FormattableString.Invariant(
            $"{experiment.Name}: {experiment.Label}; {experiment.Expected} x {Guests(experiment.Typical)}, {Time(plan.PredictedOf(experiment))}")),
        .. plan.Omitted,
        FormattableString.Invariant($"{Predicted}{Time(plan.Predicted)}, at most {Time(plan.Deadline)}"),
    ];

    /// <summary>
    /// What of the lines is the same whatever memory is free at the moment: which experiments there are and which are left out, without sizes and times.
    /// </summary>
    public static IEnumerable<string> Lasting(IEnumerable<string> lines) =>
        lines.Where(line => !line.StartsWith(Predicted, StringComparison.Ordinal)).Select(line => line.Split(';')[0]);

    /// <summary>A time as people say it: "45 s", "7.5 min", "2.8 h".</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => FormattableString.Invariant($"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 90 } => FormattableString.Invariant($"{time.TotalMinutes:0.#} min"),
        _ => FormattableString.Invariant($"{time.TotalHours:0.#} h"),
    };

    private const string Predicted = "predicted: ";

    private static string Guests(Script script) => script.Guests.Length == 1 ? "1 guest" : FormattableString.Invariant($"{script.Guests.Length} guests");
}
