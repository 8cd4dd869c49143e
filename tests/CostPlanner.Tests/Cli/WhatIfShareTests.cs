using CostPlanner.Cli;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>Shares of a sweep are joined only when the same build worked them out from the same files, and nobody changed them since.</summary>
public sealed class WhatIfShareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string scenario;

    public WhatIfShareTests()
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib,cluster\nvm-1,2,4096,C\nvm-2,2,4096,C\n");
        folder.Write("hosts.csv", "name,cluster,sockets,cores,threads,memory_mib\nh1,C,2,32,64,262144\nh2,C,2,32,64,262144\n");
        scenario = folder.Write(
            "small.yaml", "title: Small\nas_of: 2026-10-01\ncurrency: EUR\nhorizon_years: 1\ninventory: .\nfailover: 1\nbaseline: kvm\noptions:\n  - {id: kvm, name: KVM, platform: kvm, licences: [kvm-plain], hosts: reuse}\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shares_of_one_build_and_the_same_files_are_joined()
    {
        Share(1);
        Share(2);

        var run = Merge();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Null(SweepFile.Read(folder.At("merged")).Value!.Seal);
    }

    [Theory]
    [InlineData("small.yaml", "scenario")]
    [InlineData("vms.csv", "inventory/vms.csv")]
    [InlineData("hosts.csv", "inventory/hosts.csv")]
    public void A_share_of_another_file_is_refused_and_the_file_is_named(string file, string named)
    {
        // A comment, or a blank line: the figures stay as they are, and so does all that the shares say of their scenario.
        Share(1);
        File.AppendAllText(folder.At(file), file == "small.yaml" ? "# another\n" : "\n");
        Share(2);

        Refused(Merge(), "2 was worked out from other inputs than ", named, "differ");
    }

    [Fact]
    public void A_share_of_another_scenario_that_calls_itself_the_same_is_refused()
    {
        Share(1);
        File.AppendAllText(scenario, "assumptions:\n  electricity: 0.9\n");
        Share(2);

        Refused(Merge(), "scenario differ");
    }

    [Fact]
    public void A_share_of_another_build_is_refused()
    {
        Share(1);
        Share(2);
        var second = SweepFile.Read(folder.At("2")).Value!;
        File.WriteAllText(folder.At("2"), SweepJson.Render(second with { Seal = second.Seal! with { Program = "another", Figures = "" } }));

        Refused(Merge(), "another build of the program");
    }

    [Theory]
    [InlineData("\"figures\": [[", "\"figures\": [[1")]
    [InlineData("\"title\": \"Small\"", "\"title\": \"Tall\"")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0")]
    [InlineData("\"program\": \"", "\"program\": \"0")]
    public void A_share_that_was_changed_after_it_was_written_is_refused(string was, string now)
    {
        Share(1);
        Share(2);
        var text = File.ReadAllText(folder.At("2"));
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(folder.At("2"), text.Replace(was, now, StringComparison.Ordinal));

        Refused(Merge(), "2 was changed after it was written");
    }

    [Fact]
    public void A_share_without_a_fingerprint_is_refused_and_to_be_run_again()
    {
        Share(1);
        Share(2);
        File.WriteAllText(folder.At("1"), SweepJson.Render(SweepFile.Read(folder.At("1")).Value! with { Seal = null }));

        Refused(Merge(), "1 has no fingerprint", "run that share again");
    }

    private void Share(int number) => Assert.Equal(
        ExitCode.Done, Run.Of("whatif", scenario, "--sweep", "horizon_years=1,2", "--shard", $"{number}/2", "--out", folder.At($"{number}")).ExitCode);

    private Run Merge() => Run.Of("whatif", "--merge", folder.At("1"), folder.At("2"), "--out", folder.At("merged"));

    private void Refused(Run run, params string[] words)
    {
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.All(words, word => Assert.Contains(word, run.Error, StringComparison.Ordinal));
        Assert.False(File.Exists(folder.At("merged")));
    }
}
