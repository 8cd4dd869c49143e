using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Ingest.Tables;

/// <summary>A figure that vInfo leaves blank is taken from the sheet that holds it, and said.</summary>
public sealed class OtherSheetsTests
{
    [Fact]
    public void Cpus_and_memory_come_from_their_own_sheets()
    {
        var row = SmallEstate.Vm("a", 1).But("CPUs", null).But("Memory", null);
        var reading = SmallEstate.Read(
            SmallEstate.Info(row, SmallEstate.Vm("b", 2)), SmallEstate.Hosts(),
            Sheet.Of("vCPU", ["VM", "CPUs", "VM ID"], ["a", 6, "vm-1"], ["b", 2, "vm-2"]),
            Sheet.Of("vMemory", ["VM", "Size MiB", "VM ID"], ["a", 24_576, "vm-1"], ["b", 4096, "vm-2"]));
        var vm = reading.Value!.Vms[0];
        Assert.Equal((6, ByteSize.FromGiB(24)), (vm.VCpus, vm.Memory));
        Assert.Empty(reading.Value.UnsizedVms);
        Assert.Contains(reading.Findings, finding => finding.Code == "sizes-from-other-sheets");
    }

    [Fact]
    public void What_no_sheet_holds_stays_unknown()
    {
        var reading = SmallEstate.Read(SmallEstate.Info(SmallEstate.Vm("a", 1).But("Memory", null), SmallEstate.Vm("b", 2)), SmallEstate.Hosts());
        Assert.Equal("a", Assert.Single(reading.Value!.UnsizedVms).Name);
    }

    /// <summary>30 + 12 GiB in two partitions.</summary>
    [Fact]
    public void What_is_in_use_comes_from_the_partitions()
    {
        var reading = SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("a", 1).But("In Use MiB", null)), SmallEstate.Hosts(),
            Sheet.Of("vPartition", ["VM", "Consumed MiB", "VM ID"], ["a", 30_720, "vm-1"], ["a", 12_288, "vm-1"]));
        Assert.Equal(ByteSize.FromGiB(42), reading.Value!.Vms[0].DiskInUse);
        Assert.Contains(reading.Findings, finding => finding.Code == "in-use-from-partitions");
    }

    [Fact]
    public void Disks_that_no_sheet_holds_are_not_known_and_not_none()
    {
        var reading = SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("a", 1).But("Total disk capacity MiB", null).But("Provisioned MiB", null), SmallEstate.Vm("b", 2).But("Total disk capacity MiB", 0)), SmallEstate.Hosts());
        Assert.Equal([null, ByteSize.Zero], reading.Value!.Vms.Select(vm => vm.Disk));
        Assert.Equal(1, EstateCounts.Of(reading.Value).VmsOfUnknownDisk);
    }
}
