using System.Text.Json;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>Licences counted by a case as <c>quote</c> counts them, and refused where a limit of the price row is broken.</summary>
public sealed class OneRuleOneAnswerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 5 VMs on 2 hosts of 1 x 16 cores, one may fail: 5 at once on either, 3 sets of 2 VMs x 16 cores x 2 hosts = 96 cores, 6 units of 16.
    [Fact]
    public void Windows_VMs_at_once_are_those_that_quote_counts()
    {
        var answer = Ask([.. Enumerable.Range(0, 5).Select(i => Vm($"win-{i}", i, "Microsoft Windows Server 2022 (64-bit)"))], Hosts(2, sockets: 1), "");
        Assert.Equal(6m, Line(answer, "windows-server-2025-standard").GetProperty("quantity").GetDecimal());
        var quote = Cli.Run.Of("quote", "--product", "windows-server-2025-standard", "--hosts", "2", "--sockets", "1", "--cores", "16", "--vms", "5", "--as-of", Answered.AsOf);
        Assert.Contains("quantity  6 × 16 cores", quote.Out, StringComparison.Ordinal);
    }

    // Oracle Linux Premier is for 2 guests of a server: 9 may be on one of 2 hosts when the other is lost.
    // SQL Server with Software Assurance by VM: 2 VMs of 2 vCPUs, 4 cores each at least = 4 packs of 2.
    [Fact]
    public void A_limit_of_guests_leaves_the_option_without_an_answer()
    {
        var answer = Ask(
            [.. Enumerable.Range(0, 9).Select(i => Vm($"ol-{i}", i, "Oracle Linux 9 (64-bit)")), .. Enumerable.Range(0, 2).Select(i => Vm($"sql-{i}", 20 + i, "Ubuntu Linux (64-bit)"))],
            Hosts(2, sockets: 2),
            """

            placement:
              guest_licences:
                - {name: SQL, vms: ["sql-*"], product: sql-server-standard-sa}
                - {name: OL, guests: oracle-linux, product: oracle-linux-premier}
            """);
        var refused = Line(answer, "guest-oracle-linux-premier");
        Assert.True(refused.IsNull("amount"));
        Assert.Contains("9 VMs that may run on it at once: at most 2 are allowed", refused.GetProperty("hole").GetString(), StringComparison.Ordinal);
        Assert.Equal(4m, Line(answer, "guest-sql-server-standard-sa").GetProperty("quantity").GetDecimal());
        Assert.Contains("product-refused", answer.Codes);
    }

    // 10 TiB raw in each of 4 hosts of 1 x 16 cores; orders of 72 cores at least bring 72 x 0.25 = 18 TiB. On n hosts 10 n - 18 are bought: 2 for 2 hosts, 22 for 4.
    [Fact]
    public void Storage_comes_with_the_cores_that_are_bought()
    {
        var answer = Ask(
            [.. Enumerable.Range(0, 3).Select(i => Vm($"v-{i}", i, "Ubuntu Linux (64-bit)").But("Path", $"[vsan01] v-{i}/v-{i}.vmx"))],
            Hosts(4, sockets: 1),
            """

            order_minimum: all-orders
            quotes:
              - {product: vmware-vsan-vvf, amount: 100, currency: EUR, date: 2026-11-01, from: offer 1}
            """,
            scenario => scenario.Replace("licences: [vmware-vvf-3y]", "licences: [vmware-vvf-3y, vmware-vsan-vvf]", StringComparison.Ordinal),
            Sheet.Of(
                "vDatastore", ["Name", "Type", "# Hosts", "Hosts", "Capacity MiB", "Provisioned MiB", "In Use MiB", "Free MiB", "Cluster name"],
                ["vsan01", "vsan", 4, "esx-01, esx-02, esx-03, esx-04", 41_943_040, 1_048_576, 1_048_576, 40_894_464, "Prod"]));
        Assert.Equal(72m, Line(answer, "vmware-vvf-3y").GetProperty("quantity").GetDecimal());
        Assert.Equal((10 * answer.Hosts()) - 18m, Line(answer, "vmware-vsan-vvf").GetProperty("quantity").GetDecimal());
    }

    private static JsonElement Line(Answered answer, string id) =>
        answer.Option("vvf").GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("id").GetString() == id);

    private static object?[] Vm(string name, int number, string guest) => SmallEstate.Vm(name, number).But("OS according to the configuration file", guest);

    private static Sheet Hosts(int count, int sockets) => Sheet.Of(
        "vHost",
        SmallEstate.HostHeaders,
        [.. Enumerable.Range(1, count).Select(i => (object?[])[$"esx-{i:00}", "Site", "Prod", "False", "Intel(R) Xeon(R) Gold 6346 CPU @ 3.10GHz", "True", sockets, 16, 16 * sockets, 524_288, null, "VMware ESXi 8.0.3", "Acme", "A1", null, null])]);

    private Answered Ask(object?[][] vms, Sheet hosts, string more, Func<string, string>? edit = null, params Sheet[] others)
    {
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, [SmallEstate.Info(vms), hosts, .. others]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), scenario => (edit?.Invoke(scenario) ?? scenario) + more);
    }
}
