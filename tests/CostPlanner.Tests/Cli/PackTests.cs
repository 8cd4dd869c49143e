using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

public sealed class PackTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_json_fields_that_scripts_depend_on()
    {
        var run = Run.Of("pack", folder.Write("a.vbp", "1\n10\n2\n6 1\n4 1\n"), "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var json = document.RootElement;
        Assert.Equal((1, 1, true), (json.GetProperty("bins").GetInt32(), json.GetProperty("lowerBound").GetInt32(), json.GetProperty("proven").GetBoolean()));
        Assert.Equal("bound", json.GetProperty("stoppedBy").GetString());
        Assert.True(json.GetProperty("seconds").GetDecimal() >= 0);
        Assert.False(json.TryGetProperty("cost", out _));
    }

    [Fact]
    public void The_plan_names_items_and_bins_by_number()
    {
        var plan = folder.At("plan.csv");
        Run.Of("pack", folder.Write("a.vbp", "1\n10\n2\n6 2\n4 1\n"), "--plan", plan);
        // Two bins: each of the copies 1 and 2 has its own, copy 3 shares one.
        var lines = File.ReadAllLines(plan);
        Assert.Equal("item,bin", lines[0]);
        Assert.Equal(["1", "2", "3"], lines[1..].Select(line => line.Split(',')[0]));
        Assert.Equal(["1", "2"], lines[1..].Select(line => line.Split(',')[1]).Distinct().Order());
    }

    [Fact]
    public void An_item_too_large_and_a_limit_of_nothing_are_the_users_input()
    {
        var run = Run.Of("pack", folder.Write("a.vbp", "1\n10\n1\n11 1\n"));
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains("the bin holds 10", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.YourInput, Run.Of("pack", folder.At("a.vbp"), "--time-limit", "0").ExitCode);
    }
}
