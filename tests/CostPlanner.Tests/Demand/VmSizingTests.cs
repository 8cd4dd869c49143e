using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>What VMs need when they are sized by what they used.</summary>
public sealed class VmSizingTests
{
    private static readonly float[] FiveCores = [1.5f, 2, 3.5f, 4, 5];
    private static readonly float[] FiveMiB = [1000, 1000, 2000, 2000, 4000];

    private static EstateDemand Of(
        UsageHistory usage, SizingRules rules, IEnumerable<VirtualMachine> vms, AssumptionSet? assumptions = null, CpuReference? reference = null, params Host[] hosts) =>
        EstateDemand.Of(Estate.Of(hosts, vms), Estate.Scenario() with { HorizonYears = 1 }, PlatformFamily.Kvm, assumptions ?? Assumed.Plain, MeasuredEstate.Of(usage, rules), reference);

    private static VmDemand One(SizingRules rules, AssumptionSet? assumptions = null, int vCpus = 8) =>
        Of(Used.Hourly(5, Used.Vm("a", FiveCores, FiveMiB)), rules, [Estate.Vm("a", vCpus)], assumptions).Running.Single();

    [Fact]
    public void Each_measure_gives_its_figure()
    {
        // Mean 16 / 5 = 3.2 and 10,000 / 5 = 2,000; p50 by nearest rank is the 3rd; p50 interpolated is rank (5 - 1) x 0.5 = 2, the 3rd too;
        // p95 interpolated is 4 + 0.8 x (5 - 4) = 4.8 and 2,000 + 0.8 x 2,000 = 3,600.
        var p95 = SizingMeasure.At(Percentile.P95);

        Assert.Equal((3.2m, 2000), Figures(One(Used.By(SizingMeasure.Average))));
        Assert.Equal((5m, 4000), Figures(One(Used.By(SizingMeasure.Peak))));
        Assert.Equal((3.5m, 2000), Figures(One(Used.By(SizingMeasure.At(new Percentile(50))))));
        Assert.Equal((5m, 4000), Figures(One(Used.By(p95))));
        Assert.Equal((4.8m, 3600), Figures(One(Used.By(p95) with { Percentiles = PercentileMethod.Interpolated })));

        static (decimal, long) Figures(VmDemand demand) => (demand.Cpu, demand.Memory.MiBRoundedUp);
    }

    [Fact]
    public void Headroom_and_growth_multiply_and_no_VM_gets_more_than_it_is_configured_with()
    {
        var assumptions = Assumed.With((AssumptionIds.CpuHeadroom, 1.3m), (AssumptionIds.MemoryHeadroom, 1.5m), (AssumptionIds.Growth, 0.1m));

        // 5 x 1.3 x 1.1 = 7.15 cores; 4,000 x 1.5 x 1.1 = 6,600 MiB.
        var roomy = One(Used.By(SizingMeasure.Peak), assumptions);
        Assert.Equal((7.15m, 6600), (roomy.Cpu, roomy.Memory.MiBRoundedUp));

        // 5 x 1.3 = 6.5 is above its 6 vCPUs: 6 x 1.1 = 6.6. 8 GiB are 8,192 MiB, and 4,000 x 10 are more: 8,192 x 1.1 = 9,011.2.
        var tight = One(Used.By(SizingMeasure.Peak), Assumed.With((AssumptionIds.CpuHeadroom, 1.3m), (AssumptionIds.MemoryHeadroom, 10m), (AssumptionIds.Growth, 0.1m)), vCpus: 6);
        Assert.Equal((6.6m, 9012), (tight.Cpu, tight.Memory.MiBRoundedUp));
    }

    [Fact]
    public void A_running_VM_is_never_counted_as_nothing()
    {
        // It would be taken for one that does not run. A hundredth of a core, grown by a tenth.
        var demand = Of(Used.Hourly(3, Used.Vm("a", [0, 0, 0])), new SizingRules { Cpu = SizingMeasure.Coincident }, [Estate.Vm("a")], Assumed.With((AssumptionIds.Growth, 0.1m)));

        Assert.Equal(0.011m, demand.Running[0].Cpu);
        Assert.All(demand.Running[0].CpuByBucket, figure => Assert.Equal(0.011m, figure));
    }

    [Fact]
    public void Configured_CPU_is_vCPUs_and_measured_CPU_is_busy_cores()
    {
        var usage = Used.Hourly(5, Used.Vm("a", FiveCores, FiveMiB));
        var onlyMemory = Of(usage, new SizingRules { Memory = SizingMeasure.Peak }, [Estate.Vm("a", 8)]);
        var onlyCpu = Of(usage, new SizingRules { Cpu = SizingMeasure.Peak }, [Estate.Vm("a", 8)]);

        Assert.Equal((CpuUnit.VCpus, 8m, 4000), (onlyMemory.CpuUnit, onlyMemory.Running[0].Cpu, onlyMemory.Running[0].Memory.MiBRoundedUp));
        Assert.Equal((CpuUnit.BusyCores, 5m, 8192), (onlyCpu.CpuUnit, onlyCpu.Running[0].Cpu, onlyCpu.Running[0].Memory.MiBRoundedUp));
        Assert.All([onlyMemory, onlyCpu], demand => Assert.Equal(1, demand.Buckets));
    }

    [Fact]
    public void A_VM_without_samples_is_sized_as_configured_a_vCPU_by_the_overcommit()
    {
        // 2 vCPUs at 4 to a core are half a busy core.
        var demand = Of(Used.Hourly(5, Used.Vm("a", FiveCores, FiveMiB)), Used.By(SizingMeasure.Peak), [Estate.Vm("a", 8), Estate.Vm("unseen", 2, 8)]);
        var unseen = demand.Running.Single(each => each.Vm.Name == "unseen");

        Assert.Equal((0.5m, 8192), (unseen.Cpu, unseen.Memory.MiBRoundedUp));
        Assert.Empty(unseen.CpuByBucket);
    }

    [Fact]
    public void Coincident_keeps_the_peak_of_each_hour()
    {
        // Two days: 3 cores at 02:00 on the first day, 4 on the second; 1 otherwise.
        float[] cpu = [.. Enumerable.Range(0, 48).Select(hour => hour == 2 ? 3f : hour == 26 ? 4f : 1f)];
        var demand = Of(Used.Hourly(48, Used.Vm("a", cpu)), new SizingRules { Cpu = SizingMeasure.Coincident }, [Estate.Vm("a", 8)]);
        var vm = demand.Running[0];

        Assert.Equal((24, 24, 4m), (demand.Buckets, vm.CpuByBucket.Length, vm.Cpu));
        Assert.Equal([1m, 1m, 4m, 1m], vm.CpuByBucket.Take(4));
        Assert.Empty(vm.MemoryByBucket);
    }

    [Fact]
    public void Hours_of_the_week_begin_on_Monday_and_an_hour_not_seen_has_the_figure_of_the_whole_time()
    {
        // Monday 00:00 to Tuesday 01:59; 2 cores on Tuesday at 01:00.
        float[] cpu = [.. Enumerable.Repeat(1f, 25), 2f];
        var measured = MeasuredEstate.Of(Used.Hourly(26, Used.Vm("a", cpu)), Used.By(SizingMeasure.Coincident, TimeBuckets.HoursOfWeek));
        var need = measured.Of(Estate.Vm("a")).Cpu!;

        Assert.Equal((168, 168 - 26), (need.ByBucket.Length, need.UnseenBuckets));
        Assert.Equal([1m, 2m, 2m], need.ByBucket[24..27]);
        Assert.Equal(2m, need.ByBucket[^1]);
    }

    [Fact]
    public void A_slot_longer_than_an_hour_counts_in_all_hours_that_it_touches()
    {
        var usage = Used.Every(TimeSpan.FromHours(2), 12, Used.Vm("a", [.. Enumerable.Range(1, 12).Select(each => (float)each)]));
        var need = MeasuredEstate.Of(usage, Used.By(SizingMeasure.Coincident)).Of(Estate.Vm("a")).Cpu!;

        Assert.Equal([1m, 1m, 2m, 2m, 3m], need.ByBucket.Take(5));
        Assert.Equal(0, need.UnseenBuckets);
    }

    [Fact]
    public void A_percentile_may_stand_for_an_hour()
    {
        // 20 days; at 00:00 on 19 days 1 core, on one 9: p95 by nearest rank is the 19th of 20, 1 core.
        float[] cpu = [.. Enumerable.Range(0, 20 * 24).Select(hour => hour == 0 ? 9f : 1f)];
        var rules = Used.By(SizingMeasure.Coincident) with { Bucket = SizingMeasure.At(Percentile.P95) };

        Assert.Equal(1m, MeasuredEstate.Of(Used.Hourly(480, Used.Vm("a", cpu)), rules).Of(Estate.Vm("a")).Cpu!.Figure);
        Assert.Equal(9m, MeasuredEstate.Of(Used.Hourly(480, Used.Vm("a", cpu)), Used.By(SizingMeasure.Coincident)).Of(Estate.Vm("a")).Cpu!.Figure);
    }

    [Fact]
    public void Every_hour_has_the_overhead_of_the_configured_memory()
    {
        var assumptions = Assumed.With((AssumptionIds.QemuOverheadBase, 100m));
        var demand = Of(Used.Hourly(24, Used.Vm("a", Used.Days(1, _ => 1), Used.Days(1, hour => hour == 3 ? 2000 : 1000))), Used.By(SizingMeasure.Coincident), [Estate.Vm("a")], assumptions);

        Assert.Equal([1100L, 1100, 1100, 2100], demand.Running[0].MemoryByBucket.Take(4).Select(size => size.MiBRoundedUp));
        Assert.Equal(2100, demand.Running[0].Memory.MiBRoundedUp);
    }

    [Fact]
    public void Cores_of_an_old_host_count_less_in_a_newer_reference()
    {
        var source = new Provenance("test", "2026", Grade.A, "test");
        var cpus = new CpuCatalogue([new CpuModel("Old 1", 10, 20, null, 100m, null, null, null, source), new CpuModel("New 2", 10, 20, null, 200m, null, null, null, source)]);
        var hosts = new[] { Estate.Host("h") with { CpuModel = "Old 1" } };
        var usage = Used.Hourly(5, Used.Vm("a", FiveCores), Used.Vm("b", FiveCores));

        // 100 / 200: 5 busy cores of the old CPU are 2.5 of the new one. b is on no host, and all hosts of its cluster are alike.
        var demand = Of(usage, new SizingRules { Cpu = SizingMeasure.Peak }, [Estate.Vm("a", 8) with { Host = "h" }, Estate.Vm("b", 8)], null, CpuReference.Of(cpus, "New 2"), hosts);
        Assert.All(demand.Running, vm => Assert.Equal(2.5m, vm.Cpu));
    }

    [Fact]
    public void Disk_operations_and_network_follow_the_measure_of_CPU()
    {
        var vm = new VmUsage("a", 5, Used.Series(FiveCores), UsageSeries.None, Used.Series(10, 20, 30, 40, 50), Used.Series(1, 1, 1, 1, 2));
        var peak = Of(Used.Hourly(5, vm), Used.By(SizingMeasure.Peak), [Estate.Vm("a")]).Running[0];
        var median = Of(Used.Hourly(5, vm), Used.By(SizingMeasure.At(new Percentile(50))), [Estate.Vm("a")]).Running[0];

        Assert.Equal((50m, 2m), (peak.Iops, peak.NetworkMbps));
        Assert.Equal((30m, 1m), (median.Iops, median.NetworkMbps));
    }
}
