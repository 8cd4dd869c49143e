using System.Diagnostics;
using CostPlanner.Cli;
using CostPlanner.Reporting.Pdf;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>The main job from the command line.</summary>
[Slow]
public sealed class CaseTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_browser_page_and_result_are_written_and_the_command_that_installs_one_is_named()
    {
        var run = Run.Of("case", Demo, "--out", folder.At("out"), "--browser", folder.At("no-such-browser"), "--trials", "0");
        Assert.Equal(ExitCode.MachineCannot, run.ExitCode);
        Assert.Contains(PdfOutcome.InstallCommand, run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("out", "report.html")));
        Assert.True(File.Exists(folder.At("out", "result.json")));
        Assert.False(File.Exists(folder.At("out", "report.pdf")));
    }

    /// <summary>In an environment where an unguarded 1.5 prints as 1,5, on one processor, and from another working directory.</summary>
    [Fact]
    public void The_result_is_the_same_byte_for_byte_in_a_German_environment_with_one_thread()
    {
        var here = Process("here", []);
        Assert.SkipWhen(here.Error.Contains("ICU", StringComparison.Ordinal), "no ICU library is installed");
        var there = Process("there", [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"), ("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("DOTNET_PROCESSOR_COUNT", "1")]);
        Assert.SkipWhen(there.Error.Contains("ICU", StringComparison.Ordinal), "no ICU library is installed");
        Assert.Equal(here.Out, there.Out);
        foreach (var file in new[] { "result.json", "report.html" })
        {
            Assert.Equal(File.ReadAllBytes(folder.At("here", file)), File.ReadAllBytes(folder.At("there", file)));
        }
    }

    [Theory]
    [InlineData("migration-planner-example", "example1.xlsx")]
    [InlineData("synthetic", "RVTools_export_all_SYNTHETIC_4.7.1.4.xlsx")]
    [InlineData("rvtools-thin", "rvtools-small-complete.xlsx")]
    [InlineData("synthetic", "LiveOptics_VMWARE_SYNTHETIC.xlsx")]
    [InlineData("synthetic", "NutanixCollector_SYNTHETIC.xlsx")]
    public void A_new_scenario_for_a_real_export_runs_unedited(string sample, string file)
    {
        Assert.Equal(ExitCode.Done, Run.Of("new", folder.At("mine"), "--inventory", Repository.Shared("samples", sample, file), "--as-of", "2026-10-01").ExitCode);
        var scenario = Assert.Single(Directory.GetFiles(folder.At("mine"), "*.yaml"));
        var run = Run.Of("case", scenario, "--out", folder.At("out"), "--browser", folder.At("no-such-browser"), "--trials", "0");
        Assert.Equal(ExitCode.MachineCannot, run.ExitCode);
        Assert.True(File.Exists(folder.At("out", "report.html")));
        Assert.Contains("baseline", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_scenario_without_an_inventory_brings_the_demo_company_along()
    {
        Assert.Equal(ExitCode.Done, Run.Of("new", folder.At("mine"), "--as-of", "2026-10-01").ExitCode);
        Assert.True(File.Exists(folder.At("mine", "demo-company.xlsx")));
        var run = Run.Of("case", folder.At("mine", "demo-company.yaml"), "--out", folder.At("out"), "--browser", folder.At("none"), "--json", "--trials", "0");
        Assert.Contains("\"schema\": \"costplanner/result/2\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_is_called_off_ends_with_130_and_writes_nothing()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var calledOff = new Terminal(output, error, false, new CancellationToken(canceled: true));
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(["case", Demo, "--out", folder.At("out")], calledOff));
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public void A_new_scenario_never_overwrites_one()
    {
        Run.Of("new", folder.At("mine"));
        var run = Run.Of("new", folder.At("mine"));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("already exists", run.Error, StringComparison.Ordinal);
    }

    // Without a browser the exit code would be the machine's.
    [Fact]
    [Needs(Tool.Chromium)]
    public void A_VM_that_fits_nowhere_is_named_with_what_stops_it_and_the_report_is_written_all_the_same()
    {
        var scenario = File.ReadAllText(Demo)
            .Replace("../inventories", Path.Combine(Repository.Data, "inventories"), StringComparison.Ordinal)
            .Replace("# assumptions:\n#   cpu-overcommit: 5\n#   growth: 0.05", "assumptions:\n  growth: 1", StringComparison.Ordinal);
        var run = Run.Of("case", folder.Write("grown.yaml", scenario), "--out", folder.At("out"), "--browser", RealBrowser.OrSkip(), "--trials", "0");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("fits nowhere", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("out", "report.html")));
    }

    private Run Process(string name, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { typeof(ExitCode).Assembly.Location, "case", Demo, "--out", name, "--json", "--browser", "none", "--trials", "0" })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }

    [Theory]
    [InlineData("--trials", "1.5", "Cannot parse argument '1.5' for option '--trials': a whole number is expected")]
    [InlineData("--trials", "-1", "--trials is 0 to 1000000")]
    [InlineData("--seed", "x", "Cannot parse argument 'x' for option '--seed': a whole number is expected")]
    public void An_option_that_is_no_number_is_refused_in_words(string option, string value, string words)
    {
        var run = Run.Of("case", "none.yaml", option, value);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.StartsWith($"error: {words}", run.Error, StringComparison.Ordinal);
    }
}
