using CostPlanner.Model;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

public sealed class RvtoolsWorkbookTests
{
    private static Inventory Estate(params IReadOnlyList<Sheet> sheets) => Assert.IsType<Inventory>(Read(sheets).Value);

    [Fact]
    public void A_VM_is_read_with_all_that_the_sheets_say_of_it()
    {
        var row = Vm("web", 1)
            .But("OS according to the VMware Tools", "Microsoft Windows Server 2022 (64-bit)")
            .But("Cluster rule(s)", "Anti Affinity").But("Cluster rule name(s)", "separate-web");
        var memory = Sheet.Of("vMemory", ["VM", "Overhead", "VM ID"], ["renamed here", 71, "vm-1"]);

        var vm = Assert.Single(Estate(Info(row), memory, Hosts()).Vms);

        Assert.Equal(("web", "vm-1", PowerState.On, 2), (vm.Name, vm.Id, vm.Power, vm.VCpus));
        Assert.Equal((4096, 102_400, 51_200, 71), (vm.Memory.MiB, vm.Disk?.MiB, vm.DiskInUse?.MiB, vm.MeasuredOverhead?.MiB));
        Assert.Equal(("Site", "Prod", "esx-01", "ds-01"), (vm.Datacenter, vm.Cluster, vm.Host, vm.Datastore));
        Assert.Equal((GuestFamily.WindowsServer, "Microsoft Windows Server 2022 (64-bit)"), (vm.Guest, vm.GuestOs));
        Assert.Equal(["separate-web"], vm.AntiAffinityRules);
        Assert.Equal("estate.xlsx, vInfo, row 2", vm.Origin.ToString());
    }

    [Fact]
    public void Headers_of_version_3_say_the_same_in_other_words()
    {
        var info = Sheet.Of(
            "vInfo", ["VM", "Powerstate", "CPUs", "Memory", "Provisioned MB", "In Use MB", "OS", "VM ID", "vCenter UUID"],
            ["web", "poweredOff", 2, 4096, 20_480, 10_240, "Debian GNU/Linux 8 (64-bit)", "vm-1", "vc-1"]);
        var disks = Sheet.Of("vDisk", ["VM", "Capacity MB", "VM ID", "vCenter UUID"], ["web", 8192, "vm-1", "vc-1"], ["web", 4096, "vm-1", "vc-1"]);
        var datastores = Sheet.Of("vDatastore", ["Name", "Type", "Capacity MB", "Free MB"], ["ds-01", "VMFS", 1_048_576, 524_288]);
        var metadata = Sheet.Of("vMetaData", ["RVTools major version", "RVTools version", "xlsx creation datetime"], ["3.10", "3.10", "4/4/2018 5:25:31 PM"]);

        var estate = Estate(info, disks, datastores, metadata, Hosts());

        var vm = Assert.Single(estate.Vms);
        Assert.Equal((12_288, 10_240, GuestFamily.OtherLinux), (vm.Disk?.MiB, vm.DiskInUse?.MiB, vm.Guest));
        Assert.Equal((1, 0.5m), (estate.Datastores[0].Capacity.TiB, estate.Datastores[0].Free?.TiB));
        Assert.Equal(("RVTools 3.10", new DateOnly(2018, 4, 4)), (estate.WrittenBy, estate.ExportedOn));
    }

    [Fact]
    public void Where_no_sheet_lists_disks_the_provisioned_size_counts() =>
        Assert.Equal(106_496, ReadVm(Vm("web", 1).But("Total disk capacity MiB", null)).Disk?.MiB);

    [Fact]
    public void A_custom_attribute_in_the_middle_that_repeats_a_standard_header_changes_nothing()
    {
        string[] headers = [.. InfoHeaders[..13], "owner", "CPUs", " memory ", .. InfoHeaders[13..]];
        object?[] row = Vm("web", 1);

        var vm = Assert.Single(Estate(Sheet.Of("vInfo", headers, [.. row[..13], "Ann", "none", 7, .. row[13..]]), Hosts()).Vms);

        Assert.Equal((2, 4096, "vm-1"), (vm.VCpus, vm.Memory.MiB, vm.Id));
    }

    [Fact]
    public void Headers_are_found_in_any_order_case_and_blanks_and_below_blank_rows()
    {
        var sheet = new Sheet("VINFO ", [(3, [" memory", "CPUS", null, "vm "]), (5, [4096, 2, null, "web"])]);

        var estate = Estate(sheet);

        Assert.Equal(5, Assert.Single(estate.Vms).Origin.Row);
        Assert.Equal(new SheetRows("VINFO ", 1, 1), estate.Rows.Single());
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData(true, true)]
    [InlineData(1, true)]
    [InlineData("False", false)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void A_flag_may_be_text_or_a_number_or_Excels_own(object? cell, bool expected) =>
        Assert.Equal(expected, ReadVm(Vm("web", 1).But("Template", cell)).IsTemplate);

    [Fact]
    public void A_number_may_stand_in_any_type_of_cell()
    {
        object[] fours = ["4", " 4 ", 4.0000000000000001, new InlineText("4"), new FormulaText("4"), "4.0", "4e0"];

        Assert.All(fours, four => Assert.Equal(4, ReadVm(Vm("web", 1, cpus: four)).VCpus));
        Assert.Equal(16_384, ReadVm(Vm("web", 1, memory: "16,384")).Memory.MiB);
    }

    [Theory]
    [InlineData("poweredOn", PowerState.On)]
    [InlineData("POWEREDOFF", PowerState.Off)]
    [InlineData("suspended", PowerState.Suspended)]
    [InlineData("perhaps", PowerState.Unknown)]
    public void The_power_state_is_read(string? cell, PowerState expected) =>
        Assert.Equal(expected, ReadVm(Vm("web", 1).But("Powerstate", cell)).Power);

    [Fact]
    public void Without_a_power_state_every_VM_is_taken_as_on_with_a_warning()
    {
        var estate = Estate(Sheet.Of("vInfo", ["VM", "CPUs", "Memory"], ["web", 2, 4096]));

        Assert.True(Assert.Single(estate.Vms).Runs);
        Assert.Contains(estate.Findings, finding => finding is { Severity: Severity.Warning, Code: "power-unknown" });
    }

    [Theory]
    [InlineData("[ds] web/web.vmx", "ds")]
    [InlineData("[ds [old]] web/web.vmx", "ds [old]")]
    [InlineData("web/web.vmx", null)]
    [InlineData("[", null)]
    [InlineData("VM", null)]
    [InlineData(null, null)]
    public void The_datastore_is_the_text_in_brackets_of_the_path(string? path, string? expected) =>
        Assert.Equal(expected, ReadVm(Vm("web", 1).But("Path", path)).Datastore);

    [Theory]
    [InlineData("Affinity, Anti Affinity", "with-db, separate-web", "separate-web")]
    [InlineData("Anti Affinity,Anti Affinity", "one,two", "one|two")]
    [InlineData("Anti Affinity", "separate web, site A", "separate web, site A")]
    [InlineData("Affinity", "with-db", "")]
    [InlineData("VM Host Anti Affinity", "not-there", "")]
    [InlineData(null, null, "")]
    [InlineData("Anti Affinity", null, "")]
    [InlineData("Affinity, Anti Affinity", "one, two, three", "")]
    public void Only_rules_that_keep_VMs_apart_are_kept(string? types, string? names, string expected) =>
        Assert.Equal(expected, string.Join('|', ReadVm(Vm("web", 1).But("Cluster rule(s)", types).But("Cluster rule name(s)", names)).AntiAffinityRules));

    [Fact]
    public void A_VM_without_a_cluster_takes_that_of_its_host() =>
        Assert.Equal(("Prod", "Site"), (ReadVm(Vm("web", 1).But("Cluster", null)).Cluster, ReadVm(Vm("web", 1).But("Datacenter", "VM")).Datacenter));

    [Fact]
    public void A_host_is_read_without_its_keys_and_serials()
    {
        var reading = Read(Info(Vm("web", 1)), Hosts());

        var host = Assert.Single(reading.Value!.Hosts);
        Assert.Equal((2, 32, 16, 64), (host.Sockets, host.Cores, host.CoresPerSocket, host.Threads));
        Assert.Equal((512, "Dell Inc. PowerEdge R650", "VMware ESXi 8.0.3"), (host.Memory?.GiB, host.Model, host.Version));
        Assert.All(new[] { "00000-", "SER1AL77", "TAG7788" }, secret => Assert.DoesNotContain(secret, host.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Clusters_are_those_listed_and_those_only_named()
    {
        var clusters = Sheet.Of("vCluster", ["Name", "NumHosts", "HA enabled", "Failover Level"], ["Prod", 1, "True", 0], ["Spare", 0, "False", null]);
        var estate = Estate(clusters, Info(Vm("web", 1), Vm("db", 2).But("Cluster", "Lost")), Hosts());

        Assert.Equal(["Prod", "Spare", "Lost"], estate.Clusters.Select(cluster => cluster.Name));
        Assert.Equal((true, 0, "Site"), (estate.Clusters[0].HighAvailability, estate.Clusters[0].FailoverLevel, estate.Clusters[0].Datacenter));
        Assert.DoesNotContain(estate.Findings, finding => finding.Code == "cluster-hosts-disagree");
    }

    [Fact]
    public void Clusters_of_one_name_in_two_data_centres_stay_apart()
    {
        var estate = Estate(Info(Vm("web", 1), Vm("db", 2).But("Datacenter", "Other").But("Host", "esx-02")), Hosts());

        Assert.Equal(["Prod (Site)", "Prod (Other)"], estate.Clusters.Select(cluster => cluster.Name));
        Assert.Equal(["Prod (Site)", "Prod (Other)"], estate.Vms.Select(vm => vm.Cluster));
        Assert.Contains(estate.Findings, finding => finding.Code == "cluster-names-shared");
    }

    [Fact]
    public void Licences_are_read_without_their_keys()
    {
        var licences = Sheet.Of(
            "vLicense", ["Name", "Key", "Cost Unit", "Total", "Used", "Expiration Date"],
            ["vSphere 8 Enterprise Plus", "00000-00000-00000-00000-00001", "cpuPackage:32core", 4, 2, "Never"],
            ["vCenter Server 8 Standard 00000-00000-00000-00000-00002", "x", "server", "1", 1, 46_752],
            ["vSAN", "x", null, 0, null, new DateTime(2027, 1, 31)]);

        var estate = Estate(Info(Vm("web", 1)), licences, Hosts());

        // Serial 46,752 is 1899-12-30 + 46,752 days = 2027-12-31.
        Assert.Equal([null, new DateOnly(2027, 12, 31), new DateOnly(2027, 1, 31)], estate.Licences.Select(licence => licence.Expires));
        Assert.Equal<(int?, int?, string)>(
            [(4, 2, "cpuPackage:32core"), (1, 1, "server"), (0, null, "")], estate.Licences.Select(licence => (licence.Total, licence.Used, licence.CostUnit)));
        Assert.DoesNotContain(estate.Licences, licence => licence.ToString().Contains("00000-0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_may_end_at_the_last_row_of_Excel()
    {
        var estate = Estate(Info(Vm("web", 1)).With(1_048_576, [.. Vm("last", 2)]).With(1_048_575, " "), Hosts());

        Assert.Equal([2, 1_048_576], estate.Vms.Select(vm => vm.Origin.Row));
        Assert.Equal(new SheetRows("vInfo", 2, 2), estate.Rows.Single(rows => rows.Sheet == "vInfo"));
    }

    [Fact]
    public void What_stands_right_of_the_last_header_is_no_row()
    {
        object?[] stray = [.. new object?[InfoHeaders.Length], "a remark"];

        Assert.Equal(new SheetRows("vInfo", 1, 1), Estate(Info(Vm("web", 1)).With(9, stray), Hosts()).Rows.Single(rows => rows.Sheet == "vInfo"));
    }
}
