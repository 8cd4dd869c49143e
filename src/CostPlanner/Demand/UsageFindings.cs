using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What use over time does not show, and what was done about it.</summary>
public static class UsageFindings
{
    /// <summary>Limits of the time seen, VMs that were not seen, hours that were not, and CPUs that cannot be compared.</summary>
    /// <param name="usage">The history.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="review">The VMs by how they used what they have.</param>
    /// <param name="measured">What the scenario sizes by, or null where it sizes as configured.</param>
    /// <param name="assumptions">The assumptions.</param>
    public static ImmutableArray<Finding> Of(UsageHistory usage, Scenario scenario, UsageReview review, MeasuredEstate? measured, AssumptionSet assumptions)
    {
        var place = new SourcePlace(scenario.Name, Column: "usage");
        return
        [
            .. Period(usage, measured, place),
            .. Interval(usage, place),
            .. Seen(review, measured, assumptions, place),
            .. measured is null ? [] : Hours(review, measured, place),
            .. measured is null ? [] : Gaps(review, measured, place),
            .. Lists(review, place),
        ];
    }

    private static IEnumerable<Finding> Period(UsageHistory usage, MeasuredEstate? measured, SourcePlace place)
    {
        var days = (decimal)usage.Period.TotalDays;
        if (usage.Period < Duration.Week)
        {
            var isByHourOfWeek = measured is { Rules: { IsCoincident: true, Buckets: TimeBuckets.HoursOfWeek } };
            yield return new Finding(
                Severity.Warning,
                "usage-shorter-than-week",
                isByHourOfWeek ? Message.Of("usage-shorter-than-week.by-hour", ("days", days)) : Message.Of("usage-shorter-than-week", ("days", days)),
                place,
                Message.Of("usage-short.done"),
                Message.Of("usage-short.mend"));
        }
        else if (usage.Period < Duration.ShortestMonth)
        {
            yield return new Finding(
                Severity.Note, "usage-shorter-than-month", Message.Of("usage-shorter-than-month", ("days", days)), place,
                Message.Of("usage-short.done"), Message.Of("usage-short.mend"));
        }
    }

    private static IEnumerable<Finding> Interval(UsageHistory usage, SourcePlace place)
    {
        if (usage.Interval > UsageHistory.CoarseInterval)
        {
            yield return new Finding(
                Severity.Warning, "usage-interval-coarse",
                Message.Of("usage-interval-coarse", ("minutes", (decimal)usage.Interval.TotalMinutes)), place,
                Message.Of("usage-interval-coarse.done"), Message.Of("usage-interval-coarse.mend"));
        }
    }

    private static IEnumerable<Finding> Seen(UsageReview review, MeasuredEstate? measured, AssumptionSet assumptions, SourcePlace place)
    {
        if (!review.NeverSeen.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning, "vm-never-seen", Message.Of("vm-never-seen", ("vms", Names(review.NeverSeen))), place,
                measured is null ? null : AsConfigured(measured, assumptions), Message.Of("vm-never-seen.mend"));
        }

        if (!review.LittleSeen.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning, "usage-coverage-low",
                Message.Of(
                    "usage-coverage-low",
                    ("coverage", assumptions.Of(AssumptionIds.UsageCoverage)), ("vms", Names(review.LittleSeen.Select(each => each.Vm)))),
                place, Message.Of("usage-coverage-low.done"), Message.Of("usage-coverage-low.mend"));
        }
    }

    /// <summary>A VM may have samples of one resource and not of another.</summary>
    private static IEnumerable<Finding> Gaps(UsageReview review, MeasuredEstate measured, SourcePlace place)
    {
        foreach (var (what, isMissing) in new (Message, Func<MeasuredVm, bool>)[]
        {
            (Message.Of("resource.cpu"), vm => measured.Rules.Cpu.IsMeasured && vm.Cpu is null),
            (Message.Of("resource.memory"), vm => measured.Rules.Memory.IsMeasured && vm.Memory is null),
        })
        {
            var without = review.All.Where(each => isMissing(measured.Of(each.Vm))).ToList();
            if (without.Count > 0)
            {
                yield return new Finding(
                    Severity.Warning, "vm-partly-seen", Message.Of("vm-partly-seen", ("what", what), ("vms", Names(without.Select(each => each.Vm)))), place,
                    Message.Of("vm-partly-seen.done", ("what", what)), Message.Of("vm-partly-seen.mend"));
            }
        }
    }

    private static IEnumerable<Finding> Hours(UsageReview review, MeasuredEstate measured, SourcePlace place)
    {
        var without = review.All.Where(each => measured.Of(each.Vm) is { Cpu.UnseenBuckets: > 0 } or { Memory.UnseenBuckets: > 0 }).ToList();
        if (without.Count > 0)
        {
            yield return new Finding(
                Severity.Note, "usage-hours-unseen",
                Message.Of("usage-hours-unseen", ("hours", measured.Rules.BucketCount), ("vms", Names(without.Select(each => each.Vm)))), place,
                Message.Of("usage-hours-unseen.done"));
        }
    }

    private static IEnumerable<Finding> Lists(UsageReview review, SourcePlace place)
    {
        if (!review.Idle.IsEmpty)
        {
            yield return new Finding(
                Severity.Note, "vms-idle", Message.Of("vms-idle", ("vms", Names(review.Idle.Select(each => each.Vm)))), place,
                Message.Of("vms-idle.done"), Message.Of("vms-idle.mend"));
        }
    }

    private static Message AsConfigured(MeasuredEstate measured, AssumptionSet assumptions) => measured.Rules.Cpu.IsMeasured
        ? Message.Of("vm-never-seen.by-overcommit", ("overcommit", assumptions.Of(AssumptionIds.CpuOvercommit)))
        : Message.Of("vm-never-seen.as-configured");

    /// <summary>"3 (a, b, c)".</summary>
    private static Message Names(IEnumerable<VirtualMachine> vms)
    {
        var names = vms.Select(vm => vm.Name).ToList();
        var shown = names.Take(UsageHistory.NamesShown).ToList();
        return names.Count > shown.Count
            ? Message.Of("names.counted-cut", ("count", names.Count), ("names", Message.List(shown)))
            : Message.Of("names.counted", ("count", names.Count), ("names", Message.List(shown)));
    }
}
