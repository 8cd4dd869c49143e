using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Answers;

/// <summary>With --mask-names no name of the estate reaches any output, wherever it stands in the input, and no figure changes.</summary>
public sealed class MaskedNamesTests : IDisposable
{
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
        Assert.All(outputs, NamedEstate.IsNowhereIn);
        Assert.Equal(Figures("plain"), Figures("masked"));
        Assert.Contains("vm-0001", outputs[2] + outputs[3], StringComparison.Ordinal);
        var key = File.ReadAllText(folder.At("keys", "key.csv"));
        Assert.All(NamedEstate.Names, name => Assert.Contains(name.Replace("\"", "\"\"", StringComparison.Ordinal), key, StringComparison.Ordinal));
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
        var run = Run.Of(["inspect", NamedEstate.Workbook(folder), "--mask-names", folder.At("key.csv"), .. options]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        NamedEstate.IsNowhereIn(run.Out);
        NamedEstate.IsNowhereIn(run.Error);
        Assert.Contains("cluster-03", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_refused_in_the_folder_of_the_output_and_in_the_place_of_another_file()
    {
        var workbook = NamedEstate.Workbook(folder);
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
        Assert.All([absent.Out, absent.Error, broken.Out, broken.Error], NamedEstate.IsNowhereIn);
        Assert.Contains("error: ", broken.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("key.csv")));
    }

    /// <summary>Of each option its hosts, those bought and the total.</summary>
    private string Figures(string run)
    {
        using var result = JsonDocument.Parse(File.ReadAllText(folder.At(run, "result.json")));
        return string.Join('\n', result.RootElement.GetProperty("options").EnumerateArray().Select(option =>
            $"{option.GetProperty("id")} {option.GetProperty("hosts").GetProperty("used")} {option.GetProperty("hosts").GetProperty("bought")} {option.GetProperty("total")}"));
    }

    private Run Case(string run, params string[] options) =>
        Run.Of(["case", NamedEstate.Scenario(folder), "--out", folder.At(run), "--browser", folder.At("no-such-browser"), "--json", "--trials", "0", .. options]);
}
