using CostPlanner.Benchmarking.Files;
using CostPlanner.Cli;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>What bench run refuses before it looks at the host.</summary>
public sealed class BenchRunOptionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("admin@loaner")]
    public void A_record_that_is_there_is_not_replaced(string? host)
    {
        var path = MeasurementRecord.Write(SampleRuns.Valid, folder.Root, Sentences.Of);
        var before = File.ReadAllText(path);
        var run = Run.Of(["bench", "run", "--self-test", "--id", "run-1", "--out", folder.Root, .. host is null ? Array.Empty<string>() : ["--host", host]]);
        Assert.Equal((ExitCode.YourInput, $"error: {path} is there: give another --id, or go on with that run by --resume {path}"), (run.ExitCode, run.Error.Trim()));
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_on_another_host_is_named_from_its_root()
    {
        var run = Run.Of("bench", "run", "--host", "admin@loaner", "--storage", "disks", "--out", folder.Root);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.StartsWith("error: --storage \"disks\" is a folder on the other host: give its whole path, from /", run.Error, StringComparison.Ordinal);
    }
}
