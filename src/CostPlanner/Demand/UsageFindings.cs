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
        var seen = FormattableString.Invariant($"the series cover {usage.Period.TotalDays:0.#} days");
        if (usage.Period < Duration.Week)
        {
            var week = measured is { Rules: { IsCoincident: true, Buckets: TimeBuckets.HoursOfWeek } } ? "; hours of the week that were not seen have the figure of the whole time" : "";
            yield return new Finding(
                Severity.Warning, "usage-shorter-than-week", $"{seen}, less than a week: nothing may be concluded about weekly work, such as backups at the weekend{week}", place,
                "what was seen was taken as all there is", "give series of a month");
        }
        else if (usage.Period < Duration.ShortestMonth)
        {
            yield return new Finding(
                Severity.Note, "usage-shorter-than-month", $"{seen}, less than a month: nothing may be concluded about the end of a month", place,
                "what was seen was taken as all there is", "give series of a month");
        }
    }

    private static IEnumerable<Finding> Interval(UsageHistory usage, SourcePlace place)
    {
        if (usage.Interval > UsageHistory.CoarseInterval)
        {
            yield return new Finding(
                Severity.Warning, "usage-interval-coarse",
                FormattableString.Invariant($"a sample stands for {usage.Interval.TotalMinutes:0.#} minutes: it is an average, and the peaks within it are not seen"), place,
                "peaks and percentiles are those of the averages", "give samples of 5 minutes; vCenter keeps them for a day");
        }
    }

    private static IEnumerable<Finding> Seen(UsageReview review, MeasuredEstate? measured, AssumptionSet assumptions, SourcePlace place)
    {
        if (!review.NeverSeen.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning, "vm-never-seen", $"running VMs without a sample: {Names(review.NeverSeen)}", place,
                measured is null ? null : AsConfigured(measured, assumptions), "measure them too, or check how the series name them");
        }

        if (!review.LittleSeen.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning, "usage-coverage-low",
                FormattableString.Invariant($"VMs seen in less than {assumptions.Of(AssumptionIds.UsageCoverage):0%} of the time: {Names(review.LittleSeen.Select(each => each.Vm))}"),
                place, "their figures were used all the same", "measure them longer, or do not rely on their sizes");
        }
    }

    /// <summary>A VM may have samples of one resource and not of another.</summary>
    private static IEnumerable<Finding> Gaps(UsageReview review, MeasuredEstate measured, SourcePlace place)
    {
        foreach (var (what, isMissing) in new (string, Func<MeasuredVm, bool>)[]
        {
            ("CPU", vm => measured.Rules.Cpu.IsMeasured && vm.Cpu is null),
            ("memory", vm => measured.Rules.Memory.IsMeasured && vm.Memory is null),
        })
        {
            var without = review.All.Where(each => isMissing(measured.Of(each.Vm))).ToList();
            if (without.Count > 0)
            {
                yield return new Finding(
                    Severity.Warning, "vm-partly-seen", $"running VMs with samples, and none of their {what}: {Names(without.Select(each => each.Vm))}", place,
                    $"their {what} is sized as configured", "export that figure too");
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
                $"VMs not seen in some of the {measured.Rules.BucketCount} hours: {Names(without.Select(each => each.Vm))}", place,
                "in these hours their figure of the whole time counts", null);
        }
    }

    private static IEnumerable<Finding> Lists(UsageReview review, SourcePlace place)
    {
        if (!review.Idle.IsEmpty)
        {
            yield return new Finding(
                Severity.Note, "vms-idle", $"running VMs that look idle: {Names(review.Idle.Select(each => each.Vm))}", place, "they were sized like any other VM", "switch off what nobody needs before hosts are bought for it");
        }
    }

    private static string AsConfigured(MeasuredEstate measured, AssumptionSet assumptions) =>
        "they are sized as configured" + (measured.Rules.Cpu.IsMeasured
            ? FormattableString.Invariant($"; a vCPU counts as 1/{assumptions.Of(AssumptionIds.CpuOvercommit):0.##} busy core, as the overcommit promises it")
            : "");

    /// <summary>"3 (a, b, c)".</summary>
    private static string Names(IEnumerable<VirtualMachine> vms)
    {
        var names = vms.Select(vm => vm.Name).ToList();
        var shown = names.Take(UsageHistory.NamesShown).ToList();
        var more = names.Count > shown.Count ? ", ..." : "";
        return FormattableString.Invariant($"{names.Count} ({string.Join(", ", shown)}{more})");
    }
}
