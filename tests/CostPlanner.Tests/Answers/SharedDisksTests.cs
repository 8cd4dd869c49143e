using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>A disk that several VMs are attached to is one disk.</summary>
public sealed class SharedDisksTests
{
    private static readonly string[] Headers = ["VM", "Disk", "Capacity MiB", "Sharing mode", "Shared Bus", "Path", "VM ID", "VM UUID", "VI SDK UUID"];

    /// <summary>
    /// Two cluster nodes of 102,400 MiB each, 61,440 of them one shared disk: 40,960 + 40,960 + 61,440 = 143,360 MiB, and not 204,800. The same VMs without vDisk
    /// are the control: 204,800.
    /// </summary>
    [Fact]
    public void A_disk_of_two_VMs_counts_once_in_capacity_and_in_the_move()
    {
        var estate = SmallEstate.Read(Info(), SmallEstate.Hosts(), Disks("node-0/quorum.vmdk"));
        Assert.Equal(143_360m, estate.Value!.Vms.Sum(vm => vm.DiskAtLeast.MiB));
        var said = Assert.Single(estate.Findings, finding => finding.Code == "disks-shared");
        Assert.Equal("1 disk of vDisk is attached to several VMs; counted with each VM they would add 60 GiB.", said.Message.Words());
        Assert.Equal(204_800m, SmallEstate.Read(Info(), SmallEstate.Hosts()).Value!.Vms.Sum(vm => vm.DiskAtLeast.MiB));

        // What is in use is moved: 51,200 MiB of each node, of the second only the part that its own disk is: 51,200 × 40,960 ÷ 102,400 = 20,480. 70 GiB, and not 100.
        var answer = Answered.Of(Info(), SmallEstate.Hosts(), Disks("node-0/quorum.vmdk"));
        Assert.Equal(70m, answer.Option("kvm").GetProperty("course").GetProperty("move").GetProperty("dataGiB").GetDecimal());
    }

    /// <summary>The node that is off is not the one that the disk counts with, whichever comes first.</summary>
    [Fact]
    public void It_counts_with_a_VM_that_runs()
    {
        var estate = SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("node-0", 0).But("Powerstate", "poweredOff"), SmallEstate.Vm("node-1", 1)), SmallEstate.Hosts(), Disks("node-0/quorum.vmdk"));
        Assert.Equal([40_960m, 102_400m], estate.Value!.Vms.Select(vm => vm.DiskAtLeast.MiB));
    }

    [Fact]
    public void Disks_of_two_vCenters_with_one_path_are_two()
    {
        var other = SmallEstate.Vm("node-1", 1).But("VI SDK UUID", "vc-2");
        var estate = SmallEstate.Read(
            SmallEstate.Info(SmallEstate.Vm("node-0", 0), other), SmallEstate.Hosts(),
            Sheet.Of("vDisk", Headers, Row(0, "shared", 61_440, "shared/quorum.vmdk"), [.. Row(1, "shared", 61_440, "shared/quorum.vmdk").Take(8), "vc-2"]));
        Assert.DoesNotContain(estate.Findings, finding => finding.Code == "disks-shared");
    }

    [Fact]
    public void Two_disks_of_one_size_are_two_disks() =>
        Assert.DoesNotContain(SmallEstate.Read(Info(), SmallEstate.Hosts(), Disks("node-1/quorum.vmdk")).Findings, finding => finding.Code == "disks-shared");

    private static Sheet Info() => SmallEstate.Info(SmallEstate.Vm("node-0", 0), SmallEstate.Vm("node-1", 1));

    /// <summary>A boot disk and a second disk of each node; the second node's second disk lies at a given path.</summary>
    private static Sheet Disks(string second) => Sheet.Of(
        "vDisk", Headers,
        Row(0, "boot", 40_960, "node-0/node-0.vmdk"), Row(0, "quorum", 61_440, "node-0/quorum.vmdk"),
        Row(1, "boot", 40_960, "node-1/node-1.vmdk"), Row(1, "quorum", 61_440, second));

    private static object?[] Row(int vm, string disk, int mib, string path) =>
        [$"node-{vm}", disk, mib, "sharingMultiWriter", "physicalSharing", $"[ds-01] {path}", $"vm-{vm}", $"5000-{vm}", "vc-1"];
}
