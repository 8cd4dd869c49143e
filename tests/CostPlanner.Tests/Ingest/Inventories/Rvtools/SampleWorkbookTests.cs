using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>The workbooks of other people, with figures counted by hand or planted by their generator.</summary>
public sealed class SampleWorkbookTests
{
    private static Inventory Read(string sample)
    {
        var reading = InventoryFile.Read(TestFolder.Sample(sample));
        return Assert.IsType<Inventory>(reading.Value);
    }

    [Fact]
    [Slow]
    public void The_anonymised_example_holds_nine_VMs_among_990_blank_rows()
    {
        var inventory = Read("migration-planner-example/example1.xlsx");
        var running = inventory.Vms.Where(vm => vm.Runs).ToArray();

        // Row 10 is cut off after its first ten cells: a VM that is on, of a size that nobody knows.
        var cutOff = Assert.Single(inventory.UnsizedVms);
        Assert.Equal((PowerState.On, 10), (cutOff.Power, cutOff.Origin.Row));
        Assert.Equal((8 + 1, 51, 105_753), (inventory.Vms.Length + inventory.UnsizedVms.Length, inventory.Vms.Sum(vm => vm.VCpus), inventory.Vms.Sum(vm => vm.Memory.MiB)));
        Assert.Equal((2 + 1, 16, 37_847), (running.Length + inventory.UnsizedVms.Length, running.Sum(vm => vm.VCpus), running.Sum(vm => vm.Memory.MiB)));
        Assert.Equal(7, inventory.Hosts.Length);
        Assert.Equal(new SheetRows("vInfo", 9, 8), inventory.Rows.Single(rows => rows.Sheet == "vInfo"));
        Assert.All(inventory.Hosts, host => Assert.StartsWith("masked-host-", host.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_synthetic_workbook_holds_what_its_generator_put_in()
    {
        var inventory = Read("synthetic/RVTools_export_all_SYNTHETIC_4.7.1.4.xlsx");
        var on = inventory.Vms.Where(vm => vm.Power == PowerState.On).ToArray();
        var counted = on.Where(vm => !vm.IsTemplate).ToArray();

        Assert.Equal((160, 144, 4), (inventory.Vms.Length, on.Length, inventory.Vms.Count(vm => vm.IsTemplate)));
        Assert.Equal((657, 5_220_352), (counted.Sum(vm => vm.VCpus), counted.Sum(vm => vm.Memory.MiB)));
        Assert.Equal(400, inventory.Hosts.Sum(host => host.Cores));
        Assert.Equal(416, inventory.Hosts.Sum(host => host.Sockets * Math.Max(16, host.CoresPerSocket!.Value)));
        Assert.Single(inventory.Vms, vm => vm.IsPlaceholder);
        Assert.Equal(2, inventory.Vms.Count(vm => vm.AntiAffinityRules.SequenceEqual(["separate-dcs"])));
        Assert.Single(inventory.Hosts, host => host.InMaintenance);
        Assert.Equal("RVTools 4.7.1.4", inventory.WrittenBy);
    }

    [Fact]
    public void The_thin_workbook_knows_cores_and_no_sockets()
    {
        var inventory = Read("rvtools-thin/rvtools-small-complete.xlsx");

        Assert.Equal(3, inventory.Vms.Length);
        Assert.All(inventory.Hosts, host => Assert.Equal((null, 16), (host.Sockets, host.Cores)));
        Assert.Single(inventory.Findings, finding => finding.Code == "host-sockets-unknown");
        // sample-web-01: disks of 81,920 and 40,960 MiB in vDisk, for vInfo has no total.
        Assert.Equal(ByteSize.FromMiB(122_880), inventory.Vms[0].Disk);
        Assert.Equal(["sample-cluster-a"], inventory.Clusters.Select(cluster => cluster.Name));
    }
}
