using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>An estate of telling names, some of which are words and numbers of the report itself: clusters "Kudu Main", "Gnu Edge" and "Cluster", sites "Eland Hall" and "Total".</summary>
internal static class NamedEstate
{
    /// <summary>Every name that no output may have; "Total", "Cluster", "a" and "12" are words and numbers of the report itself.</summary>
    public static readonly string[] Names =
    [
        "zebra-sql", "zebra web", "Müller & Söhne", "quagga\"7", "okapi-01", "okapi-02", "okapi-03", "okapi-04", "savanna.example",
        "Kudu Main", "Gnu Edge", "Eland Hall", "impala-ds", "giraffe",
    ];

    /// <summary>No name stands in the text, as it is, as HTML or as JSON.</summary>
    public static void IsNowhereIn(string text) => Assert.All(Names, name => Assert.All(
        [name, name.Replace("&", "&amp;", StringComparison.Ordinal), name.Replace("\"", "&quot;", StringComparison.Ordinal), name.Replace("\"", "\\\"", StringComparison.Ordinal)],
        written => Assert.DoesNotContain(written, text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A scenario whose title, file, rules and settings name what the estate has.</summary>
    public static string Scenario(TemporaryFolder folder, string leaveOut = "giraffe")
    {
        var to = folder.At(Guid.NewGuid().ToString("N"));
        var made = Run.Of("new", to, "--inventory", Workbook(folder), "--as-of", Answered.AsOf);
        Assert.True(made.ExitCode == 0, made.Error);
        var written = Assert.Single(Directory.GetFiles(to, "*.yaml"));
        var text = string.Join('\n', File.ReadAllLines(written).Select(line => line.StartsWith("title:", StringComparison.Ordinal) ? "title: What zebra-sql and Kudu Main cost" : line));
        Assert.DoesNotContain("\nplacement:", text, StringComparison.Ordinal);
        return folder.Write(
            "zebra-sql.yaml",
            text.Replace("inventory: \"../", "inventory: \"", StringComparison.Ordinal) + $$"""

            leave_out: [{{leaveOut}}]
            placement:
              rules:
                - {name: the zebra web, keep_apart: ["zebra*", "Müller*"], at_most: 2}
                - {vms: ["quagga*"], run_on: [okapi-01.savanna.example, "okapi-02*"]}

            """);
    }

    /// <summary>Three clusters; VMs whose names are words, and VMs whose other texts have names.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="file">The file's name, which has some of them too.</param>
    /// <param name="more">Names of further VMs, in "Kudu Main".</param>
    public static string Workbook(TemporaryFolder folder, string file = "Kudu Main okapi-01.xlsx", params string[] more)
    {
        string[] names = ["zebra-sql", "zebra web", "Müller & Söhne", "quagga\"7", "Total", "a", "12", "vm-0003", "giraffe", "zebra-sql"];
        var path = folder.At(file);
        using var stream = File.Create(path);
        WorkbookWriter.Write(
            stream,
            [
                SmallEstate.Info(
                [
                    .. names.Select((name, at) => On(SmallEstate.Vm(name, at + 1), at).But("Annotation", $"beside zebra-sql on okapi-01\nKudu Main")),
                    .. more.Select((name, at) => On(SmallEstate.Vm(name, at + 60), 0)),
                    On(SmallEstate.Vm("giraffe and Total", 40), 1).But("Cluster", "Cluster").But("Host", "okapi-04.savanna.example").But("Datacenter", "Total"),
                    On(SmallEstate.Vm("quagga\"7 of zebra-sql", 50, cpus: "zebra-sql"), 0), // Set aside, with a finding that says why.
                ]),
                Sheet.Of(
                    "vHost", SmallEstate.HostHeaders,
                    Host("okapi-01.savanna.example", "Kudu Main"), Host("okapi-02.savanna.example", "Kudu Main"), Host("okapi-03.savanna.example", "Gnu Edge"),
                    Host("okapi-04.savanna.example", "Cluster", "Total")),
                Sheet.Of("vDisk", ["VM", "VM ID", "Capacity MiB"], ["giraffe of old", "vm-77", 1000]), // Of a VM that no sheet lists.
                Sheet.Of("vDatastore", ["Name", "Type", "Capacity MiB", "Hosts"], ["impala-ds", "VMFS", 4_000_000, "okapi-01.savanna.example"]),
            ]);
        return path;

        static object?[] On(object?[] vm, int at) => vm
            .But("Cluster", at % 2 == 0 ? "Kudu Main" : "Gnu Edge")
            .But("Host", at % 2 == 1 ? "okapi-03.savanna.example" : at % 3 == 0 ? "okapi-01.savanna.example" : "okapi-02.savanna.example")
            .But("Datacenter", "Eland Hall")
            .But("Path", "[impala-ds] zebra-sql/zebra-sql.vmx")
            .But("OS according to the configuration file", "Linux of zebra-sql");

        static object?[] Host(string name, string cluster, string center = "Eland Hall") =>
            [name, center, cluster, "False", "Intel(R) Xeon(R) Gold 6326 CPU @ 2.90GHz", "True", 2, 16, 32, 524_288, "00000", "VMware ESXi 8.0.3", "Dell Inc.", "PowerEdge zebra-sql", "S1", "T1"];
    }
}
