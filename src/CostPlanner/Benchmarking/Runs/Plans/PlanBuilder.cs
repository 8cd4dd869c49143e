using System.Collections.Immutable;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>The plans: what is measured, how long and how often, fitted to the host. What a plan or a host leaves out is told, each in a sentence.</summary>
public static class PlanBuilder
{
    private const int DeadlineTimes = 2;
    private static readonly TimeSpan DeadlineMore = TimeSpan.FromMinutes(5);

    /// <summary>The plans' names, from the shortest.</summary>
    public static ImmutableArray<string> Names { get; } = [.. PlanTimings.All.Select(pace => pace.Name)];

    /// <summary>The plan for a request on a host; one without experiments where nothing fits.</summary>
    /// <param name="request">What is asked for; its plan is one of <see cref="Names"/>.</param>
    /// <param name="facts">What the host is; its free memory bounds every set of guests.</param>
    /// <param name="siblings">The logical CPUs of one core, by <see cref="CoreSiblings"/>.</param>
    public static RunPlan Of(RunRequest request, HostFacts facts, ImmutableArray<int> siblings)
    {
        var pace = PlanTimings.All.FirstOrDefault(pace => pace.Name == request.Plan)
            ?? throw new ArgumentException($"there is no plan {request.Plan}", nameof(request));
        var choice = new PlanChoice(pace, PlanHost.Of(facts, siblings), request);
        var plan = new RunPlan(
            pace.Name,
            pace.Accelerator,
            choice.Experiments,
            choice.Omitted,
            pace.ToBoot,
            pace.ForBoot,
            TimeSpan.Zero,
            pace.QuietSeconds,
            pace.MostRejected,
            RejectsUnquiet: pace.Name != MeasurementConditions.SelfTest)
        {
            ForGuest = pace.ForGuest,
            WarmUpSeconds = pace.WarmUpSeconds,
            DrillsFaults = pace.Name == MeasurementConditions.SelfTest,
        };
        return plan with { Deadline = (DeadlineTimes * plan.Longest) + DeadlineMore };
    }
}
