using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>Break-evens from the command line, on the small case whose figures are reckoned beside it.</summary>
public sealed class BreakEvenTests : IDisposable
{
    private static readonly string Small = Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Cases", "breakeven", "scenario.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Did you mean \"growth\"?", "--key", "grwth")]
    [InlineData("Did you mean \"discount.broadcom\"?", "--key", "discount.brodcom=0..0.5")]
    [InlineData("goes from the lower to the higher value", "--key", "growth=0.5..0.1")]
    [InlineData("growth can only be from -0.5 to 1", "--key", "growth=-2..0")]
    [InlineData("write it as key=from..to", "--key", "growth=0.1")]
    [InlineData("write it as key=from..to", "--key", "growth=0..0.1..0.05")]
    [InlineData("only a whole number means something", "--key", "failover=0..1.5")]
    [InlineData("new_host is no number", "--key", "new_host")]
    [InlineData("quote.xenserver-8-premium has no usual range", "--key", "quote.xenserver-8-premium")]
    [InlineData("growth is given twice", "--key", "growth", "--key", "growth=0..0.1")]
    [InlineData("growth is given twice", "--map", "growth", "growth")]
    [InlineData("Did you mean \"growth\"?", "--map", "failover", "grwth")]
    [InlineData("\"nothing\"; the scenario has today, stay, leave, xen", "--option", "nothing")]
    [InlineData("one option has nobody to break even with", "--option", "stay")]
    [InlineData("--map", "--map", "growth")]
    public void A_question_that_means_nothing_is_refused(string words, params string[] question)
    {
        var run = Run.Of(["breakeven", Small, .. question]);
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_those_of_every_report_are_looked_at()
    {
        var run = Run.Of("breakeven", Small, "--json", "--data", Repository.Data);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("costplanner/breakeven/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            ["quote.vmware-vvf-3y", "migration-per-vm", "discount.broadcom", "growth"], json.RootElement.GetProperty("breakEvens").EnumerateArray().Select(each => each.GetProperty("key").GetString()));
        Assert.True(json.RootElement.IsNull("map"));
    }

    // Both are licensed by the socket and by the year, and moved alike: they break even at an offer of the 504 that Proxmox VE costs.
    [Fact]
    public void An_offer_that_fills_a_hole_brings_its_option_into_the_pairs()
    {
        var run = Run.Of("breakeven", Small, "--key", "quote.xenserver-8-premium=100..1000", "--option", "xen", "--option", "leave");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("none now", run.Out, StringComparison.Ordinal);
        Assert.Contains("at 504", run.Out, StringComparison.Ordinal);
        Assert.Contains("below it xen is the cheaper, above it leave", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", run.Out, StringComparison.Ordinal);
    }

    // Four hosts: two may go while one of the two that are left may fail; with three gone nothing is survived.
    [Fact]
    public void Values_without_an_answer_are_counted()
    {
        var run = Run.Of("breakeven", Small, "--key", "hosts-removed=0..4", "--option", "stay", "--option", "leave");
        Assert.Contains("no answer at 2 of 5 values looked at", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overcommit-cap")]
    [InlineData("vms-per-host=1..20")]
    [InlineData("copies.vm01")]
    [InlineData("tax_rate")]
    [InlineData("leave.cpu-target")]
    public void A_key_without_a_value_now_or_of_whole_numbers_is_looked_at_all_the_same(string key)
    {
        var run = Run.Of("breakeven", Small, "--key", key);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("stay and leave", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_the_map_and_every_pair()
    {
        var run = Run.Of("breakeven", Small, "--key", "growth", "--option", "all", "--map", "failover", "migration-per-vm", "--html", folder.At("page.html"));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var page = File.ReadAllText(folder.At("page.html"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("Where the winner changes", page, StringComparison.Ordinal);
        Assert.Contains("Xen, XenServer 8 Premium is left out of growth, failover and migration-per-vm: it lacks a price", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_it_with_130()
    {
        using var calledOff = new CancellationTokenSource();
        calledOff.Cancel();
        using var output = new StringWriter();
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(["breakeven", Small], new Terminal(output, TextWriter.Null, false, calledOff.Token)));
        Assert.Equal("", output.ToString());
    }
}
