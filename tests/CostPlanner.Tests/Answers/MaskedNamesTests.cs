using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>With --mask-names no name of the estate reaches any output, wherever it stands in the input, and no figure changes.</summary>
public sealed class MaskedNamesTests : IDisposable
{
    /// <summary>Every name that no output may have; "Total", "a" and "12" are words and numbers of the report itself.</summary>
    private static readonly string[] Names =
    [
        "zebra-sql", "zebra web", "Müller & Söhne", "quagga\"7", "okapi-01", "okapi-02", "okapi-03", "savanna.example", "Kudu Main", "Gnu Edge", "Eland Hall", "impala-ds", "giraffe",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_name_is_left_in_any_output_of_a_case_and_no_figure_changes()
    {
        var plain = Case("plain");
        var masked = Case("masked", "--mask-names", folder.At("keys", "key.csv"));

        Assert.True(plain.ExitCode == ExitCode.MachineCannot, plain.Error); // No PDF.
        Assert.True(masked.ExitCode == ExitCode.MachineCannot, masked.Error);
        string[] outputs = [masked.Out, masked.Error, File.ReadAllText(folder.At("masked", "report.html")), File.ReadAllText(folder.At("masked", "result.json"))];
        Assert.All(outputs, NamesNobody);
        Assert.Equal(Figures("plain"), Figures("masked"));
        Assert.Contains("vm-0001", outputs[2] + outputs[3], StringComparison.Ordinal);
        var key = File.ReadAllText(folder.At("keys", "key.csv"));
        Assert.All(Names, name => Assert.Contains(name.Replace("\"", "\"\"", StringComparison.Ordinal), key, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(folder.At("masked")), file => file.EndsWith(".csv", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("keys", "key.csv")));
        }
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--explain")]
    public void No_name_is_left_in_what_inspect_prints(params string[] options)
    {
        var run = Run.Of(["inspect", Workbook(), "--mask-names", folder.At("key.csv"), .. options]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        NamesNobody(run.Out);
        NamesNobody(run.Error);
        Assert.Contains("cluster-02", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_refused_in_the_folder_of_the_output_and_in_the_place_of_another_file()
    {
        var workbook = Workbook();
        Directory.CreateDirectory(folder.At("out"));

        Assert.Equal(ExitCode.YourInput, Run.Of("case", folder.At("none.yaml"), "--out", folder.At("out"), "--mask-names", folder.At("out", "sub", "key.csv")).ExitCode);
        Assert.Equal(ExitCode.YourInput, Run.Of("inspect", workbook, "--mask-names", workbook).ExitCode);
        Assert.Equal(ExitCode.YourInput, Run.Of("inspect", workbook, "--mask-names", "/dev/stdout").ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("out")));
    }

    [Fact]
    public void Of_an_input_that_cannot_be_read_no_word_is_told()
    {
        var absent = Run.Of("inspect", folder.At("zebra-sql.xlsx"), "--mask-names", folder.At("key.csv"));
        var broken = Run.Of("case", folder.Write("zebra-sql.yaml", "title: zebra-sql\ninventory: okapi-01.xlsx\nbaseline: Kudu Main\n"), "--mask-names", folder.At("key.csv"));

        Assert.Equal([ExitCode.YourInput, ExitCode.YourInput], [absent.ExitCode, broken.ExitCode]);
        Assert.All([absent.Out, absent.Error, broken.Out, broken.Error], NamesNobody);
        Assert.Contains("error: ", broken.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("key.csv")));
    }

    private static void NamesNobody(string text) => Assert.All(Names, name => Assert.All(
        [name, name.Replace("&", "&amp;", StringComparison.Ordinal), name.Replace("\"", "&quot;", StringComparison.Ordinal), name.Replace("\"", "\\\"", StringComparison.Ordinal)],
        written => Assert.DoesNotContain(written, text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Of each option its hosts, those bought and the total.</summary>
    private string Figures(string run)
    {
        using var result = JsonDocument.Parse(File.ReadAllText(folder.At(run, "result.json")));
        return string.Join('\n', result.RootElement.GetProperty("options").EnumerateArray().Select(option =>
            $"{option.GetProperty("id")} {option.GetProperty("hosts").GetProperty("used")} {option.GetProperty("hosts").GetProperty("bought")} {option.GetProperty("total")}"));
    }

    /// <summary>A case whose title, file, rules and settings name what the estate has.</summary>
    private Run Case(string run, params string[] options)
    {
        var made = Run.Of("new", folder.At(run + "-scenario"), "--inventory", Workbook(), "--as-of", Answered.AsOf);
        Assert.True(made.ExitCode == 0, made.Error);
        var written = Assert.Single(Directory.GetFiles(folder.At(run + "-scenario"), "*.yaml"));
        var text = string.Join('\n', File.ReadAllLines(written).Select(line => line.StartsWith("title:", StringComparison.Ordinal) ? "title: What zebra-sql and Kudu Main cost" : line));
        Assert.DoesNotContain("\nplacement:", text, StringComparison.Ordinal);
        var scenario = folder.Write(
            "zebra-sql.yaml",
            text.Replace("inventory: \"../", "inventory: \"", StringComparison.Ordinal) + """

            leave_out: [giraffe]
            placement:
              rules:
                - {name: the zebra web, keep_apart: ["zebra*", "Müller*"], at_most: 2}
                - {vms: ["quagga*"], run_on: [okapi-01.savanna.example, "okapi-02*"]}

            """);
        return Run.Of(["case", scenario, "--out", folder.At(run), "--browser", folder.At("no-such-browser"), "--json", .. options]);
    }

    /// <summary>Two clusters and a host alone; VMs whose names are words, and VMs whose other texts have names.</summary>
    private string Workbook()
    {
        string[] names = ["zebra-sql", "zebra web", "Müller & Söhne", "quagga\"7", "Total", "a", "12", "vm-0003", "giraffe", "zebra-sql"];
        var path = folder.At("Kudu Main okapi-01.xlsx");
        using var stream = File.Create(path);
        WorkbookWriter.Write(
            stream,
            [
                SmallEstate.Info(
                [
                    .. names.Select((name, at) => On(SmallEstate.Vm(name, at + 1), at).But("Annotation", $"beside zebra-sql on okapi-01\nKudu Main")),
                    On(SmallEstate.Vm("quagga\"7 of zebra-sql", 50, cpus: "zebra-sql"), 0), // Set aside, with a finding that says why.
                ]),
                Sheet.Of("vHost", SmallEstate.HostHeaders, Host("okapi-01.savanna.example", "Kudu Main"), Host("okapi-02.savanna.example", "Kudu Main"), Host("okapi-03.savanna.example", "Gnu Edge")),
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

        static object?[] Host(string name, string cluster) =>
            [name, "Eland Hall", cluster, "False", "Intel(R) Xeon(R) Gold 6326 CPU @ 2.90GHz", "True", 2, 16, 32, 524_288, "00000", "VMware ESXi 8.0.3", "Dell Inc.", "PowerEdge zebra-sql", "S1", "T1"];
    }
}
