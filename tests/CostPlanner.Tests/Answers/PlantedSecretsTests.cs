using CostPlanner.Cli;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>Addresses, licence keys and serial numbers that stand anywhere in an export reach no output: no screen, no scenario, no page, no JSON.</summary>
public sealed class PlantedSecretsTests : IDisposable
{
    private static readonly string[] Planted =
    [
        "ABCDE-12345-FGHIJ-67890-KLMNO", "abcde-12345-fghij-67890-klmno", "ABCDE12345FGHIJ67890KLMNO", "10.99.77.55", "10.88.66.0", "fd12:3456:789a::77", "00:50:56:ab:cd:ef",
        "0050.56ab.cdef", "CZJ0S3RIAL99X", "secret.person@corp.example", "VMware-42 1f 5e 8c 9a 7b 3d 11-aa bb cc dd ee ff 00 11",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_planted_appears_in_any_output()
    {
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, Sheets());
        }

        string[] file = [folder.At("estate.xlsx")];
        Run[] runs =
        [
            Run.Of(["inspect", .. file]), Run.Of(["inspect", .. file, "--explain"]), Run.Of(["inspect", .. file, "--json"]),
            Run.Of(["new", folder.At("mine"), "--inventory", .. file, "--as-of", Answered.AsOf]),
            Run.Of("case", Scenario(), "--out", folder.At("out"), "--browser", folder.At("no-such-browser"), "--json", "--trials", "0"),
        ];

        Assert.Equal([ExitCode.Done, ExitCode.Done, ExitCode.Done, ExitCode.Done], runs[..4].Select(run => run.ExitCode));
        var written = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Where(path => path != file[0]).Select(File.ReadAllText).ToList();
        Assert.True(written.Count >= 3); // The scenario, the page and the result.
        Assert.All(
            runs.SelectMany(run => new[] { run.Out, run.Error }).Concat(written),
            text => Assert.All(Planted, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
    }

    private string Scenario() => Directory.Exists(folder.At("mine")) ? Directory.GetFiles(folder.At("mine"), "*.yaml")[0] : "";

    /// <summary>One VM for each secret as its whole name, within its name and as each of its other texts; hosts, licences and datastores likewise.</summary>
    private static Sheet[] Sheets()
    {
        string[] info = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Host", "Cluster", "Datacenter", "OS according to the configuration file", "Annotation", "VM ID", "Folder", "DNS Name"];
        string[] host = ["Host", "Datacenter", "Cluster", "CPU Model", "Speed", "# CPU", "Cores per CPU", "# Cores", "# Memory", "ESX Version", "Vendor", "Model", "Service tag", "Serial number"];
        var (vms, hosts) = (new List<object?[]>(), new List<object?[]> { Host("esx1", "c1", "R760") });
        foreach (var secret in Planted)
        {
            vms.Add(Vm(secret, "esx1", "c1", "Ubuntu Linux (64-bit)"));
            vms.Add(Vm($"vm {secret}", "esx1", "c1", $"Linux {secret}"));
            vms.Add(Vm($"h{vms.Count}", secret, "c1", secret));
            vms.Add(Vm($"c{vms.Count}", "esx1", $"c {secret}", "Windows"));
            vms.Add([.. Vm($"bad{vms.Count}", "esx1", "c1", "Windows").Select((cell, column) => column == 3 ? secret : cell)]);
            hosts.Add(Host($"esx-{secret}", "c1", secret));
        }

        return
        [
            Sheet.Of("vInfo", info, [.. vms]),
            Sheet.Of("vHost", host, [.. hosts]),
            Sheet.Of("vDatastore", ["Name", "Type", "Capacity MiB", "Hosts"], [.. Planted.Select(secret => new object?[] { $"ds {secret}", secret, 1000, secret })]),
            Sheet.Of("vLicense", ["Name", "Key", "Cost Unit", "Total", "Used"], [.. Planted.Select(secret => new object?[] { $"Lic {secret}", secret, secret, 3, 2 })]),
        ];

        object?[] Vm(string name, string on, string cluster, string os) => [name, "poweredOn", false, 2, 4096, on, cluster, "dc1", os, name, $"vm-{vms.Count + 1}", $"folder {name}", name];

        static object?[] Host(string name, string cluster, string model) =>
            [name, "dc1", cluster, $"Intel {model}", 2100, 2, 32, 64, 524_288, $"VMware ESXi 8.0.2 {model}", "Dell", model, "CZJ0S3RIAL99X", model]; // The service tag is a secret wherever it stands.
    }
}
