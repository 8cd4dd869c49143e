using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>VMs that are no work to be carried: those of the platform itself, and those that vCenter has lost; and what a scenario says of them.</summary>
public sealed class PlatformVmsTests
{
    private static readonly string[] Headers = [.. SmallEstate.InfoHeaders.TakeWhile(header => header != "Datacenter"), "owner", .. SmallEstate.InfoHeaders.SkipWhile(header => header != "Datacenter"), "Connection state", "Folder"];

    private static readonly object?[][] Work = [.. Enumerable.Range(1, 4).Select(number => Vm($"app-{number}", number))];

    // Agents are made by the cluster: with them the answer is that without them, in every option.
    [Fact]
    public void Agents_of_the_cluster_change_no_host_and_no_total()
    {
        object?[][] agents = [.. Enumerable.Range(1, 4).Select(number => Vm($"vCLS-{number:0000}", 90 + number, cpus: 1, memory: 128))];
        var (with, without) = (Ask([.. Work, .. agents]), Ask(Work));
        foreach (var option in without.Result.GetProperty("options").EnumerateArray().Select(each => each.GetProperty("id").GetString()!))
        {
            Assert.Equal((without.Hosts(option), without.Total(option)), (with.Hosts(option), with.Total(option)));
        }

        var estate = with.Result.GetProperty("estate");
        Assert.Equal((4, 0, 4), (Counted(with, "running"), Counted(with, "ofPlatform"), Counted(with, "doneWithout")));
        Assert.Equal((8, 4), (estate.GetProperty("vmsPoweredOn").GetInt32(), estate.GetProperty("platformVms").GetArrayLength()));
        Assert.Contains("platform-vms", with.Codes);
    }

    // 400,000 MiB beside 4 x 4,096: a host of 512 GiB carries it on vSphere, and nobody staffs or moves it; the other platforms do without.
    [Fact]
    public void A_vCenter_appliance_is_carried_by_vSphere_alone_and_staffed_by_none()
    {
        var vcsa = Vm("vcsa", 91, memory: 400_000, system: "Other 3.x or later Linux (64-bit)", annotation: "VMware vCenter Server Appliance");
        var (with, without) = (Ask([.. Work, vcsa]), Ask(Work));
        Assert.Equal(without.Total("proxmox"), with.Total("proxmox"));
        Assert.Equal(Staff(without, "vvf"), Staff(with, "vvf"));
        var part = Assert.Single(with.Result.GetProperty("estate").GetProperty("platformVms").EnumerateArray());
        Assert.Equal("vCenter Server appliance", part.GetProperty("role").GetString());
        Assert.Equal(["today", "vvf", "vcf"], part.GetProperty("carriedBy").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal((4, 1), (Counted(with, "running"), Counted(with, "ofPlatform")));
    }

    // The table takes it for a proxy; the user knows better, and it is moved, staffed and paid for again.
    [Fact]
    public void What_the_scenario_keeps_counts_as_any_other_VM()
    {
        object?[][] vms = [.. Work, Vm("veeam-proxy-01", 91)];
        Assert.Equal((4, 1), (Counted(Ask(vms), "running"), Counted(Ask(vms), "ofPlatform")));
        var kept = Ask(vms, "keep: [\"veeam-*\"]");
        Assert.Equal((5, 0), (Counted(kept, "running"), Counted(kept, "ofPlatform")));
        Assert.Equal(1, Assert.Single(kept.Result.GetProperty("estate").GetProperty("selections").EnumerateArray()).GetProperty("vms").GetInt32());
    }

    // app-1 by its folder, app-2 by its attribute, app-3 by its system; app-4 stays.
    [Fact]
    public void VMs_are_left_out_by_folder_tag_and_system_and_groups_are_reported()
    {
        object?[][] vms = [Vm("app-1", 1, folder: "/Site/vm/Test/Old"), Vm("app-2", 2, owner: "sales"), Vm("app-3", 3, system: "Microsoft Windows Server 2008 R2 (64-bit)"), Vm("app-4", 4)];
        var answer = Ask(vms, "leave_out: [{folder: /Site/vm/Test}, {tag: \"owner: sal*\"}, {os: \"*Windows Server 2008*\"}, {cluster: Prid}]\ngroup: {rest: [\"app-4\"], all: [{cluster: Prod}]}");
        Assert.Equal((1, 3), (Counted(answer, "running"), Counted(answer, "leftOut")));
        Assert.Contains("Did you mean \"Prod\"?", Message(answer, "leave-out-unknown"), StringComparison.Ordinal);
        var groups = answer.Result.GetProperty("estate").GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["rest 1 1 2", "all 4 1 2"], groups.Select(group => $"{group.GetProperty("name")} {group.GetProperty("vms")} {group.GetProperty("running")} {group.GetProperty("vCpus")}"));
    }

    // Lost VMs run on no host that is known; one on a disconnected host may well run, and counts.
    [Fact]
    public void Inaccessible_and_orphaned_VMs_are_counted_apart()
    {
        object?[][] vms = [Vm("app-1", 1), Vm("app-2", 2, state: "inaccessible"), Vm("app-3", 3, state: "orphaned"), Vm("app-4", 4, state: "disconnected")];
        var answer = Ask(vms);
        Assert.Equal((2, 2), (Counted(answer, "running"), Counted(answer, "lost")));
        Assert.Contains("app-2, app-3", Message(answer, "vms-lost"), StringComparison.Ordinal);
        Assert.Contains("app-4", Message(answer, "vms-disconnected"), StringComparison.Ordinal);
        var estate = answer.Result.GetProperty("estate");
        Assert.Equal((4, 4, 1, 1, 1), (Number("vms"), Number("vmsPoweredOn"), Number("inaccessible"), Number("orphaned"), Number("disconnected")));

        int Number(string field) => estate.GetProperty(field).GetInt32();
    }

    // Both rules are listed; app-1 and app-2 lie on two hosts, app-3 and app-4 on one, in every plan.
    [Fact]
    public void Affinity_and_anti_affinity_of_the_inventory_are_listed_and_obeyed()
    {
        object?[][] vms =
        [
            Rule(Vm("app-1", 1), "Anti Affinity", "apart"), Rule(Vm("app-2", 2), "Anti Affinity", "apart"),
            Rule(Vm("app-3", 3), "Affinity", "close"), Rule(Vm("app-4", 4), "Affinity, VM to Host", "close, licensed"),
        ];
        var answer = Ask(vms);
        Assert.Equal(
            ["apart keepApart True", "close keepTogether True", "licensed hosts False"],
            answer.Result.GetProperty("estate").GetProperty("inventoryRules").EnumerateArray().Select(rule => $"{rule.GetProperty("name")} {rule.GetProperty("kind")} {rule.GetProperty("obeyed")}"));
        foreach (var option in answer.Result.GetProperty("options").EnumerateArray())
        {
            var hosts = option.GetProperty("clusters").EnumerateArray().SelectMany(cluster => cluster.GetProperty("hosts").EnumerateArray())
                .Select(host => host.GetProperty("vms").EnumerateArray().Select(vm => vm.GetString()).ToHashSet()).ToList();
            Assert.DoesNotContain(hosts, host => host.Contains("app-1") && host.Contains("app-2"));
            Assert.Contains(hosts, host => host.Contains("app-3") && host.Contains("app-4"));
        }

        Assert.Contains("licensed", Message(answer, "host-rules-not-obeyed"), StringComparison.Ordinal);
    }

    private static Answered Ask(object?[][] vms, string? more = null)
    {
        using var folder = new TemporaryFolder();
        object?[] host = [.. SmallEstate.Hosts().Rows[1].Cells];
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, [Sheet.Of("vInfo", Headers, vms), Sheet.Of("vHost", SmallEstate.HostHeaders, host, ["esx-02", .. host.Skip(1)], ["esx-03", .. host.Skip(1)])]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), text => more is null ? text : $"{text}\n{more}\n");
    }

    private static object?[] Vm(
        string name, int number, object? cpus = null, object? memory = null, string? system = null, string? annotation = null, string? owner = null, string? folder = null, string? state = null)
    {
        var row = SmallEstate.Vm(name, number, cpus, memory).But("Annotation", annotation);
        row = system is null ? row : row.But("OS according to the configuration file", system);
        var at = Array.IndexOf(SmallEstate.InfoHeaders, "Datacenter");
        return [.. row[..at], owner, .. row[at..], state ?? "connected", folder];
    }

    private static object?[] Rule(object?[] row, string types, string names) => row.But("Cluster rule(s)", types).But("Cluster rule name(s)", names);

    private static int Counted(Answered answer, string field) => answer.Result.GetProperty("estate").GetProperty("counted").GetProperty(field).GetInt32();

    private static decimal Staff(Answered answer, string option) => answer.Option(option).GetProperty("lines").EnumerateArray()
        .Where(line => line.GetProperty("category").GetString() == "staff").Sum(line => line.GetProperty("amount").GetDecimal());

    private static string Message(Answered answer, string code) => answer.Result.GetProperty("findings").EnumerateArray()
        .Single(finding => finding.GetProperty("code").GetString() == code).GetProperty("message").GetString()!;
}
