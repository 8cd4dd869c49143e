using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Ingest.Tables;

/// <summary>What an export states of its hosts and clusters is held against what was read.</summary>
public sealed class StatedSumsTests
{
    private static readonly string[] Headers = [.. SmallEstate.HostHeaders, "# VMs total", "# VMs", "# vCPUs", "vRAM"];

    /// <summary>Two VMs on (2 vCPUs and 4,096 MiB each) and one off: 3 VMs in all, 2 on, 4 vCPUs, 8,192 MiB.</summary>
    [Fact]
    public void An_export_that_agrees_with_itself_has_no_finding()
    {
        var reading = SmallEstate.Read(Vms(), Hosts(3, 2, 4, 8192), Clusters(1, 32, 524_288));
        Assert.DoesNotContain(reading.Findings, finding => finding.Code is "sums-disagree" or "host-sums-disagree" or "cluster-hosts-disagree");
        Assert.Equal(new StatedLoad(3, 2, 4, ByteSize.FromMiB(8192)), reading.Value!.Hosts[0].Stated);
    }

    [Theory]
    [InlineData(5, 2, 4, 8192, "5 VMs and 3")]
    [InlineData(3, 4, 4, 8192, "4 powered on and 2")]
    [InlineData(3, 2, 12, 8192, "12 vCPUs of them and 4")]
    [InlineData(3, 2, 4, 16_384, "16 GiB of memory of them and 8")]
    public void A_sum_that_differs_is_a_finding_with_both_figures_on_the_first_page(int vms, int on, int cpus, int memory, string words)
    {
        var finding = Assert.Single(SmallEstate.Read(Vms(), Hosts(vms, on, cpus, memory)).Findings, each => each.Code == "sums-disagree");
        Assert.Equal($"vHost states other sums than vInfo lists: {words}.", finding.Message.Words());
        Assert.True(finding.IsOnFirstPage);
    }

    /// <summary>A VM that moved while the export was written is counted by both hosts' figures, and their sum agrees.</summary>
    [Fact]
    public void Hosts_that_differ_while_their_sums_agree_are_worth_a_note()
    {
        var row = SmallEstate.Hosts().Rows[1].Cells;
        var hosts = Sheet.Of("vHost", Headers, [.. row, 2, 1, 2, 4096], ["esx-02", .. row.Skip(1), 1, 1, 2, 4096]);
        var finding = Assert.Single(SmallEstate.Read(Vms(), hosts).Findings, each => each.Code is "sums-disagree" or "host-sums-disagree");
        Assert.Equal((Severity.Note, "host-sums-disagree"), (finding.Severity, finding.Code));
    }

    [Theory]
    [InlineData(2, 32, 524_288, "2 hosts and 1")]
    [InlineData(1, 64, 524_288, "64 cores and 32")]
    [InlineData(1, 32, 1_048_576, "1,024 GiB of memory and 512")]
    public void Figures_of_the_sheet_of_clusters_are_held_against_those_of_the_hosts(int hosts, int cores, int memory, string words)
    {
        var finding = Assert.Single(SmallEstate.Read(Vms(), Hosts(3, 2, 4, 8192), Clusters(hosts, cores, memory)).Findings, each => each.Code == "cluster-hosts-disagree");
        Assert.Equal($"Cluster Prod has other figures in vCluster than in vHost: {words}.", finding.Message.Words());
        Assert.True(finding.IsOnFirstPage);
    }

    /// <summary>The internal name of the column has bytes: 512 GiB are 549,755,813,888 of them.</summary>
    [Fact]
    public void Memory_of_a_cluster_in_bytes_is_known_by_its_size() =>
        Assert.Equal(ByteSize.FromGiB(512), SmallEstate.Read(Vms(), Hosts(3, 2, 4, 8192), Clusters(1, 32, 549_755_813_888)).Value!.Clusters[0].StatedMemory);

    /// <summary>32 cores of 2,900 MHz are 92,800 MHz; 94,000 are 1.3 % more, 110,000 are 16 % more than what the cluster states.</summary>
    [Theory]
    [InlineData(94_000, null)]
    [InlineData(110_000, "110,000 MHz and 92,800")]
    public void The_speed_of_a_cluster_is_held_against_the_cores_of_its_hosts(int speed, string? words)
    {
        var hosts = Sheet.Of("vHost", [.. SmallEstate.HostHeaders, "Speed"], [.. SmallEstate.Hosts().Rows[1].Cells, 2900]);
        var reading = SmallEstate.Read(Vms(), hosts, Sheet.Of("vCluster", ["Name", "NumHosts", "TotalCpu"], ["Prod", 1, speed]));
        var finding = reading.Findings.SingleOrDefault(each => each.Code == "cluster-hosts-disagree");
        Assert.Equal(words is null ? null : $"Cluster Prod has other figures in vCluster than in vHost: {words}.", finding?.Message.Words());
    }

    private static Sheet Vms() => SmallEstate.Info(SmallEstate.Vm("a", 1), SmallEstate.Vm("b", 2), SmallEstate.Vm("c", 3).But("Powerstate", "poweredOff"));

    private static Sheet Hosts(int vms, int on, int cpus, int memory) => Sheet.Of("vHost", Headers, [.. SmallEstate.Hosts().Rows[1].Cells, vms, on, cpus, memory]);

    private static Sheet Clusters(int hosts, int cores, long memory) => Sheet.Of("vCluster", ["Name", "NumHosts", "NumCpuCores", "TotalMemory"], ["Prod", hosts, cores, (double)memory]);
}
