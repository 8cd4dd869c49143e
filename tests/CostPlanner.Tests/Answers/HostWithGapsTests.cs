using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>One host with gaps changes nothing for the hosts that are known.</summary>
public sealed class HostWithGapsTests
{
    private static readonly string[] Blank = ["# CPU", "Cores per CPU", "# Cores"];

    /// <summary>
    /// Four clusters of four hosts of 2 x 16 cores and 512 GiB; 40 VMs of 4 vCPUs and 16 GiB each. By memory a host carries fewer than 40 x 16 = 640 GiB, so
    /// two are needed and one more for failover: 3 in each cluster, 12 in all. The disconnected host has neither CPU nor memory, so no twins: 15 are known.
    /// </summary>
    [Fact]
    public void The_complete_hosts_are_reused_where_one_is_disconnected()
    {
        object?[][] vms = [.. from cluster in "ABCD" from number in Enumerable.Range(0, 40) select Vm(cluster, number)];
        object?[][] hosts = [.. from cluster in "ABCD" from number in Enumerable.Range(1, 4) select Host($"esx-{cluster}{number}", $"CL-{cluster}")];
        hosts[^1] = hosts[^1].WithHost("CPU Model", null).WithHost("# CPU", 0).WithHost("Cores per CPU", 0).WithHost("# Cores", 0).WithHost("# Memory", 0);
        var answer = Answered.Of(SmallEstate.Info(vms), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts));
        Assert.All(["vvf", "proxmox", "xcp-ng"], option => Assert.Equal((12, 0), (answer.Hosts(option), answer.Bought(option))));
        Assert.Contains("hosts: reuse in all options, of the 15 hosts of 16 whose sockets, cores and memory are known; not of esx-D4.", answer.New.Out, StringComparison.Ordinal);
        Assert.Contains("host-not-described", answer.Codes);

        // With the sixteenth host known the answer is the same: 12 suffice.
        object?[][] all = [.. from cluster in "ABCD" from number in Enumerable.Range(1, 4) select Host($"esx-{cluster}{number}", $"CL-{cluster}")];
        var control = Answered.Of(SmallEstate.Info(vms), Sheet.Of("vHost", SmallEstate.HostHeaders, all));
        Assert.Equal((12, answer.Total()), (control.Hosts(), control.Total()));

        object?[] Vm(char cluster, int number) =>
            SmallEstate.Vm($"{cluster}-{number:00}", (cluster * 100) + number, 4, 16_384).But("Cluster", $"CL-{cluster}").But("Host", $"esx-{cluster}{(number % 3) + 1}");
    }

    [Fact]
    public void A_host_without_cores_takes_those_of_its_twins_and_says_so()
    {
        object?[][] hosts = [Host("esx-1"), Host("esx-2"), Blank.Aggregate(Host("esx-3"), (row, header) => row.WithHost(header, null))];
        var reading = SmallEstate.Read(SmallEstate.Info(SmallEstate.Vm("vm", 1)), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts));
        var host = reading.Value!.Hosts[2];
        Assert.Equal((2, 32, 64), (host.Sockets, host.Cores, host.Threads));
        var finding = Assert.Single(reading.Findings, each => each.Code == "host-from-twins");
        Assert.Equal("1 host whose figures are not all stated: esx-3.", finding.Message.Words());
        Assert.Equal("Taken as 2 sockets, 32 cores, as hosts of the same model and CPU have: esx-1, esx-2.", finding.Done.Words());
        Assert.True(finding.IsOnFirstPage);
        Assert.DoesNotContain(reading.Findings, each => each.Code == "host-cores-unknown");
    }

    /// <summary>Another CPU, another model, twins that disagree, a figure of its own that contradicts them: nobody can say.</summary>
    [Theory]
    [InlineData("CPU Model", "Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz")]
    [InlineData("Model", "PowerEdge R740")]
    [InlineData("# Memory", 262_144)]
    public void Without_a_twin_the_host_stays_unknown(string header, object value)
    {
        object?[][] hosts = [Host("esx-1"), Host("esx-2"), Blank.Aggregate(Host("esx-3").WithHost(header, value), (row, blank) => row.WithHost(blank, null))];
        var reading = SmallEstate.Read(SmallEstate.Info(SmallEstate.Vm("vm", 1)), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts));
        Assert.Null(reading.Value!.Hosts[2].Cores);
        Assert.Contains(reading.Findings, each => each.Code == "host-cores-unknown");
    }

    [Fact]
    public void Twins_that_disagree_are_no_evidence()
    {
        object?[][] hosts = [Host("esx-1"), Host("esx-2").WithHost("# Cores", 16).WithHost("Cores per CPU", 8), Blank.Aggregate(Host("esx-3"), (row, blank) => row.WithHost(blank, null))];
        Assert.Null(SmallEstate.Read(SmallEstate.Info(SmallEstate.Vm("vm", 1)), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts)).Value!.Hosts[2].Cores);
    }

    /// <summary>A host that is kept needs its licences; those of unknown cores are not 0, so that the option has no total.</summary>
    [Fact]
    public void An_option_that_keeps_a_host_of_unknown_cores_is_not_ranked()
    {
        using var folder = new Given.TemporaryFolder();
        object?[][] hosts = [Host("esx-1"), Host("esx-2"), Blank.Aggregate(Host("esx-3").WithHost("CPU Model", null), (row, blank) => row.WithHost(blank, null))];
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, [SmallEstate.Info(SmallEstate.Vm("vm", 1)), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts)]);
        }

        var answer = Answered.Of(folder, folder.At("estate.xlsx"), scenario => scenario.Replace("hosts: reuse\n", "hosts: keep-all\n", StringComparison.Ordinal));
        Assert.All(answer.Result.GetProperty("options").EnumerateArray(), option => Assert.False(option.GetProperty("ranked").GetBoolean()));
        var page = File.ReadAllText(Path.Combine(folder.At("out"), "report.html")).Replace('\u00A0', ' ');
        Assert.Contains("1 host of today kept whose cores or memory are not known", page, StringComparison.Ordinal);
    }

    private static object?[] Host(string name, string cluster = "Prod") => [name, "Site", cluster, .. SmallEstate.Hosts().Rows[1].Cells.Skip(3)];
}
