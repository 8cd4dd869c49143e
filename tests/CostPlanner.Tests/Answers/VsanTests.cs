using System.Text.Json;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>vSAN estates as a user asks about them.</summary>
public sealed class VsanTests
{
    private const long TiB = 1 << 20; // MiB

    /// <summary>
    /// 16 VMs of 3 TiB thin disks use 1 TiB each: 16 TiB, and the datastore 33, 2.06 times as much, so their figures hold no copies. × 2 = 32 TiB; ÷ 0.9 = 35.6;
    /// ÷ 16 TiB a host = 3 hosts; one to rebuild on: the 4 of today, none bought. Provisioned it would be 96 TiB.
    /// </summary>
    [Fact]
    public void Thin_disks_on_vSAN_stay_on_the_four_hosts_of_today()
    {
        var answer = Asked(16, 4, inUse: TiB, provisioned: 3 * TiB, datastoreInUse: 33 * TiB, capacity: 64 * TiB);
        Assert.Equal((4, 0), (answer.Hosts(), answer.Bought()));
        Assert.Equal((4, 0), (answer.Hosts("kvm"), answer.Bought("kvm")));
        var pool = Pool(answer);
        Assert.Equal(32 * 1024m, pool.GetProperty("neededGiB").GetDecimal());
        Assert.Equal(64 * 1024m, pool.GetProperty("rawGiB").GetDecimal());
        var said = Finding(answer, "vsan-copies");
        Assert.Contains("16 VMs use 16.0 TiB of 48.0 TiB provisioned; the datastore has 33.0 TiB in use, 2.06 times as much", said, StringComparison.Ordinal);
        Assert.DoesNotContain("today-contradicts-assumption", answer.Codes);
    }

    /// <summary>The VMs say 2 TiB each, 32 TiB, and the datastore 33: 1.03 times as much. Their figures hold the copies: 32 TiB, and not 64.</summary>
    [Fact]
    public void Figures_that_hold_the_copies_are_not_multiplied_again()
    {
        var answer = Asked(16, 4, inUse: 2 * TiB, provisioned: 3 * TiB, datastoreInUse: 33 * TiB, capacity: 64 * TiB);
        Assert.Equal(32 * 1024m, Pool(answer).GetProperty("neededGiB").GetDecimal());
        Assert.Contains("1.03 times as much", Finding(answer, "vsan-copies"), StringComparison.Ordinal);
        Assert.Equal((4, 0), (answer.Hosts(), answer.Bought()));
    }

    /// <summary>
    /// A mirror on three hosts runs today and has no fourth to rebuild on: none is bought, and that is said. Where the scenario states the failures of the
    /// pool itself, the fourth is planned, and page 1 and result.json say that today's three run the same VMs and that vsan-rebuild: 0 would hold.
    /// </summary>
    [Fact]
    public void Three_hosts_of_today_get_no_fourth_to_rebuild_on_unless_it_is_asked_for()
    {
        var answer = Asked(6, 3, inUse: TiB, provisioned: TiB, datastoreInUse: 12 * TiB, capacity: 48 * TiB);
        Assert.Equal((3, 0), (answer.Hosts(), answer.Bought()));
        Assert.Contains("rebuild-none-today", answer.Codes);
        Assert.DoesNotContain("today-holds-what-is-bought-for", answer.Codes);

        var asked = Asked(6, 3, TiB, TiB, 12 * TiB, 48 * TiB, text => text.Replace("\nfailover: 1 ", "\nfailover: {default: 1, Prod: 1} ", StringComparison.Ordinal));
        Assert.Equal((4, 1), (asked.Hosts(), asked.Bought()));
        Assert.Contains("today-holds-what-is-bought-for", asked.Codes);
        var contradiction = asked.Result.GetProperty("evidence").GetProperty("contradictions").EnumerateArray().Single();
        Assert.Equal("vsan-rebuild", contradiction.GetProperty("assumption").GetString());
        Assert.Equal((3m, 4m, 0m), (contradiction.GetProperty("runs").GetDecimal(), contradiction.GetProperty("allowed").GetDecimal(), contradiction.GetProperty("valueThatHolds").GetDecimal()));
    }

    /// <summary>RAID-5 keeps 1.3333 copies on 4 hosts at least, and one more to rebuild on: 5 of the 6 hosts of today.</summary>
    [Fact]
    public void A_policy_brings_its_copies_and_its_least_hosts()
    {
        var answer = Asked(6, 6, TiB, TiB, 8 * TiB, 96 * TiB, text => text + "\nstorage_policy: raid-5\n");
        Assert.Equal(5, answer.Hosts());
        Assert.Equal(decimal.Round(6 * 1024 * 1.3333m, 1), Pool(answer).GetProperty("neededGiB").GetDecimal());
        Assert.StartsWith("the storage policy, which needs 4 hosts", Cluster(answer).GetProperty("boundBy").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The datastore of the VMs is in no sheet: whether it is vSAN is not known, and that is said with the VMs' number.</summary>
    [Fact]
    public void A_datastore_that_is_not_in_the_export_is_said()
    {
        object?[][] vms = [.. Enumerable.Range(0, 5).Select(i => SmallEstate.Vm($"vm-{i}", i).But("Path", $"[vsanDatastore] vm-{i}/vm-{i}.vmx"))];
        var answer = Answered.Of(SmallEstate.Info(vms), SmallEstate.Hosts());
        Assert.Contains("5 VMs lie on 1 datastore that the inventory does not list (vsanDatastore)", Finding(answer, "datastore-not-listed"), StringComparison.Ordinal);
    }

    private static JsonElement Cluster(Answered answer) => answer.Option("vvf").GetProperty("clusters").EnumerateArray().Single(each => each.GetProperty("name").GetString() == "Prod");

    private static JsonElement Pool(Answered answer) => Cluster(answer).GetProperty("storagePool");

    private static string Finding(Answered answer, string code) =>
        answer.Result.GetProperty("findings").EnumerateArray().Single(each => each.GetProperty("code").GetString() == code).GetProperty("message").GetString()!;

    /// <summary>VMs of 4 vCPUs and 16 GiB on hosts of 2 × 16 cores and 512 GiB, all disks on one vSAN datastore; sizes in MiB.</summary>
    private static Answered Asked(
        int vms, int hosts, long inUse, long provisioned, long datastoreInUse, long capacity, Func<string, string>? edit = null)
    {
        using var folder = new TemporaryFolder();
        object?[][] info =
        [
            .. Enumerable.Range(0, vms).Select(i => SmallEstate.Vm($"vm-{i:00}", i, 4, 16_384)
                .But("Total disk capacity MiB", provisioned).But("Provisioned MiB", provisioned).But("In Use MiB", inUse)
                .But("Path", $"[vsan01] vm-{i:00}/vm-{i:00}.vmx").But("Host", $"esx-{(i % hosts) + 1:00}")),
        ];
        object?[][] rows = [.. Enumerable.Range(1, hosts).Select(i => (object?[])[$"esx-{i:00}", .. SmallEstate.Hosts().Rows[1].Cells.Skip(1)])];
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(
                stream,
                [
                    SmallEstate.Info(info),
                    Sheet.Of("vHost", SmallEstate.HostHeaders, rows),
                    Sheet.Of(
                        "vDatastore",
                        ["Name", "Type", "# Hosts", "Hosts", "Capacity MiB", "In Use MiB", "Free MiB"],
                        ["vsan01", "vsan", hosts, string.Join(", ", Enumerable.Range(1, hosts).Select(i => $"esx-{i:00}")), capacity, datastoreInUse, capacity - datastoreInUse]),
                ]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), edit);
    }
}
