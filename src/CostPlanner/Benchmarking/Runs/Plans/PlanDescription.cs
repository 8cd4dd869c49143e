using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>A plan, a line for each experiment and each that is omitted: what is printed before a run begins, and kept in its record.</summary>
public static class PlanDescription
{
    private const double MostSeconds = 90;
    private const double MostMinutes = 90;

    /// <summary>The lines, the predicted end last.</summary>
    public static ImmutableArray<Message> Of(RunPlan plan) =>
    [
        .. plan.Experiments.Select(experiment => Message.Of(
            "plan.experiment",
            ("experiment", experiment.Name),
            ("label", experiment.Label),
            ("replicates", experiment.Expected),
            ("guests", Message.Of("plan.guests", ("guests", experiment.Typical.Guests.Length))),
            ("time", Time(plan.PredictedOf(experiment))))),
        .. plan.Omitted,
        Message.Of("plan.predicted", ("time", Time(plan.Predicted)), ("most", Time(plan.Deadline))),
    ];

    /// <summary>
    /// What of the lines is the same whatever memory is free at the moment: which experiments there are and which are left out, without sizes and times.
    /// </summary>
    /// <param name="lines">The lines in words, as a record keeps them; the last one is the predicted end.</param>
    public static IEnumerable<string> Lasting(IEnumerable<string> lines) => lines.SkipLast(1).Select(line => line.Split(';')[0]);

    /// <summary>A time as people say it: "45 s", "7.5 min", "2.8 h".</summary>
    public static Message Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < MostSeconds } => Message.Of("time.seconds", ("seconds", time.TotalSeconds)),
        { TotalMinutes: < MostMinutes } => Message.Of("time.minutes", ("minutes", time.TotalMinutes)),
        _ => Message.Of("time.hours", ("hours", time.TotalHours)),
    };
}
