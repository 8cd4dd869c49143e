using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Tables;

/// <summary>Where the header is, what its words mean, and rows that are none of the table.</summary>
public sealed class HeadersTests
{
    private static readonly string[] Few = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Host", "Cluster"];

    private static object?[] Row(string name, int cpus = 2, int memory = 4096) => [name, "poweredOn", "False", cpus, memory, "esx-01", "Prod"];

    private static Finding Only(Reading<Inventory> reading, string code) => Assert.Single(reading.Findings, finding => finding.Code == code);

    [Fact]
    public void Titles_above_the_header_are_passed_over_and_said()
    {
        var sheet = new Sheet("vInfo", [(1, ["Estate of Example"]), (2, ["as of", "today"]), (4, Few), (5, Row("web"))]);

        var reading = Read(sheet, Hosts());

        Assert.Equal(5, Assert.Single(reading.Value!.Vms).Origin.Row);
        Assert.Contains("2 rows stand above it", Only(reading, "header-below-titles").Message.Words(), StringComparison.Ordinal);
        Assert.Equal(new SheetRows("vInfo", 1, 1), reading.Value.Rows.Single(rows => rows.Sheet == "vInfo"));
    }

    [Fact]
    public void Internal_names_of_columns_are_read()
    {
        var info = Sheet.Of(
            "tabvInfo", ["vInfoVMName", "vInfoPowerstate", "vInfoTemplate", "vInfoCPUs", "vInfoMemory", "vInfoProvisioned", "vInfoInUse", "vInfoOSTools", "vInfoDataCenter", "vInfoCluster", "vInfoHost"],
            ["web", "poweredOn", "False", 4, 16_384, 102_400, 51_200, "Ubuntu Linux (64-bit)", "Site", "Prod", "esx-01"]);
        var hosts = Sheet.Of(
            "tabvHost", ["vHostName", "vHostCluster", "vHostCpuMhz", "vHostNumCPU", "vHostCoresPerCPU", "vHostNumCpuCores", "vHostMemorySize"],
            ["esx-01", "Prod", 3100, 2, 16, 32, 549_755_813_888]);

        var reading = Read(info, hosts);

        var vm = Assert.Single(reading.Value!.Vms);
        Assert.Equal(("web", 4, 16, 50, "Prod", "Site", GuestFamily.OtherLinux), (vm.Name, vm.VCpus, (int)vm.Memory.GiB, (int)vm.DiskInUse!.Value.GiB, vm.Cluster, vm.Datacenter, vm.Guest));

        // 549,755,813,888 is no memory in MiB; in bytes it is 512 GiB.
        var host = Assert.Single(reading.Value.Hosts);
        Assert.Equal((2, 32, 512, 3100), (host.Sockets, host.Cores, host.Memory?.GiB, host.CoreSpeed?.MHz));
    }

    [Theory]
    [InlineData("Name", "# CPU", "Cores per Socket", "# Cores", "Memory")]
    [InlineData(" HOST ", "#CPU", "cores per cpu", "#cores", "# memory")]
    [InlineData("ESXi Host", "CPU Sockets", "Cores p/s", "CPU Cores", "Memory (MB)")]
    public void Hosts_are_read_by_headers_that_mean_the_same(string name, string sockets, string perSocket, string cores, string memory)
    {
        var hosts = Sheet.Of("vHost", [name, sockets, perSocket, cores, memory], ["esx-01", 2, 16, 32, 524_288]);

        var host = Assert.Single(Read(Info(Vm("web", 1)), hosts).Value!.Hosts);
        Assert.Equal(("esx-01", 2, 32, 512), (host.Name, host.Sockets, host.Cores, host.Memory?.GiB));
    }

    [Fact]
    public void A_sheet_of_hosts_without_their_names_is_one_finding_with_the_headers_seen()
    {
        var hosts = Sheet.Of("vHost", ["Rack", "# CPU", "# Cores", "# Memory"], ["a", 2, 32, 524_288], ["b", 2, 32, 524_288]);

        var reading = Read(Info(Vm("web", 1)), hosts);

        Assert.Empty(reading.Value!.Hosts);
        Assert.Contains("its headers are \"Rack\", \"# CPU\", \"# Cores\", \"# Memory\"", Only(reading, "host-column-missing").Message.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Findings, finding => finding.Code == "host-without-name");
        Assert.Equal(new SheetRows("vHost", 2, 0), reading.Value.Rows.Single(rows => rows.Sheet == "vHost"));
    }

    [Theory]
    [InlineData("Total")]
    [InlineData("Summe")]
    [InlineData("Totals:")]
    public void A_row_of_totals_is_set_aside(string name)
    {
        // 2 + 4 = 6 vCPUs, 4,096 + 8,192 = 12,288 MiB.
        var reading = Read(Sheet.Of("vInfo", Few, Row("web"), Row("app", 4, 8192), [name, null, null, 6, 12_288]), Hosts());

        Assert.Equal(["web", "app"], reading.Value!.Vms.Select(vm => vm.Name));
        Assert.Equal(4, Only(reading, "total-row").Place.Row);
        Assert.Equal(new SheetRows("vInfo", 3, 2), reading.Value.Rows.Single(rows => rows.Sheet == "vInfo"));
    }

    [Fact]
    public void A_VM_that_is_only_called_total_is_kept() =>
        Assert.Equal(["web", "total"], Read(Sheet.Of("vInfo", Few, Row("web"), Row("total", 4, 8192)), Hosts()).Value!.Vms.Select(vm => vm.Name));

    [Fact]
    public void A_sheet_without_ids_that_holds_every_row_twice_counts_each_once()
    {
        var reading = Read(Sheet.Of("vInfo", Few, Row("web"), Row("app"), Row("web"), Row("app")), Hosts());

        Assert.Equal(["web", "app"], reading.Value!.Vms.Select(vm => vm.Name));
        Assert.Contains("holds each of its 2 rows 2 times", Only(reading, "rows-repeated").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_equal_rows_among_others_are_two_VMs() =>
        Assert.Equal(3, Read(Sheet.Of("vInfo", Few, Row("web"), Row("app"), Row("web")), Hosts()).Value!.Vms.Length);

    [Fact]
    public void Live_Optics_under_other_headers_is_read()
    {
        var vms = Sheet.Of(
            "VMs", ["VM Name", "Power State", "vCPUs", "Memory (MB)", "Provisioned Storage (GB)", "Operating System", "Cluster", "Host"],
            ["web", "poweredOn", 2, 8192, 50, "Ubuntu Linux (64-bit)", "blue", "esx-a"], ["db", "poweredOn", 8, 65_536, 50, "Ubuntu Linux (64-bit)", "blue", "esx-a"]);
        var hosts = Sheet.Of("Hosts", ["Host Name", "Cluster", "CPU Sockets", "Cores Per Socket", "Total Cores", "Memory (GB)"], ["esx-a", "blue", 2, 16, 32, 512]);

        var estate = Read(vms, hosts).Value!;

        Assert.Equal([(2, 8, 50), (8, 64, 50)], estate.Vms.Select(vm => (vm.VCpus, (int)vm.Memory.GiB, (int)vm.Disk!.Value.GiB)));
        Assert.Equal((2, 32, 512), (estate.Hosts[0].Sockets, estate.Hosts[0].Cores, estate.Hosts[0].Memory?.GiB));
    }

    [Fact]
    public void Disks_of_a_sheet_without_ids_go_to_the_VM_of_that_name()
    {
        var info = Sheet.Of("vInfo", ["VM", "CPUs", "Memory", "Provisioned MiB", "VM ID"], ["web", 2, 8192, 51_200, "vm-1"], ["app", 2, 8192, 51_200, "vm-2"]);
        var disks = Sheet.Of("vDisk", ["VM", "Disk", "Capacity MiB"], ["web", "Hard disk 1", 102_400], ["app", "Hard disk 1", 20_480], ["app", "Hard disk 2", 20_480]);

        Assert.Equal([102_400, 40_960], Read(info, disks, Hosts()).Value!.Vms.Select(vm => vm.Disk?.MiB));
    }
}
