using System.Text.Json;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>An option that lacks what the estate uses is shown and not ranked; what is not known counts as used.</summary>
public sealed class RequirementsTests
{
    // Plain KVM lacks high availability, and has neither a vendor's support.
    [Fact]
    public void What_the_estate_uses_is_required_of_every_option()
    {
        var answer = Asked("True", "True");
        Assert.Equal("high-availability estate True; live-migration estate True", Required(answer));
        Assert.False(Ranked(answer, "kvm"));
        Assert.Equal(["high-availability"], Texts(answer.Option("kvm"), "lacks"));
        Assert.True(answer.Option("kvm").GetProperty("total").GetDecimal() > 0);
        Assert.False(answer.Option("kvm").GetProperty("atLeast").GetBoolean());
        Assert.False(answer.Option("kvm").GetProperty("supported").GetBoolean());
        Assert.All(["vvf", "proxmox", "openshift", "xcp-ng"], option => Assert.True(Ranked(answer, option)));
        Assert.DoesNotContain("kvm", Texts(answer.Result.GetProperty("answer"), "ranking"));
        Assert.DoesNotContain("#   requires", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("requirement-unmet", answer.Codes);
        Assert.DoesNotContain("requirement-not-known", answer.Codes);
    }

    [Fact]
    public void A_cluster_with_both_off_requires_neither_and_support_alone_is_left()
    {
        var off = Asked("False", "False");
        Assert.Equal("", Required(off));
        Assert.Empty(Texts(off.Option("kvm"), "lacks"));
        Assert.Equal("has no vendor's support", off.Option("kvm").GetProperty("whyNotEligible").GetString());
        Assert.True(Ranked(Asked("False", "False", edit: text => text + "support: optional\n"), "kvm"));
    }

    [Fact]
    public void What_is_not_known_counts_as_required_and_is_asked_for_first()
    {
        var answer = Asked(null, null);
        Assert.Equal("high-availability estate False; live-migration estate False", Required(answer));
        Assert.False(Ranked(answer, "kvm"));
        Assert.StartsWith("#   requires: Do your VMs need high availability or live migration today?", answer.Scenario.Split('\n')[2], StringComparison.Ordinal);
        Assert.Contains("requires: Do your VMs need", answer.New.Out + answer.New.Error, StringComparison.Ordinal);
        Assert.Contains("requirement-not-known", answer.Codes);
    }

    // One host today: nothing could restart VMs or move them, whatever its cluster says.
    [Fact]
    public void A_cluster_of_one_host_requires_neither() => Assert.Equal("", Required(Asked("True", "True", hosts: 1)));

    [Fact]
    public void Nothing_is_required_where_the_scenario_says_so()
    {
        var answer = Asked("True", "True", edit: text => text + "requires: []\nsupport: optional\n");
        Assert.Equal("", Required(answer));
        Assert.True(Ranked(answer, "kvm"));
        Assert.Contains("kvm", Texts(answer.Result.GetProperty("answer"), "ranking"));
    }

    // The user's own cluster manager brings it; the support is another matter.
    [Fact]
    public void What_the_user_says_an_option_has_is_met_and_told_as_the_users_word()
    {
        var answer = Asked("True", "True", edit: text => text.Replace("licences: [kvm-plain]", "licences: [kvm-plain]\n    has: [high-availability]", StringComparison.Ordinal) + "support: optional\n");
        Assert.True(Ranked(answer, "kvm"));
        Assert.Equal(["high-availability"], Texts(answer.Option("kvm"), "has"));
        Assert.Contains("high availability by the user", answer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_requirement_of_the_users_own_is_one_of_every_option()
    {
        var answer = Asked("False", "False", edit: text => text + "requires: [load-balancing]\n");
        Assert.Equal("load-balancing scenario True", Required(answer));
        Assert.Equal(["load-balancing"], Texts(answer.Option("proxmox"), "lacks"));
        Assert.True(Ranked(answer, "openshift"));
    }

    // A list of VMs alone tells neither hosts nor what they can do.
    [Fact]
    public void Of_a_plain_list_nothing_is_known()
    {
        using var folder = new TemporaryFolder();
        var answer = Answered.Of(folder, folder.Write("vms.csv", "name,vcpus,memory_mib,disk_mib,power\nweb,2,4096,51200,on\ndb,4,8192,51200,on\n"));
        Assert.Equal("high-availability estate False; live-migration estate False", Required(answer));
        Assert.False(Ranked(answer, "kvm"));
    }

    // Live Optics has neither column.
    [Fact]
    public void Of_Live_Optics_nothing_is_known()
    {
        var answer = Answered.Of(
            Sheet.Of(
                "VMs", ["VM Name", "Power State", "Template", "Virtual CPU", "Provisioned Memory (MiB)", "Virtual Disk Size (MiB)", "VM OS", "Host", "Cluster", "MOB ID"],
                ["web", "poweredOn", "FALSE", 2, 4096, 30_720, "Ubuntu Linux (64-bit)", "esx-01", "Prod", "vm-1"]),
            Sheet.Of(
                "ESX Hosts", ["Host Name", "Cluster", "Manufacturer", "Model", "CPU Sockets", "CPU Cores", "CPU Threads", "CPU Description", "Memory (KiB)"],
                ["esx-01", "Prod", "Dell Inc.", "PowerEdge R740", 2, 48, 96, "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 805_048_320],
                ["esx-02", "Prod", "Dell Inc.", "PowerEdge R740", 2, 48, 96, "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 805_048_320]));
        Assert.Equal("high-availability estate False; live-migration estate False", Required(answer));
        Assert.False(Ranked(answer, "kvm"));
        Assert.True(Ranked(answer, "proxmox"));
    }

    private static Answered Asked(string? availability, string? moves, int hosts = 2, Func<string, string>? edit = null)
    {
        using var folder = new TemporaryFolder();
        object?[] host = [.. SmallEstate.Hosts().Rows[1].Cells];
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(
                stream,
                [
                    SmallEstate.Info(SmallEstate.Vm("a", 1), SmallEstate.Vm("b", 2)),
                    Sheet.Of(
                        "vHost",
                        [.. SmallEstate.HostHeaders, "VMotion support"],
                        [.. Enumerable.Range(1, hosts).Select(number => (object?[])[FormattableString.Invariant($"esx-{number:00}"), .. host.Skip(1), moves])]),
                    Sheet.Of("vCluster", ["Name", "NumHosts", "HA enabled"], ["Prod", hosts, availability]),
                ]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), edit);
    }

    private static bool Ranked(Answered answer, string option) => answer.Option(option).GetProperty("ranked").GetBoolean();

    private static string Required(Answered answer) => string.Join("; ", answer.Result.GetProperty("scenario").GetProperty("requires").EnumerateArray()
        .Select(each => $"{each.GetProperty("feature").GetString()} {each.GetProperty("from").GetString()} {each.GetProperty("known").GetBoolean()}"));

    private static List<string?> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(each => each.GetString())];
}
