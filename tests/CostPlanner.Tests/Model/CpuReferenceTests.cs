using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>What a core is worth in cores of another CPU.</summary>
public sealed class CpuReferenceTests
{
    private static readonly Provenance Source = new("test", "2026", Grade.A, "test");

    private static readonly CpuCatalogue Cpus = new(
    [
        new CpuModel("Xeon Gold 6248R", 24, 48, null, 300m, 10m, null, null, Source),
        new CpuModel("EPYC 9654", 96, 192, null, 1800m, 8m, null, null, Source),
        new CpuModel("Xeon X5650", 6, null, null, null, null, null, null, Source),
    ]);

    [Fact]
    public void A_core_is_worth_its_rate_by_that_of_the_reference()
    {
        var reference = CpuReference.Of(Cpus, "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz")!;

        // 300 / (2 x 24) = 6.25 a core; 1,800 / (2 x 96) = 9.375 a core: worth 9.375 / 6.25 = 1.5.
        Assert.Equal(6.25m, CpuReference.RatePerCore(reference.Model));
        Assert.Equal(1m, reference.WorthOf("Xeon Gold 6248R"));
        Assert.Equal(1.5m, reference.WorthOf("AMD EPYC 9654 96-Core Processor"));
    }

    [Fact]
    public void What_is_not_known_has_no_worth()
    {
        var reference = CpuReference.Of(Cpus, "EPYC 9654")!;

        Assert.Null(reference.WorthOf("Xeon X5650"));
        Assert.Null(reference.WorthOf("Pentium"));
        Assert.Null(reference.WorthOf(null));
        Assert.Null(CpuReference.Of(Cpus, "Xeon X5650"));
        Assert.Null(CpuReference.Of(Cpus, null));
    }

    [Fact]
    public void The_speed_of_a_thread_is_told_apart()
    {
        var reference = CpuReference.Of(Cpus, "EPYC 9654")!;

        // 8 / 10: a thread is slower by a fifth, though a core is worth half as much again.
        Assert.Equal(0.8m, reference.SpeedRatio("Xeon Gold 6248R", "EPYC 9654"));
        Assert.Null(reference.SpeedRatio("Xeon X5650", "EPYC 9654"));
    }

    [Fact]
    public void The_catalogue_has_the_rates_of_servers_in_use()
    {
        var cpus = CpuFile.Read(Repository.Data).Value!;

        Assert.NotNull(CpuReference.Of(cpus, "Xeon Gold 6248R"));
        Assert.True(CpuReference.Of(cpus, "Xeon Gold 6248R")!.WorthOf("EPYC 9654") > 1);
    }
}
