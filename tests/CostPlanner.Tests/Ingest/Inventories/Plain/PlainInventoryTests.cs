using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Inventories.Plain;

/// <summary>The plain inventory: vms.csv, and hosts.csv beside it.</summary>
public sealed class PlainInventoryTests : IDisposable
{
    private const string TwoHosts = """
        name,cluster,datacenter,cpu,core_mhz,sockets,cores,threads,memory_mib
        esx-1,Prod,Site,Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz,3000,2,48,96,393216
        esx-2,Prod,Site,,,2,48,48,393216
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Reading<Inventory> Read(string vms, string? hosts = null)
    {
        folder.Write("vms.csv", vms);
        if (hosts is not null)
        {
            folder.Write("hosts.csv", hosts);
        }

        return InventoryFile.Read(folder.Root);
    }

    private Inventory Estate(string vms, string? hosts = null) => Assert.IsType<Inventory>(Read(vms, hosts).Value);

    [Fact]
    public void A_folder_gives_VMs_with_their_hosts_and_clusters()
    {
        var estate = Estate(
            """
            name,id,host,vcpus,cpu_mhz,memory_mib,disk_mib,power,template,guest_os,platform
            web,vm-1,esx-1,4,12000.5,8192,51200,on,false,Debian GNU/Linux 12 (64-bit),kvm
            "old, big",vm-2,esx-2,2,,4096,1024,off,false,,kvm
            """,
            TwoHosts);

        Assert.Equal(PlatformFamily.Kvm, estate.Platform);
        Assert.Equal(["vms.csv", "hosts.csv"], estate.Files);
        var (web, old) = (estate.Vms[0], estate.Vms[1]);
        Assert.Equal(("web", "vm-1", PowerState.On, 4, 12000.5m), (web.Name, web.Id, web.Power, web.VCpus, web.CpuCapacity!.Value.MHz));
        Assert.Equal((ByteSize.FromGiB(8), ByteSize.FromGiB(50), GuestFamily.OtherLinux), (web.Memory, web.Disk, web.Guest));
        Assert.Equal(("old, big", PowerState.Off, (Frequency?)null), (old.Name, old.Power, old.CpuCapacity));

        // vms.csv names no cluster: that of the host counts.
        Assert.All(estate.Vms, vm => Assert.Equal(("Prod", "Site"), (vm.Cluster, vm.Datacenter)));
        Assert.Equal("Prod", Assert.Single(estate.Clusters).Name);
        Assert.Equal([(2, 48, 96, 3000m), (2, 48, 48, null)], estate.Hosts.Select(host => (host.Sockets!.Value, host.Cores!.Value, host.Threads!.Value, host.CoreSpeed?.MHz)));
    }

    [Fact]
    public void Without_hosts_they_are_not_known_and_a_finding_says_so()
    {
        var reading = Read("name,vcpus,memory_mib,disk_mib\na,1,1024,10240\n");

        Assert.Empty(reading.Value!.Hosts);
        Assert.Equal(
            ["clusters-not-known", "hosts-none", "platform-assumed", "power-unknown", "templates-unknown"],
            reading.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void The_file_itself_may_be_named_and_need_not_be_called_vms_csv()
    {
        var path = folder.Write("estate.csv", "name,vcpus,memory_mib\na,1,1024\n");

        Assert.Equal("a", Assert.Single(InventoryFile.Read(path).Value!.Vms).Name);
    }

    [Fact]
    public void Every_row_is_used_or_set_aside_with_a_finding()
    {
        var reading = Read(
            """
            name,id,vcpus,memory_mib
            good,1,2,1024
            ,2,2,1024
            none,3,0,1024
            comma,4,2,"1,5"
            wide,5,2,1024,9
            twice,1,2,1024

            last,6,2,512
            """);

        var rows = Assert.Single(reading.Value!.Rows);
        Assert.Equal(("vms.csv", 7, 2, 5), (rows.Sheet, rows.Read, rows.Used, rows.SetAside));
        Assert.Equal(
            [("csv-width", 6), ("vm-cpus-unusable", 4), ("vm-memory-unusable", 5), ("vm-twice", 7), ("vm-without-name", 3)],
            reading.Findings.Where(finding => finding.Done.Words() == "The row was set aside.").Select(finding => (finding.Code, finding.Place.Row!.Value)).Order());

        // Two rows without a usable size are VMs all the same.
        Assert.Equal(["none", "comma"], reading.Value.UnsizedVms.Select(vm => vm.Name));
    }

    [Fact]
    public void A_name_that_is_an_address_is_masked()
    {
        var estate = Estate("name,vcpus,memory_mib,host\n192.0.2.7,1,1024,192.0.2.8\n", "name,cores\n192.0.2.8,8\n");

        Assert.Equal("masked-vm-01", Assert.Single(estate.Vms).Name);
        Assert.Equal(Assert.Single(estate.Hosts).Name, estate.Vms[0].Host);
        Assert.DoesNotContain(estate.Findings, finding => finding.Line().Contains("192.0.2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name,vcpus\na,1\n", "column-missing")]
    [InlineData("name,vcpus,memory_mib\n", "vms-none")]
    [InlineData("name,vcpus,memory_mib,platform\na,1,1,kvm\nb,1,1,xen\n", "platform-unclear")]
    [InlineData("name,vcpus,memory_mib,platform\na,1,1,parallels\n", "platform-unclear")]
    [InlineData("", "file-empty")]
    public void A_file_that_cannot_be_used_is_refused(string vms, string code)
    {
        var reading = Read(vms);

        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error && finding.Code == code);
    }

    [Fact]
    public void A_file_of_hosts_without_names_is_refused()
    {
        var reading = Read("name,vcpus,memory_mib\na,1,1024\n", "server,cores\nx,8\n");

        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Code == "column-missing" && finding.Place.Sheet == "hosts.csv");
    }

    [Fact]
    public void A_file_of_hosts_with_a_header_only_gives_none() =>
        Assert.Empty(Estate("name,vcpus,memory_mib\na,1,1024\n", "name,cores\n").Hosts);

    [Fact]
    public void A_folder_without_vms_csv_is_no_inventory()
    {
        var finding = Assert.Single(InventoryFile.Read(folder.Root).Findings);

        Assert.Equal("file-is-directory", finding.Code);
    }
}
