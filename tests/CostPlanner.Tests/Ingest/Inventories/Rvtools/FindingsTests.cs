using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>What the reader says about workbooks that it can use in part.</summary>
public sealed class FindingsTests
{
    private static Finding Only(Reading<Inventory> reading, string code) => Assert.Single(reading.Findings, finding => finding.Code == code);

    [Theory]
    [InlineData("CPUs", "two", "vm-cpus-unusable", "\"two\"")]
    [InlineData("CPUs", 0, "vm-cpus-unusable", "\"0\"")]
    [InlineData("CPUs", null, "vm-cpus-unusable", "blank")]
    [InlineData("CPUs", 2.5, "vm-cpus-unusable", "\"2.5\"")]
    [InlineData("Memory", 0, "vm-memory-unusable", "\"0\"")]
    [InlineData("Memory", "16.38", "vm-memory-unusable", "\"16.38\"")]
    [InlineData("Memory", 1e300, "vm-memory-unusable", "\"1E+300\"")]
    [InlineData("Memory", "00000-11111-22222-33333-44444", "vm-memory-unusable", "not shown here")]
    [InlineData("Memory", "10.1.2.3", "vm-memory-unusable", "not shown here")]
    public void A_VM_without_a_size_is_counted_and_set_aside_with_its_place_and_value(string column, object? value, string code, string shown)
    {
        var reading = Read(Info(Vm("web", 1), Vm("odd", 2).But(column, value)), Hosts());

        var finding = Only(reading, code);
        Assert.Equal(("vInfo", 3, column), (finding.Place.Sheet, finding.Place.Row, finding.Place.Column));
        Assert.Contains(shown, finding.Message.Words(), StringComparison.Ordinal);
        Assert.Equal(["web"], reading.Value!.Vms.Select(vm => vm.Name));
        Assert.Equal(("odd", PowerState.On), (reading.Value.UnsizedVms.Single().Name, reading.Value.UnsizedVms.Single().Power));
        Assert.Equal(new SheetRows("vInfo", 2, 1), reading.Value.Rows.Single(rows => rows.Sheet == "vInfo"));
    }

    [Fact]
    public void A_second_row_with_the_same_VM_ID_is_set_aside()
    {
        var reading = Read(Info(Vm("web", 1), Vm("web again", 1)), Hosts());

        Assert.Equal(3, Only(reading, "vm-twice").Place.Row);
        Assert.Equal(["web"], reading.Value!.Vms.Select(vm => vm.Name));
        Assert.Empty(reading.Value.UnsizedVms);
    }

    [Fact]
    public void The_same_VM_ID_under_another_vCenter_is_another_VM()
    {
        var reading = Read(Info(Vm("web", 1), Vm("app", 1).But("VI SDK UUID", "vc-2")), Hosts());

        Assert.Equal(["vm-1", "vc2:vm-1"], reading.Value!.Vms.Select(vm => vm.Id));
    }

    [Fact]
    public void Two_VMs_of_one_name_are_kept_with_a_note()
    {
        var reading = Read(Info(Vm("web", 1), Vm("web", 2)), Hosts());

        Assert.Equal(Severity.Note, Only(reading, "vm-names-shared").Severity);
        Assert.Equal(2, reading.Value!.Vms.Length);
    }

    [Fact]
    public void Sheets_are_joined_by_a_unique_name_where_one_of_them_has_no_ids()
    {
        string[] headers = ["VM", "CPUs", "Memory"];
        var memory = Sheet.Of("vMemory", ["VM", "Overhead"], ["web", 50], ["twin", 60]);

        var byName = Read(Sheet.Of("vInfo", headers, ["web", 2, 4096], ["twin", 2, 4096], ["twin", 2, 8192]), memory);
        var withIds = Read(Info(Vm("web", 1), Vm("twin", 2), Vm("twin", 3)), memory);

        Assert.Equal([50, null, null], byName.Value!.Vms.Select(vm => vm.MeasuredOverhead?.MiB));
        Assert.Equal(["web", "twin", "twin#2"], byName.Value.Vms.Select(vm => vm.Id));
        Assert.Equal([50, null, null], withIds.Value!.Vms.Select(vm => vm.MeasuredOverhead?.MiB));
        Assert.Equal(1, withIds.Value.Rows.Single(rows => rows.Sheet == "vMemory").SetAside);
        Assert.Equal(Severity.Note, Only(withIds, "rows-by-name").Severity);
    }

    [Fact]
    public void Ids_that_do_not_match_are_not_replaced_by_names()
    {
        // People rename VMs in one sheet only, so two sheets with ids are joined by these alone.
        var memory = Sheet.Of("vMemory", ["VM", "Overhead", "VM ID"], ["web", 50, "vm-9"]);

        Assert.Null(Read(Info(Vm("web", 1)), memory).Value!.Vms.Single().MeasuredOverhead);
    }

    [Fact]
    public void Sheets_are_joined_by_UUID_where_one_has_no_VM_ID()
    {
        var memory = Sheet.Of("vMemory", ["VM", "Overhead", "VM UUID"], ["other", 50, "5000-1"]);

        Assert.Equal(50, Read(Info(Vm("web", 1)), memory, Hosts()).Value!.Vms.Single().MeasuredOverhead?.MiB);
    }

    [Fact]
    public void An_overhead_of_zero_was_not_measured() =>
        Assert.Null(Read(Info(Vm("web", 1)), Sheet.Of("vMemory", ["VM", "Overhead", "VM ID"], ["web", 0, "vm-1"])).Value!.Vms.Single().MeasuredOverhead);

    [Fact]
    public void Hosts_named_by_their_address_get_the_same_alias_everywhere_and_no_address_is_left()
    {
        var hosts = Sheet.Of("vHost", ["Host", "# CPU", "# Cores", "# Memory"], ["10.1.2.3", 2, 32, 524_288], ["fe80::1", 2, 32, 524_288]);
        var info = Info(
            Vm("web", 1).But("Host", "10.1.2.3"), Vm("192.0.2.7", 2).But("Host", "10.1.2.4"), Vm("proxy 192.0.2.8", 3).But("CPUs", "10.1.2.3"));
        var datastores = Sheet.Of("vDatastore", ["Name", "Address", "Capacity MiB", "Hosts"], ["nfs-10.9.9.9", "10.9.9.9", 100, "10.1.2.3, fe80::1"]);

        var reading = Read(info, hosts, datastores);

        var estate = reading.Value!;
        Assert.Equal(["masked-host-01", "masked-host-02"], estate.Hosts.Select(host => host.Name));
        Assert.Equal(["masked-host-01", "masked-host-03"], estate.Vms.Select(vm => vm.Host));
        Assert.Equal(["web", "masked-vm-01"], estate.Vms.Select(vm => vm.Name));
        Assert.Equal(["masked-host-01", "masked-host-02"], estate.Datastores.Single().Hosts);
        Assert.Equal("nfs-masked-address-02", estate.Datastores.Single().Name);
        Assert.Equal(Severity.Note, Only(reading, "addresses-masked").Severity);
        Assert.Contains("6 names", Only(reading, "addresses-masked").Message.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Findings, finding => finding.Line().Contains("10.1.2", StringComparison.Ordinal) || finding.Line().Contains("192.0.2", StringComparison.Ordinal));
    }

    [Fact]
    public void VMs_on_hosts_that_vHost_does_not_list_make_one_warning()
    {
        var reading = Read(Info(Vm("web", 1).But("Host", "old-01"), Vm("app", 2).But("Host", "old-01"), Vm("db", 3).But("Host", "old-02")), Hosts());

        Assert.Contains("3 VMs are on 2 hosts that vHost does not list: old-01, old-02", Only(reading, "vm-hosts-unknown").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_that_list_more_VMs_than_vInfo_make_one_warning()
    {
        var tools = Sheet.Of("vTools", ["Upgrade", "VM"], [null, "web"], [null, "deleted"]);

        Assert.Contains("vInfo lists 1 VMs, but vTools 2", Only(Read(Info(Vm("web", 1)), tools, Hosts()), "sheets-disagree").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stand_in_of_Site_Recovery_is_noted_and_does_not_run()
    {
        var reading = Read(Info(Vm("web", 1), Vm("dr", 2).But("SRM Placeholder", "True")), Hosts());

        Assert.Equal([true, false], reading.Value!.Vms.Select(vm => vm.Runs));
        Assert.Equal(Severity.Note, Only(reading, "placeholders").Severity);
    }

    [Fact]
    public void Many_unusable_optional_cells_make_one_finding()
    {
        var rows = Enumerable.Range(1, 9).Select(i => Vm($"vm-{i}", i).But("In Use MiB", "n/a")).ToArray();

        var finding = Only(Read(Info(rows), Hosts()), "cell-unusable");

        Assert.Equal("9 values of In Use MiB cannot be used, the first is \"n/a\" (rows 2, 3, 4, 5, 6 and 4 more).", finding.Message.Words());
    }

    [Fact]
    public void Bad_rows_of_the_other_sheets_are_set_aside_one_by_one()
    {
        var hosts = Sheet.Of("vHost", ["Host", "# CPU", "Cores per CPU", "# Cores", "# Memory"], ["a", 2, 16, 32, 1024], ["A", 2, 16, 32, 1024], [null, 2, 16, 32, 1024], ["b", 2, 16, 30, 1024]);
        var clusters = Sheet.Of("vCluster", ["Name", "NumHosts"], ["Prod", 3], ["Prod", 3], [null, 3]);
        var datastores = Sheet.Of("vDatastore", ["Name", "Capacity MiB", "Object ID"], ["d", 10, "x"], ["d", 10, "x"], ["e", "large", "y"], [null, 10, "z"]);
        var licences = Sheet.Of("vLicense", ["Name", "Total", "Used"], ["vSphere", "many", 1], [null, 1, 1]);
        var metadata = Sheet.Of("vMetaData", ["RVTools version"], ["4.7.1.4"], ["4.6.1"]);

        var reading = Read(Info(Vm("web", 1)), hosts, clusters, datastores, licences, metadata);

        Assert.Equal(
            ["vMetaData 2-1", "vHost 4-2", "vInfo 1-1", "vCluster 3-1", "vDatastore 4-1", "vLicense 2-0"],
            reading.Value!.Rows.Select(rows => $"{rows.Sheet} {rows.Read}-{rows.Used}"));
        Assert.Equal(1 + 2 + 2 + 3 + 2, reading.Findings.Count(finding => finding.Done.Words() == "The row was set aside."));
        Only(reading, "host-cores-disagree");
    }

    [Fact]
    public void A_thin_vHost_leaves_sockets_open_and_takes_clusters_from_its_VMs()
    {
        var reading = Read(Info(Vm("web", 1)), Sheet.Of("vHost", ["Host", "# Cores"], ["ESX-01", 32], ["idle", 32]));

        Assert.Equal([(null, 32, "Prod"), (null, 32, null)], reading.Value!.Hosts.Select(host => (host.Sockets, host.Cores, host.Cluster)));
        Assert.Equal(Severity.Warning, Only(reading, "host-sockets-unknown").Severity);
        Only(reading, "host-clusters-inferred");
    }
}
