using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>
/// Ten office VMs busy from 08:00 to 17:59 with 4 cores, ten night VMs busy from 00:00 to 05:59 with 4 cores, for 28 days;
/// all use half a core otherwise. Together they never use more than 10 × 4 + 10 × 0.5 = 45 cores.
/// </summary>
public sealed class NightAndDayTests
{
    private static readonly UsageHistory Usage = Used.Hourly(
        28 * 24,
        [
            .. Enumerable.Range(1, 10).Select(number => Used.Vm($"office-{number}", Used.Days(28, hour => hour is >= 8 and < 18 ? 4 : 0.5f), Used.Days(28, _ => 2048))),
            .. Enumerable.Range(1, 10).Select(number => Used.Vm($"night-{number}", Used.Days(28, hour => hour < 6 ? 4 : 0.5f), Used.Days(28, _ => 2048))),
        ]);

    private static readonly VirtualMachine[] Vms = [.. Usage.Vms.Select(vm => Estate.Vm(vm.VmId, 8))];

    private static EstateDemand By(SizingMeasure measure) => EstateDemand.Of(
        Estate.Of([], Vms), Estate.Scenario() with { HorizonYears = 1 }, PlatformFamily.Kvm, Assumed.Plain, MeasuredEstate.Of(Usage, Used.By(measure)));

    [Fact]
    public void Sums_of_peaks_and_of_percentiles_buy_hosts_that_are_never_needed_at_once()
    {
        // Busy a quarter of the day or more, p95 is the peak: 20 x 4 = 80 cores. Hour by hour the most is 45.
        Assert.Equal(80m, By(SizingMeasure.Peak).Running.Sum(vm => vm.Cpu));
        Assert.Equal(80m, By(SizingMeasure.At(Percentile.P95)).Running.Sum(vm => vm.Cpu));

        var coincident = By(SizingMeasure.Coincident);
        Assert.Equal(45m, Enumerable.Range(0, coincident.Buckets).Max(hour => coincident.Running.Sum(vm => vm.CpuByBucket[hour])));
        Assert.Equal(10m, coincident.Running.Sum(vm => vm.CpuByBucket[20])); // 20 x 0.5
    }

    [Fact]
    public void The_load_of_the_estate_tells_when_the_most_was_used()
    {
        var load = EstateLoad.Of(Usage, SizingRules.AsConfigured, vm => vm.Cpu)!;

        // A VM's mean: office (10 x 4 + 14 x 0.5) / 24 = 47 / 24; night (6 x 4 + 18 x 0.5) / 24 = 33 / 24; ten of each: 800 / 24.
        Assert.Equal((80m, 80m, 45m, 45m), (load.SumOfPeaks, load.SumOfP95, load.CoincidentPeak, load.CoincidentP95));
        Assert.Equal(decimal.Round(800m / 24, 6), decimal.Round(load.SumOfAverages, 6));
        Assert.Equal(Used.Monday, load.CoincidentAt);
        Assert.Equal([45m, 10m, 45m, 10m], new[] { 0, 7, 12, 20 }.Select(hour => load.Hours[hour].Average!.Value));
        Assert.Null(EstateLoad.Of(Usage, SizingRules.AsConfigured, vm => vm.Iops));
    }
}
