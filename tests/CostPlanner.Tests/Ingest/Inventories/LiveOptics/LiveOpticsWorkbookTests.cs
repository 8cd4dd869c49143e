using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Ingest.Inventories.LiveOptics;

/// <summary>Workbooks of Live Optics: a small one made here, and the synthetic one whose figures its generator planted.</summary>
public sealed class LiveOpticsWorkbookTests
{
    private static readonly string[] VmHeaders =
    [
        "VM Name", "Power State", "Template", "Virtual CPU", "Provisioned Memory (MiB)", "Guest VM Disk Capacity (MiB)", "Virtual Disk Size (MiB)",
        "Virtual Disk Used (MiB)", "VM OS", "Datastore", "Host", "Cluster", "Datacenter", "MOB ID", "Guest IP1", "InstanceUUID",
    ];

    private static object?[] Vm(string name, int number, object? cpus = null, object? disk = null, string uuid = "a") =>
    [
        name, "poweredOn", "FALSE", cpus ?? 2, 4096, 30_720, disk, 20_480, "Ubuntu Linux (64-bit)", "ds-01", "esx-01", "Prod", "Site", $"vm-{number}", "192.0.2.9", uuid,
    ];

    private static Sheet Vms(params IReadOnlyList<object?>[] rows) => Sheet.Of("VMs", VmHeaders, rows);

    private static Sheet Hosts(params IReadOnlyList<object?>[] rows) => Sheet.Of(
        "ESX Hosts", ["Host Name", "Cluster", "Manufacturer", "Model", "CPU Sockets", "CPU Cores", "CPU Threads", "CPU Description", "Memory (KiB)"], rows);

    private static Sheet OneHost() => Hosts(["esx-01", "Prod", "Dell Inc.", "PowerEdge R740", 2, 48, 96, "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 805_048_320]);

    private static Inventory Estate(params IReadOnlyList<Sheet> sheets) => Assert.IsType<Inventory>(SmallEstate.Read(sheets).Value);

    [Fact]
    public void The_memory_of_a_host_is_in_KiB_and_its_threads_tell_hyper_threading()
    {
        var host = Assert.Single(Estate(Vms(Vm("web", 1)), OneHost()).Hosts);

        // 805,048,320 KiB / 1,024 = 786,180 MiB; 96 threads = 2 x 48 cores.
        Assert.Equal((ByteSize.FromMiB(786_180), 2, 48, true), (host.Memory, host.Sockets, host.Cores, host.HyperThreading));
        Assert.Equal(("Dell Inc. PowerEdge R740", "Prod", "Site"), (host.Model, host.Cluster, host.Datacenter));
    }

    [Fact]
    public void A_host_of_blank_cells_has_unknown_figures()
    {
        var reading = SmallEstate.Read(Vms(Vm("web", 1)), Hosts(["esx-01", "Prod", null, null, null, null, 96]));
        var host = Assert.Single(Assert.IsType<Inventory>(reading.Value).Hosts);

        Assert.Equal((null, null, null, null), (host.Sockets, host.Cores, host.Memory, host.HyperThreading));
        Assert.Equal(3, reading.Findings.Count(finding => finding.Code is "host-sockets-unknown" or "host-cores-unknown" or "host-memory-unknown"));
    }

    [Fact]
    public void A_VM_has_its_virtual_disks_or_else_what_the_guest_says()
    {
        var vms = Estate(Vms(Vm("with", 1, disk: 102_400), Vm("without", 2)), OneHost()).Vms;

        Assert.Equal([ByteSize.FromMiB(102_400), ByteSize.FromMiB(30_720)], vms.Select(vm => vm.Disk!.Value));
        Assert.All(vms, vm => Assert.Equal(("ds-01", ByteSize.FromMiB(20_480), GuestFamily.OtherLinux), (vm.Datastore, vm.DiskInUse, vm.Guest)));
    }

    [Fact]
    public void A_row_that_is_no_VM_is_set_aside_with_a_finding()
    {
        var reading = SmallEstate.Read(Vms(Vm("web", 1), Vm("web", 1), Vm("other-vcenter", 1, uuid: "b"), Vm("none", 2, cpus: "many"), Vm("", 3)), OneHost());
        var inventory = Assert.IsType<Inventory>(reading.Value);

        // Five rows: one the same VM again, one without CPUs, one without a name.
        Assert.Equal(new SheetRows("VMs", 5, 2), Assert.Single(inventory.Rows, rows => rows.Sheet == "VMs"));
        Assert.Equal(["vm-1", "vm-1#2"], inventory.Vms.Select(vm => vm.Id));
        Assert.Equal("none", Assert.Single(inventory.UnsizedVms).Name);
        Assert.Equal(["vm-twice", "vm-cpus-unusable", "vm-without-name"], reading.Findings.Where(finding => finding.Done.Words() == "The row was set aside.").Select(finding => finding.Code));
    }

    [Fact]
    public void A_datastore_that_two_hosts_mount_counts_once()
    {
        string[] headers = ["Server Name", "Device Name", "Device Type", "Capacity (GiB)", "Used Capacity (GiB)", "Free Capacity (GiB)"];
        var devices = Sheet.Of("Host Devices", headers, ["esx-01", "ds-01", "Cluster", 100, 60, 40], ["esx-02", "ds-01", "Cluster", 100, 60, 40], ["esx-02", "local", "Local", "?"]);
        var inventory = Estate(Vms(Vm("web", 1)), OneHost(), devices);
        var datastore = Assert.Single(inventory.Datastores);

        // 100 GiB = 102,400 MiB; 40 GiB = 40,960 MiB.
        Assert.Equal((ByteSize.FromMiB(102_400), ByteSize.FromMiB(40_960), 2), (datastore.Capacity, datastore.Free, datastore.HostCount));
        Assert.Equal(["esx-01", "esx-02"], datastore.Hosts);
        Assert.Contains(new SheetRows("Host Devices", 3, 2), inventory.Rows);
    }

    [Fact]
    public void A_name_that_is_an_address_is_masked_alike_in_both_sheets()
    {
        var vm = Vm("web", 1);
        vm[Array.IndexOf(VmHeaders, "Host")] = "192.0.2.7";
        var inventory = Estate(Vms(vm), Hosts(["192.0.2.7", "Prod", null, null, 1, 8, 16, null, 201_064_448]));

        Assert.Equal(("masked-host-01", "masked-host-01"), (inventory.Hosts[0].Name, inventory.Vms[0].Host));
    }

    [Fact]
    public void A_general_workbook_without_hosts_is_taken_as_vSphere_and_says_so()
    {
        var reading = SmallEstate.Read(Vms(Vm("web", 1)));

        Assert.Equal(PlatformFamily.VSphere, Assert.IsType<Inventory>(reading.Value).Platform);
        Assert.Equal(["hosts-none", "platform-assumed"], reading.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_workbook_of_hosts_alone_is_an_error_that_names_its_sheets()
    {
        var finding = Assert.Single(SmallEstate.Read(OneHost()).Findings);

        Assert.Equal(("sheet-missing", Severity.Error), (finding.Code, finding.Severity));
        Assert.Contains("no sheet VMs; its sheets are: ESX Hosts", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_a_required_column_is_an_error_that_names_it() =>
        Assert.Contains(
            "no column Virtual CPU", Assert.Single(SmallEstate.Read(Sheet.Of("VMs", ["VM Name", "Provisioned Memory (MiB)"], ["web", 1024])).Findings).Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void The_synthetic_workbook_holds_what_its_generator_put_in()
    {
        var inventory = Assert.IsType<Inventory>(InventoryFile.Read(TestFolder.Sample("synthetic/LiveOptics_VMWARE_SYNTHETIC.xlsx")).Value);
        var running = inventory.Vms.Where(vm => vm.Runs).ToArray();

        // Summed over the sheet VMs; disks are those of all 160.
        Assert.Equal((160, 705, 5_548_032, 49_889_280), (inventory.Vms.Length, inventory.Vms.Sum(vm => vm.VCpus), inventory.Vms.Sum(vm => vm.Memory.MiB), inventory.Vms.Sum(vm => vm.Disk!.Value.MiB)));
        Assert.Equal((144, 657, 5_220_352), (running.Length, running.Sum(vm => vm.VCpus), running.Sum(vm => vm.Memory.MiB)));
        Assert.Equal(4, inventory.Vms.Count(vm => vm.IsTemplate));
        // 6 hosts of 48 cores and 2 sockets, 3 of 32 and 2, 2 of 8 and 1.
        Assert.Equal((11, 400, 20), (inventory.Hosts.Length, inventory.Hosts.Sum(host => host.Cores), inventory.Hosts.Sum(host => host.Sockets)));
        // 6 x 805,048,320 + 3 x 1,073,481,728 + 2 x 201,064,448 KiB = 8,452,864,000 KiB.
        Assert.Equal(8_452_864_000 / 1024, inventory.Hosts.Sum(host => host.Memory!.Value.MiB));
        Assert.Equal(["ds-db-a-01", "ds-edge-b-01", "ds-prod-a-01"], inventory.Datastores.Select(datastore => datastore.Name).Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2026, 9, 7), inventory.ExportedOn);
        Assert.Equal(3, inventory.Clusters.Length);
    }
}
