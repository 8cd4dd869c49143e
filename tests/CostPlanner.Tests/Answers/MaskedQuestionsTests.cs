using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Answers;

/// <summary>whatif, breakeven and runway with --mask-names: keys are given with names, no output has one, and the figures are those without.</summary>
public sealed class MaskedQuestionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>"zebra web" keeps apart from its copies by the rule of "zebra*", so that three of them need hosts of their own; "Cluster", "Total" and "12" are words of the report.</summary>
    [Theory]
    [InlineData(new[] { "--set", "failover.Cluster=0", "--set", "copies.zebra web=3", "--set", "hosts-added.Gnu Edge=1" }, "failover.cluster-01")]
    [InlineData(new[] { "--set", "copies.Total=40", "--set", "copies.12=2", "--set", "hosts-removed.Kudu Main=1", "--set", "growth=0.2" }, "hosts-removed.cluster-03")]
    [InlineData(new[] { "--set", "lose-cluster=Gnu Edge" }, "cluster-02")]
    [InlineData(new[] { "--set", "lose-site=Total" }, "datacenter-02")]
    [InlineData(new[] { "--set", "consolidate=Kudu Main + Cluster" }, "cluster-03+cluster-01")]
    [InlineData(new[] { "--sweep", "lose-cluster=Gnu Edge,Cluster", "--sweep", "failover.Kudu Main=0..1" }, "failover.cluster-03")]
    [InlineData(new[] { "--sweep", "copies.Total=0,40", "--sweep", "consolidate=Kudu Main+Cluster,Gnu Edge+Kudu Main" }, "cluster-02+cluster-03")]
    public void Whatif_takes_keys_with_names_and_prints_ordinals(string[] keys, string printed)
    {
        var scenario = NamedEstate.Scenario(folder);
        var plain = Asked("whatif", scenario, "plain", ["out.json", "out.csv", "out.html"], [.. keys, "--json"]);
        var masked = Asked("whatif", scenario, "masked", ["out.json", "out.csv", "out.html"], [.. keys, "--json", "--mask-names", folder.At("key.csv")]);

        Assert.True(plain.ExitCode == ExitCode.Done, plain.Error);
        Told(masked, "masked", printed);
        Assert.Equal(Numbers(plain.Out), Numbers(masked.Out));
        Assert.Equal(Numbers(File.ReadAllText(folder.At("plain", "out.json"))), Numbers(File.ReadAllText(folder.At("masked", "out.json"))));
        Told(Asked("whatif", scenario, "printed", [], [.. keys, "--mask-names", folder.At("key.csv")]), "printed", "");
    }

    [Fact]
    public void Breakeven_takes_keys_with_names_and_prints_ordinals()
    {
        var scenario = NamedEstate.Scenario(folder);
        string[] keys = ["--key", "hosts-added.Cluster=0..3", "--key", "copies.Total=0..40", "--map", "hosts-removed.Kudu Main=0..1", "failover.Gnu Edge", "--option", "vvf", "--option", "vcf"];
        var plain = Asked("breakeven", scenario, "plain", ["out.csv", "out.html"], [.. keys, "--json"]);
        var masked = Asked("breakeven", scenario, "masked", ["out.csv", "out.html"], [.. keys, "--json", "--mask-names", folder.At("key.csv")]);

        Assert.True(plain.ExitCode == ExitCode.Done, plain.Error);
        Told(masked, "masked", "hosts-removed.cluster-03");
        Assert.Equal(Numbers(plain.Out), Numbers(masked.Out));
        Told(Asked("breakeven", scenario, "printed", [], [.. keys, "--mask-names", folder.At("key.csv")]), "printed", "failover.cluster-02");
    }

    /// <summary>Days of old have VMs that the estate has no more: left out by a pattern, or part of the platform by their name; neither may count for growth.</summary>
    [Fact]
    public void Runway_hides_the_names_of_snapshots_too()
    {
        var scenario = NamedEstate.Scenario(folder, "giraffe, \"gerenuk*\"");
        string[] days =
        [
            NamedEstate.Workbook(folder, "Kudu Main 2025-03-01.xlsx", "gerenuk-1", "gerenuk-2", "vCLS-5d8a0f3e-0a36-4c8b-9c6a-0d6b9f0c8a11"),
            NamedEstate.Workbook(folder, "okapi-02 2025-09-01.xlsx", "gerenuk-1", "bongo-1"),
            NamedEstate.Workbook(folder, "gerenuk-1 2026-03-01.xlsx", "bongo-1", "bongo-2"),
            NamedEstate.Workbook(folder, "giraffe 2026-09-01.xlsx", "bongo-1", "bongo-2", "bongo-3"),
        ];
        var plain = Asked("runway", scenario, "plain", ["out.html"], ["--snapshot", .. days, "--json"]);
        var masked = Asked("runway", scenario, "masked", ["out.html"], ["--snapshot", .. days, "--json", "--mask-names", folder.At("key.csv")]);

        Assert.True(plain.ExitCode == ExitCode.Done, plain.Error);
        Told(masked, "masked", "cluster-03", "gerenuk", "bongo", "vCLS-5d8a");
        Assert.Equal(Numbers(plain.Out), Numbers(masked.Out));
        // Of "Kudu Main": zebra-sql, Müller & Söhne, Total and 12, of 2 vCPUs each; what is left out and the vCLS VM do not count; one bongo more each day after.
        Assert.Equal("8,10,12,14", string.Join(',', Seen(masked.Out, "cluster-03")));
        Told(Asked("runway", scenario, "printed", [], ["--snapshot", .. days, "--mask-names", folder.At("key.csv")]), "printed", "cluster-01", "gerenuk", "bongo");
    }

    [Theory]
    [InlineData("--shard", "--sweep", "growth=0,0.1", "--shard", "1/2")]
    [InlineData("--shard", "--merge", "zebra-sql.json")]
    [InlineData("one scenario", "zebra-sql.yaml", "--set", "growth=0.1")]
    [InlineData("nothing to compare")]
    public void Whatif_refuses_in_words_what_does_not_go_with_masked_names(string words, params string[] asked)
    {
        var scenario = NamedEstate.Scenario(folder);
        string[] scenarios = asked is ["--merge", ..] ? [] : [scenario];

        var run = Run.Of(["whatif", .. scenarios, .. asked.Select(each => each == "zebra-sql.yaml" ? scenario : each), "--mask-names", folder.At("key.csv")]);

        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        NamedEstate.IsNowhereIn(run.Out + run.Error);
        Assert.False(File.Exists(folder.At("key.csv")));
    }

    [Theory]
    [InlineData("whatif", "--set", "failover.Kudu Mein=1")]
    [InlineData("whatif", "--set", "lose-cluster=Kudu Mein")]
    [InlineData("whatif", "--set", "lose-site=Kudu Mein")]
    [InlineData("whatif", "--sweep", "consolidate=Gnu Edge+Kudu Mein")]
    [InlineData("whatif", "--set", "copies.Kudu Mein=1")]
    [InlineData("whatif", "--set", "failover.cluster-01=1")] // An ordinal is no name.
    [InlineData("breakeven", "--key", "hosts-added.Kudu Mein")]
    public void A_name_that_the_estate_does_not_have_is_refused_and_not_repeated(string command, string option, string key)
    {
        var run = Asked(command, NamedEstate.Scenario(folder), "out", ["out.html"], [option, key, "--mask-names", folder.At("key.csv")]);

        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("nothing of that name", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Mein", run.Error, StringComparison.Ordinal);
        NamedEstate.IsNowhereIn(run.Out + run.Error);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public void A_key_that_no_case_has_still_gets_its_hint()
    {
        var run = Run.Of("whatif", NamedEstate.Scenario(folder), "--set", "grwth=0.1", "--mask-names", folder.At("key.csv"));

        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("Unknown key \"grwth\". Did you mean \"growth\"?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whatif", "--csv", "--set", "growth=0.1")]
    [InlineData("breakeven", "--html", "--key", "growth")]
    [InlineData("runway", "--html")]
    public void A_file_called_by_a_name_and_a_key_beside_the_answer_are_refused(string command, string file, params string[] asked)
    {
        var scenario = NamedEstate.Scenario(folder);
        Directory.CreateDirectory(folder.At("out"));

        var named = Run.Of([command, scenario, .. asked, file, folder.At("out", "of zebra-sql.txt"), "--mask-names", folder.At("key.csv")]);
        var beside = Run.Of([command, scenario, .. asked, file, folder.At("out", "answer.txt"), "--mask-names", folder.At("out", "key.csv")]);

        Assert.Equal([ExitCode.YourInput, ExitCode.YourInput], [named.ExitCode, beside.ExitCode]);
        Assert.Contains("choose another", named.Error, StringComparison.Ordinal);
        Assert.Contains("folder of the output", beside.Error, StringComparison.Ordinal);
        NamedEstate.IsNowhereIn(named.Out + named.Error + beside.Out + beside.Error);
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("out")));
    }

    [Theory]
    [InlineData("whatif", "--set", "failover.Kudu Main=1")]
    [InlineData("breakeven", "--key", "failover.Kudu Main")]
    [InlineData("runway", "--snapshot", "zebra-sql.xlsx")]
    public void Of_an_input_that_cannot_be_read_no_word_is_told(string command, params string[] asked)
    {
        var broken = Run.Of([command, folder.Write("zebra-sql.yaml", "title: zebra-sql\ninventory: okapi-01.xlsx\nbaseline: Kudu Main\n"), .. asked, "--mask-names", folder.At("key.csv")]);
        var snapshot = command == "runway" ? Run.Of([command, NamedEstate.Scenario(folder), .. asked, "--mask-names", folder.At("key.csv")]) : broken;

        Assert.Equal([ExitCode.YourInput, ExitCode.YourInput], [broken.ExitCode, snapshot.ExitCode]);
        NamedEstate.IsNowhereIn(broken.Out + broken.Error + snapshot.Out + snapshot.Error);
        Assert.Contains("error: ", snapshot.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("key.csv")));
    }

    /// <summary>The answer to a question, with those files in a folder of its own.</summary>
    private Run Asked(string command, string scenario, string run, string[] files, params string[] options) => Run.Of(
        [command, scenario, .. options, .. files.SelectMany(file => new[] { file.EndsWith(".json", StringComparison.Ordinal) ? "--out" : "--" + file.Split('.')[1], folder.At(run, file) })]);

    /// <summary>What was told has no name, and has what was printed in its place; only the key has names, and only its owner reads it.</summary>
    private void Told(Run run, string outputs, string printed, params string[] more)
    {
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        string[] files = Directory.Exists(folder.At(outputs)) ? Directory.GetFiles(folder.At(outputs)) : [];
        Assert.All([run.Out, run.Error, .. files.Select(File.ReadAllText), .. files], text =>
        {
            NamedEstate.IsNowhereIn(text);
            Assert.All(["copies.Total", "copies.12", "failover.Cluster", "added.Cluster", "lose-site=Total", "added to Cluster", "like Total", .. more],
                name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        });
        Assert.Contains(printed, run.Out, StringComparison.Ordinal);
        Assert.Contains("zebra-sql", File.ReadAllText(folder.At("key.csv")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("key.csv")));
        }
    }

    /// <summary>Every number of a result and where it stands.</summary>
    private static string Numbers(string json)
    {
        using var result = JsonDocument.Parse(json);
        return string.Join('\n', Of("", result.RootElement));

        static IEnumerable<string> Of(string at, JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(each => Of($"{at}.{each.Name}", each.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((each, index) => Of($"{at}[{index}]", each)),
            JsonValueKind.String => [],
            _ => [$"{at} {element.GetRawText()}"],
        };
    }

    private static IEnumerable<decimal> Seen(string json, string cluster)
    {
        using var result = JsonDocument.Parse(json);
        return [.. result.RootElement.GetProperty("clusters").EnumerateArray().Single(each => each.GetProperty("cluster").GetString() == cluster)
            .GetProperty("seen").EnumerateArray().Select(each => each.GetProperty("cpu").GetDecimal())];
    }
}
