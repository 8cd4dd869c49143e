using CostPlanner.Ingest.Inventories;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Usage;

/// <summary>Real traces of 500 VMs, beside the checkout; their figures are those of the traces' own README.</summary>
[Slow]
public sealed class TraceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void August_2013_gives_its_known_figures()
    {
        // With 1,000 MHz a core, busy cores read as GHz, though the VMs' real cores differ.
        Traces.WriteVms(folder, coreMHz: 1000);
        var estate = InventoryFile.Read(folder.Root).Value!;
        var reading = UsageFile.Read(Traces.August, estate);
        var usage = Assert.IsType<UsageHistory>(reading.Value);

        Assert.Equal(500, usage.Vms.Length);
        Assert.Equal((4_337_555, 0), (Assert.Single(usage.Rows).Read, usage.Rows[0].SetAside));
        Assert.Equal((TimeSpan.FromMinutes(5), 8640), (usage.Interval, usage.Slots));
        Assert.Equal(new DateTimeOffset(2013, 7, 31, 22, 0, 0, TimeSpan.Zero), usage.Start);

        // 2,403,271 MB in the README was added up before the file's figures were rounded to whole MB: 500 roundings of 0.5 at most.
        Assert.Equal(1934, usage.Vms.Sum(vm => (double)vm.Cpu.Values.Max()), 0.5);
        Assert.Equal(502, usage.Vms.Sum(vm => vm.Cpu.Values.Average(value => (double)value)), 0.5);
        Assert.Equal(2_403_271, usage.Vms.Sum(vm => (double)vm.Memory.Values.Max()), 250.0);
        Assert.Equal(268_241, usage.Vms.Sum(vm => vm.Memory.Values.Average(value => (double)value)), 250.0);
        Assert.Equal("usage-slots-shared", Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void A_folder_of_GWA_T_12_files_gives_a_VM_for_each()
    {
        Traces.WriteVms(folder);
        var estate = InventoryFile.Read(folder.Root).Value!;
        var usage = UsageFile.Read(Path.GetDirectoryName(Repository.Shared("traces", "raw-sample", "42.csv.gz"))!, estate).Value!;

        Assert.Equal(["1", "7", "42", "123", "300"], usage.Vms.Select(vm => vm.VmId));
        Assert.Equal(["1.csv.gz", "123.csv.gz", "300.csv.gz", "42.csv.gz", "7.csv.gz"], usage.Files);
        Assert.All(usage.Rows, rows => Assert.Equal(0, rows.SetAside));

        // Its first row: 71.0666 of 20,800 MHz of 8 cores, so 0.02733 cores; 139,809.33 KB are 136.53 MiB; 0 + 1 KB/s are 0.008192 Mbit/s.
        var busy = usage.Vms.Single(vm => vm.VmId == "42");
        Assert.Equal(71.06664742399998 * 8 / 20799.994368, busy.Cpu.Values[0], 1e-6);
        Assert.Equal(139809.33333333334 / 1024, busy.Memory.Values[0], 1e-4);
        Assert.Equal(1.0 * 1024 * 8 / 1e6, busy.Network.Values[0], 1e-8);
        Assert.True(busy.Iops.IsEmpty);
    }
}
