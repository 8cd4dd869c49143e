using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Ingest.Inventories.NutanixCollector;

/// <summary>Workbooks of Nutanix Collector: a small one made here, and the synthetic one whose figures its generator planted.</summary>
public sealed class CollectorWorkbookTests
{
    private static Sheet Metadata(object? hypervisor) => Sheet.Of(
        "Metadata", ["Collection Version", "Hypervisor", "Connection Mode", "Collection Date & Time", "Performance Data Duration"],
        ["6.1", hypervisor, "vCenter", "2026-09-07 10:00", "7 Days"]);

    private static object?[] Vm(string? name, object? cpus = null, string power = "poweredOn", string groups = "No") =>
        [name, power, cpus ?? 2, 4096, 51_200, 20_480, "No", groups, "Ubuntu Linux (64-bit)", "Prod", "node-01"];

    private static Sheet VmList(params IReadOnlyList<object?>[] rows) => Sheet.Of(
        "vmList",
        ["VM Name", "Power State", "vCPUs", "Memory (MiB)", "Capacity (MiB)", "Consumed (MiB)", "Template", "Volume Group Attached", "Guest OS", "Cluster Name", "Host Name"], rows);

    private static Inventory Estate(params IReadOnlyList<Sheet> sheets) => Assert.IsType<Inventory>(SmallEstate.Read(sheets).Value);

    [Theory]
    [InlineData("ESXi", PlatformFamily.VSphere)]
    [InlineData("AHV", PlatformFamily.Kvm)]
    public void The_hypervisor_tells_the_platform(string hypervisor, PlatformFamily platform)
    {
        var reading = SmallEstate.Read(Metadata(hypervisor), VmList(Vm("web")));

        Assert.Equal(platform, Assert.IsType<Inventory>(reading.Value).Platform);
        Assert.DoesNotContain(reading.Findings, finding => finding.Code == "platform-assumed");
    }

    [Theory]
    [InlineData("Hyper-V")]
    [InlineData(null)]
    public void A_hypervisor_that_is_neither_is_taken_as_vSphere_with_a_warning(string? hypervisor)
    {
        var reading = SmallEstate.Read(Metadata(hypervisor), VmList(Vm("web")));

        Assert.Equal(PlatformFamily.VSphere, Assert.IsType<Inventory>(reading.Value).Platform);
        Assert.Equal(Severity.Warning, Assert.Single(reading.Findings, finding => finding.Code == "platform-assumed").Severity);
    }

    [Theory]
    [InlineData("kOn", PowerState.On)]
    [InlineData("running", PowerState.On)]
    [InlineData("on", PowerState.On)]
    [InlineData("poweredOff", PowerState.Off)]
    [InlineData("kOff", PowerState.Off)]
    [InlineData("dreaming", PowerState.Unknown)]
    public void Each_hypervisor_has_its_own_words_for_power(string word, PowerState power) =>
        Assert.Equal(power, Assert.Single(Estate(Metadata("AHV"), VmList(Vm("web", power: word))).Vms).Power);

    [Fact]
    public void A_row_that_is_no_VM_is_set_aside_with_a_finding()
    {
        var reading = SmallEstate.Read(Metadata("AHV"), VmList(Vm("web"), Vm("web"), Vm("none", cpus: 0), Vm(null)));
        var inventory = Assert.IsType<Inventory>(reading.Value);

        // Four rows: two VMs of one name, for nothing says that they are one; one without CPUs; one without a name.
        Assert.Equal(new SheetRows("vmList", 4, 2), Assert.Single(inventory.Rows, rows => rows.Sheet == "vmList"));
        Assert.Equal(["web", "web#2"], inventory.Vms.Select(vm => vm.Id));
        Assert.Equal(["vm-cpus-unusable", "vm-without-name"], reading.Findings.Where(finding => finding.Done.Words() == "The row was set aside.").Select(finding => finding.Code));
    }

    [Fact]
    public void Hosts_and_clusters_that_no_VM_names_are_read_where_the_sheets_are_there()
    {
        var hosts = Sheet.Of("vHosts", ["Host Name", "Cluster Name", "CPU Sockets", "CPU Cores", "Memory"], ["node-01", "Prod", 2, 32, 512]);
        var inventory = Estate(Metadata("AHV"), VmList(Vm("web")), hosts, Sheet.Of("vCluster", ["Cluster Name"], ["Prod"], ["Spare"], ["prod"]));
        var host = Assert.Single(inventory.Hosts);

        // 512 MiB by 32 cores are 16 MiB by core, which no host has; 512 GiB are 16 GiB.
        Assert.Equal((2, 32, ByteSize.FromGiB(512)), (host.Sockets, host.Cores, host.Memory));
        Assert.Equal(["Prod", "Spare"], inventory.Clusters.Select(cluster => cluster.Name));
        Assert.Contains(new SheetRows("vCluster", 3, 2), inventory.Rows);
    }

    [Fact]
    public void Volume_groups_are_left_out_with_a_warning()
    {
        var reading = SmallEstate.Read(Metadata("AHV"), VmList(Vm("db", groups: "Yes"), Vm("web")));

        Assert.Contains("1 VM uses volume groups", Assert.Single(reading.Findings, finding => finding.Code == "volume-groups-left-out").Message.Words(), StringComparison.Ordinal);
        Assert.All(Assert.IsType<Inventory>(reading.Value).Vms, vm => Assert.Equal(ByteSize.FromMiB(51_200), vm.Disk));
    }

    [Fact]
    public void A_workbook_that_also_has_vInfo_is_still_of_the_collector() =>
        Assert.Equal("Nutanix Collector 6.1", Estate(SmallEstate.Info(SmallEstate.Vm("web", 1)), Metadata("ESXi"), VmList(Vm("web"))).WrittenBy);

    [Fact]
    public void A_vmList_without_a_required_column_is_an_error_that_names_it() =>
        Assert.Contains(
            "no column vCPUs", Assert.Single(SmallEstate.Read(Metadata("AHV"), Sheet.Of("vmList", ["VM Name", "Memory (MiB)"], ["web", 1024])).Findings).Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void A_vmList_alone_is_read_as_vSphere_with_a_warning()
    {
        var reading = SmallEstate.Read(VmList(Vm("web")));

        Assert.Equal(("web", PlatformFamily.VSphere), (Assert.Single(reading.Value!.Vms).Name, reading.Value.Platform));
        Assert.Equal(Severity.Warning, Assert.Single(reading.Findings, finding => finding.Code == "platform-assumed").Severity);
    }

    [Fact]
    public void A_Metadata_without_rows_is_no_reason_to_stop() =>
        Assert.Equal("Nutanix Collector", Estate(Sheet.Of("Metadata", ["Collection Version"]), VmList(Vm("web"))).WrittenBy);

    [Fact]
    public void The_synthetic_workbook_holds_what_its_generator_put_in()
    {
        var inventory = Assert.IsType<Inventory>(InventoryFile.Read(TestFolder.Sample("synthetic/NutanixCollector_SYNTHETIC.xlsx")).Value);
        var running = inventory.Vms.Where(vm => vm.Runs).ToArray();

        // Summed over vmList; disks are those of all 160. The workbook has no sheet of hosts.
        Assert.Equal((160, 705, 5_548_032, 49_889_280), (inventory.Vms.Length, inventory.Vms.Sum(vm => vm.VCpus), inventory.Vms.Sum(vm => vm.Memory.MiB), inventory.Vms.Sum(vm => vm.Disk!.Value.MiB)));
        Assert.Equal((144, 657, 5_220_352), (running.Length, running.Sum(vm => vm.VCpus), running.Sum(vm => vm.Memory.MiB)));
        Assert.Equal((4, 0, 3), (inventory.Vms.Count(vm => vm.IsTemplate), inventory.Hosts.Length, inventory.Clusters.Length));
        Assert.Equal((PlatformFamily.VSphere, new DateOnly(2026, 9, 7)), (inventory.Platform, inventory.ExportedOn));
        Assert.Equal([PowerState.On, PowerState.Off], inventory.Vms.Select(vm => vm.Power).Distinct());
    }
}
