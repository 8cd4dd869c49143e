using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>
/// An identity has a scope: equal names at two vCenters, hosts without a cluster, formats without clusters. A host of 32 cores and 512 GiB carries all
/// VMs here together, so that what was joined wrongly shows in the count of hosts.
/// </summary>
public sealed class ScopeOfIdentityTests
{
    private static readonly string[] InfoHeaders =
    [
        "VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB", "In Use MiB", "Datacenter", "Cluster", "Host",
        "OS according to the configuration file", "VM ID", "VI SDK UUID",
    ];

    private static readonly string[] HostHeaders =
        ["Host", "Datacenter", "Cluster", "CPU Model", "Speed", "HT Active", "# CPU", "Cores per CPU", "# Cores", "# Memory", "ESX Version", "Vendor", "Model", "VI SDK UUID"];

    // Each cluster of two hosts keeps two: one carries the VMs, one may fail. 2 + 2 = 4; read as one cluster, 2 sufficed.
    [Fact]
    public void Clusters_of_one_name_at_two_vCenters_are_two()
    {
        var (answer, control) = (TwoVCenters("CL1", "CL1"), TwoVCenters("CL1", "CL2"));
        Assert.Equal((4, 0), (answer.Hosts(), answer.Bought()));
        Assert.Equal((control.Hosts(), control.Total()), (answer.Hosts(), answer.Total()));
        Assert.Equal(["CL1 (DC1, vc-a)", "CL1 (DC1, vc-b)"], Clusters(answer));
        Assert.Equal(["CL1", "CL2"], Clusters(control));
    }

    // One host each, its two VMs on it: 3 hosts. In one pool 2 sufficed, with one host in each cluster and failover 6 were needed.
    [Fact]
    public void Hosts_that_stand_alone_are_as_clusters_of_one_host_each()
    {
        var (answer, control) = (Branches(_ => null), Branches(branch => $"C-{branch}"));
        Assert.Equal((3, 0), (answer.Hosts(), answer.Bought()));
        Assert.Equal((control.Hosts(), control.Total()), (answer.Hosts(), answer.Total()));
        Assert.Equal(["esx-a", "esx-b", "esx-c"], Clusters(answer));
        Assert.Equal(["C-a", "C-b", "C-c"], Clusters(control));
        Assert.All(answer.Option("vvf").GetProperty("clusters").EnumerateArray(), pool =>
        {
            Assert.True(pool.GetProperty("oneHostToday").GetBoolean());
            Assert.Equal(0, pool.GetProperty("failover").GetProperty("failures").GetInt32());
        });
        Assert.Contains("failover-none-today", answer.Codes);
        Assert.Contains("failover-none-today", control.Codes);
    }

    // One branch asks for a second host: it is bought. Joined by site, each branch is a site of one host, and nothing changes.
    [Theory]
    [InlineData("failover: {default: 1, esx-b: 1}", 4)]
    [InlineData("placement: {within: site}\nfailover: 1", 3)]
    [InlineData("placement: {within: estate}\nfailover: 1", 2)]
    public void The_scenario_may_ask_for_more(string said, int hosts) => Assert.Equal(hosts, Branches(_ => null, said).Hosts());

    // hosts.csv has no column for clusters: each of three hosts alone with its VMs, 3; in one pool one carries all and one may fail, 2.
    [Fact]
    public void A_format_without_clusters_says_so_and_offers_what_one_site_would_need()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("hosts.csv"), "name,sockets,cores,threads,memory_mib\nh1,2,32,64,524288\nh2,2,32,64,524288\nh3,2,32,64,524288\n");
        File.WriteAllText(folder.At("vms.csv"), "name,vcpus,memory_mib,disk_mib,host\na,4,16384,1024,h1\nb,4,16384,1024,h2\nc,4,16384,1024,h3\n");
        var answer = Answered.Of(folder, folder.At("vms.csv"));
        Assert.Equal(3, answer.Hosts());
        Assert.Contains("clusters-not-known", answer.Codes);
        Assert.False(answer.Result.GetProperty("estate").GetProperty("tellsClusters").GetBoolean());
        var offer = answer.Result.GetProperty("answer").GetProperty("withinSite");
        Assert.Equal(
            ("clustersNotKnown", 3, 3, 2),
            (offer.GetProperty("reason").GetString(), offer.GetProperty("pools").GetInt32(), offer.GetProperty("hosts").GetInt32(), offer.GetProperty("hostsWithinSite").GetInt32()));
        Assert.True(offer.GetProperty("totalWithinSite").GetDecimal() > 0);
    }

    // Twelve clusters of one VM each, and no hosts: 12 x (1 + 1) = 24 are bought; together the 12 VMs need 1 + 1 = 2.
    [Fact]
    public void New_hosts_for_many_tiny_clusters_are_a_hint()
    {
        var answer = Answered.Of(Sheet.Of(
            "vInfo", InfoHeaders, [.. Enumerable.Range(0, 12).Select(number => Vm($"v{number}", number, "north", $"c{number}", $"e{number}", null))]));
        Assert.Equal((24, 24), (answer.Hosts(), answer.Bought()));
        var hint = answer.Result.GetProperty("answer").GetProperty("withinSite");
        Assert.Equal(
            ("smallPools", 24, 2), (hint.GetProperty("reason").GetString(), hint.GetProperty("hosts").GetInt32(), hint.GetProperty("hostsWithinSite").GetInt32()));
    }

    private static Answered TwoVCenters(string first, string second) => Answered.Of(
        Sheet.Of(
            "vInfo", InfoHeaders,
            [
                .. Enumerable.Range(0, 4).Select(number => Vm($"a-{number}", number, "DC1", first, $"esx-a{1 + (number % 2)}", "vc-a")),
                .. Enumerable.Range(0, 4).Select(number => Vm($"b-{number}", number, "DC1", second, $"esx-b{1 + (number % 2)}", "vc-b")),
            ]),
        Sheet.Of(
            "vHost", HostHeaders,
            [Host("esx-a1", "DC1", first, "vc-a"), Host("esx-a2", "DC1", first, "vc-a"), Host("esx-b1", "DC1", second, "vc-b"), Host("esx-b2", "DC1", second, "vc-b")]));

    private static Answered Branches(Func<string, string?> cluster, string? said = null)
    {
        string[] branches = ["a", "b", "c"];
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream,
            [
                Sheet.Of("vInfo", InfoHeaders, [.. branches.SelectMany(each => Enumerable.Range(0, 2)
                    .Select(number => Vm($"{each}-{number}", $"vm-{each}{number}", $"Branch-{each}", cluster(each), $"esx-{each}", "vc-a")))]),
                Sheet.Of("vHost", HostHeaders, [.. branches.Select(each => Host($"esx-{each}", $"Branch-{each}", cluster(each), "vc-a"))]),
            ]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), said is null ? null : text => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("failover:", StringComparison.Ordinal) ? said : line)));
    }

    private static IEnumerable<string> Clusters(Answered answer) =>
        answer.Option("vvf").GetProperty("clusters").EnumerateArray().Select(pool => pool.GetProperty("name").GetString()!);

    private static object?[] Vm(string name, object id, string datacenter, string? cluster, string host, string? vCenter) =>
        [name, "poweredOn", "False", 4, 16384, 102_400, 51_200, datacenter, cluster, host, "Ubuntu Linux (64-bit)", id is int number ? $"vm-{number}" : id, vCenter];

    private static object?[] Host(string name, string datacenter, string? cluster, string vCenter) =>
        [name, datacenter, cluster, "Intel(R) Xeon(R) Gold 6346 CPU @ 3.10GHz", 3100, "True", 2, 16, 32, 524_288, "VMware ESXi 8.0.3", "Acme", "A1", vCenter];
}
