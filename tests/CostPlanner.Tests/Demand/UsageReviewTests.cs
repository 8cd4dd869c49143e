using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>The lists of VMs by how they used what they have, and what use over time does not show.</summary>
public sealed class UsageReviewTests
{
    /// <summary>8 GiB and 4 vCPUs each. busy: 3 cores, 6,000 MiB; idle: 0.1 cores (2.5 %), 300 MiB (3.7 %); large: 1 core (25 %), 6,000 MiB.</summary>
    private static UsageHistory Usage(int days = 28) => Used.Hourly(
        days * 24,
        Used.Vm("busy", Used.Days(days, _ => 3), Used.Days(days, _ => 6000)),
        Used.Vm("idle", Used.Days(days, _ => 0.1f), Used.Days(days, _ => 300)),
        Used.Vm("large", Used.Days(days, _ => 1), Used.Days(days, _ => 6000)),
        Used.Vm("brief", Used.Days(1, _ => 3), Used.Days(1, _ => 6000)),
        Used.Vm("no-memory", Used.Days(days, _ => 0.1f)));

    private static VirtualMachine[] Vms() => [.. new[] { "busy", "idle", "large", "brief", "no-memory", "unseen" }.Select(name => Estate.Vm(name, 4))];

    private static UsageReview Review(params (string, decimal)[] assumptions) =>
        UsageReview.Of(Vms(), Usage(), PercentileMethod.NearestRank, Assumed.With(assumptions));

    private static List<string> Codes(UsageHistory usage, SizingRules rules)
    {
        var review = UsageReview.Of(Vms(), usage, PercentileMethod.NearestRank, Assumed.Plain);
        return [.. UsageFindings.Of(usage, Estate.Scenario(), review, rules.IsMeasured ? MeasuredEstate.Of(usage, rules) : null, Assumed.Plain).Select(finding => finding.Code)];
    }

    [Fact]
    public void Every_VM_is_in_the_lists_that_it_belongs_to()
    {
        var review = Review();

        Assert.Equal(["idle"], review.Idle.Select(each => each.Vm.Name));
        Assert.Equal(["large", "no-memory"], review.Oversized.Select(each => each.Vm.Name));
        Assert.Equal(["unseen"], review.NeverSeen.Select(vm => vm.Name));
        Assert.Equal(["brief"], review.LittleSeen.Select(each => each.Vm.Name));
        Assert.Equal((0.75m, 3m, 1m), (review.All[0].CpuShare, review.All[0].CpuP95, review.All[0].Seen.Value));
    }

    [Fact]
    public void The_headroom_counts_for_what_is_over_sized()
    {
        // 25 % x 2.1 = 52.5 % is above a half.
        Assert.Equal(["no-memory"], Review((AssumptionIds.CpuHeadroom, 2.1m)).Oversized.Select(each => each.Vm.Name));
    }

    [Fact]
    public void Findings_say_what_may_not_be_concluded()
    {
        Assert.Equal(["usage-interval-coarse", "vm-never-seen", "usage-coverage-low", "vms-idle"], Codes(Usage(), SizingRules.AsConfigured));
        Assert.Equal(["usage-shorter-than-month", "usage-interval-coarse", "vm-never-seen", "usage-coverage-low", "vm-partly-seen", "vms-idle"], Codes(Usage(14), Used.By(SizingMeasure.Peak)));
        Assert.Contains("usage-shorter-than-week", Codes(Usage(3), SizingRules.AsConfigured));
        Assert.Contains("usage-hours-unseen", Codes(Usage(), Used.By(SizingMeasure.Coincident, TimeBuckets.HoursOfWeek)));
        Assert.DoesNotContain("usage-interval-coarse", Codes(Usage() with { Interval = TimeSpan.FromMinutes(30) }, SizingRules.AsConfigured));
    }

    [Fact]
    public void The_finding_about_VMs_never_seen_states_the_conversion()
    {
        var finding = UsageFindings.Of(
            Usage(), Estate.Scenario(), Review(), MeasuredEstate.Of(Usage(), Used.By(SizingMeasure.Peak)), Assumed.Plain).First(each => each.Code == "vm-never-seen");

        Assert.Equal((Severity.Warning, "They are sized as configured; a vCPU counts as 1/4 busy core, as the overcommit promises it."), (finding.Severity, finding.Done.Words()));
        Assert.Equal("Running VMs without a sample: 1 (unseen).", finding.Message.Words());
    }

    [Fact]
    public void CPUs_that_cannot_be_compared_are_named()
    {
        var source = new Provenance("test", "2026", Grade.A, "test");
        var cpus = new CpuCatalogue([new CpuModel("Old 1", 10, 20, null, 100m, 10m, null, null, source), new CpuModel("New 2", 10, 20, null, 200m, 9m, null, null, source)]);
        var estate = Estate.Of([Estate.Host("a") with { CpuModel = "Old 1" }, Estate.Host("b") with { CpuModel = "Strange 3" }, Estate.Host("c")], []);
        var findings = CpuFindings.Of(estate, Estate.Scenario(), CpuReference.Of(cpus, "Old 1"), [Estate.Model() with { Cpu = "New 2" }]);

        Assert.Equal(["cpu-without-rate", "cpu-without-rate", "thread-slower"], findings.Select(finding => finding.Code));
        Assert.Contains("\"Strange 3\"", findings[0].Message.Words(), StringComparison.Ordinal);
        Assert.Contains("One thread of New 2 has 90% of the speed of one of Old 1", findings[2].Message.Words(), StringComparison.Ordinal);
        Assert.Equal(
            ["reference-cpu-none"],
            CpuFindings.Of(estate, Estate.Scenario() with { Sizing = Used.By(SizingMeasure.Peak) }, null, []).Select(finding => finding.Code));
        Assert.Empty(CpuFindings.Of(estate, Estate.Scenario(), null, []));
    }
}
