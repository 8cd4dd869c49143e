using System.Text.Json;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>VMs run on hosts: an inventory that lists none has hosts that are not known, and never none.</summary>
public sealed class HostsNotKnownTests
{
    private static readonly Sheet Vms = SmallEstate.Info(
        SmallEstate.Vm("app1", 1, 2, 8192).But("Host", "esx-a"), SmallEstate.Vm("app2", 2, 4, 16_384).But("Host", "esx-b"), SmallEstate.Vm("db1", 3, 8, 65_536).But("Host", "esx-a"));

    private static readonly object?[] Row = [.. SmallEstate.Hosts().Rows[1].Cells];

    /// <summary>The sheet of hosts absent, empty, with rows that name none, and with its key column under a header that nobody knows.</summary>
    public static TheoryData<string> Shapes => ["the file has no sheet vHost", "vHost is empty", "no row of vHost names a host", "vHost has no column Host"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Hosts_that_are_not_listed_are_not_known_and_nothing_is_compared_with_none(string why)
    {
        using var folder = new TemporaryFolder();
        var answer = Of(folder, Sheets(why));
        var estate = answer.Result.GetProperty("estate");
        Assert.All(["hosts", "cores", "licensableCores"], field => Assert.True(estate.IsNull(field)));

        // The two hosts that vInfo names are the evidence against "none".
        Assert.Equal($"{why}, but vInfo names 2 hosts: esx-a, esx-b", estate.GetProperty("whyHostsUnknown").GetString());
        Assert.True(answer.Result.GetProperty("answer").IsNull("hostsToday"));
        Assert.All(answer.Result.GetProperty("options").EnumerateArray(), option => Assert.True(option.GetProperty("hosts").IsNull("today")));

        var page = Page(folder);
        Assert.Contains($"Hosts of today: not known ({why}, but vInfo names 2 hosts: esx-a, esx-b)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("instead of 0", page, StringComparison.Ordinal);
        Assert.Contains("hosts: refresh", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains($"for the hosts of today are not known: {why}", answer.New.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_column_that_is_missing_is_one_finding_with_the_headers_and_not_one_for_each_row()
    {
        var findings = SmallEstate.Read(Sheets("vHost has no column Host")).Findings.Where(finding => finding.Place.Sheet == "vHost").ToList();
        var missing = Assert.Single(findings, finding => finding.Code == "host-column-missing");
        Assert.Contains("\"Machine called\", \"Datacenter\", \"Cluster\"", missing.Message.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(findings, finding => finding.Code == "host-without-name");
    }

    [Fact]
    public void The_count_of_the_sheet_of_clusters_is_held_against_it()
    {
        using var folder = new TemporaryFolder();
        var answer = Of(folder, Vms, Sheet.Of("vHost", SmallEstate.HostHeaders), Sheet.Of("vCluster", ["Name", "NumHosts", "NumCpuCores"], ["Prod", 2, 64]));
        Assert.Equal(
            "vHost is empty, but vCluster counts 2 hosts with 64 cores, and vInfo names 2 hosts: esx-a, esx-b",
            answer.Result.GetProperty("estate").GetProperty("whyHostsUnknown").GetString());
        Assert.Contains("hosts-none", answer.Codes);
    }

    [Fact]
    public void A_list_of_names_cpus_and_memory_alone_says_what_it_does_not_know()
    {
        using var folder = new TemporaryFolder();
        var answer = Of(folder, Sheet.Of("vInfo", ["VM", "CPUs", "Memory"], ["a", 2, 4096], ["b", 4, 8192]));
        var estate = answer.Result.GetProperty("estate");
        Assert.Equal("the file has no sheet vHost", estate.GetProperty("whyHostsUnknown").GetString());
        Assert.Equal((2, 2), (estate.GetProperty("vmsOfUnknownPower").GetInt32(), estate.GetProperty("vmsOfUnknownDisk").GetInt32()));
        var page = Page(folder);
        Assert.Contains("2 VMs of 2 whose disks are not known", page, StringComparison.Ordinal);
        Assert.Contains("2 VMs of the 2 counted as running have power states that are not known", page, StringComparison.Ordinal);
    }

    /// <summary>Cluster A has its two hosts in hosts.csv, that of cluster B is not listed: two is not the number of hosts of today.</summary>
    [Fact]
    public void Hosts_of_one_cluster_that_are_not_listed_leave_the_sum_unknown()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("vms.csv"), "name,vcpus,memory_mib,disk_mib,power,cluster,host\na,2,4096,10240,on,A,h1\nb,2,4096,10240,on,A,h2\nc,2,4096,10240,on,B,h3\n");
        File.WriteAllText(folder.At("hosts.csv"), "name,cluster,sockets,cores,threads,memory_mib\nh1,A,2,32,64,524288\nh2,A,2,32,64,524288\n");
        var answer = Answered.Of(folder, folder.At("vms.csv"));
        Assert.Equal(2, answer.Result.GetProperty("estate").GetProperty("hosts").GetInt32());
        Assert.True(answer.Result.GetProperty("answer").IsNull("hostsToday"));
        Assert.True(answer.Option("kvm").GetProperty("course").GetProperty("move").IsNull("hostsOfTodayThatRunOn"));
        Assert.Contains("Hosts of today: not known for B", Page(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_prints_not_known_and_writes_null()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Vms);
        Assert.Contains("hosts not known, clusters 1, cores not known, licensable not known", Run.Of("inspect", folder.At("estate.xlsx")).Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run.Of("inspect", folder.At("estate.xlsx"), "--json").Out);
        Assert.True(json.RootElement.IsNull("hosts"));
    }

    /// <summary>The report, with plain blanks.</summary>
    private static string Page(TemporaryFolder folder) => File.ReadAllText(Path.Combine(folder.At("out"), "report.html")).Replace('\u00A0', ' ');

    private static Sheet[] Sheets(string why) => why switch
    {
        "the file has no sheet vHost" => [Vms],
        "vHost is empty" => [Vms, Sheet.Of("vHost", SmallEstate.HostHeaders)],
        "no row of vHost names a host" => [Vms, Sheet.Of("vHost", SmallEstate.HostHeaders, [null, .. Row.Skip(1)], [null, .. Row.Skip(1)])],
        _ => [Vms, Sheet.Of("vHost", ["Machine called", .. SmallEstate.HostHeaders.Skip(1)], ["esx-a", .. Row.Skip(1)], ["esx-b", .. Row.Skip(1)])],
    };

    private static Answered Of(TemporaryFolder folder, params IReadOnlyList<Sheet> sheets)
    {
        Write(folder, sheets);
        return Answered.Of(folder, folder.At("estate.xlsx"));
    }

    private static void Write(TemporaryFolder folder, params IReadOnlyList<Sheet> sheets)
    {
        using var stream = File.Create(folder.At("estate.xlsx"));
        WorkbookWriter.Write(stream, sheets);
    }
}
