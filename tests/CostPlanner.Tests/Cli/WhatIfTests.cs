using System.Text.Json;
using CostPlanner.Cases.Keys;
using CostPlanner.Cli;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>What-if questions from the command line, on the demo company.</summary>
[Slow]
public sealed class WhatIfTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("grwth=0.1", "Did you mean \"growth\"?")]
    [InlineData("discount.brodcom=0.1", "Did you mean \"discount.broadcom\"?")]
    [InlineData("proxmox.migration-per-v=1", "Did you mean \"proxmox.migration-per-vm\"?")]
    [InlineData("failover=3", "which is not from 0 to 2")]
    [InlineData("failover=1.5", "only a whole number")]
    [InlineData("growth=much", "is not a number")]
    [InlineData("new_host=none", "of new_host; it takes")]
    [InlineData("sizing=p95", "names no usage")]
    [InlineData("growth", "write it as key=value")]
    public void A_change_that_means_nothing_is_refused(string set, string words)
    {
        var run = Run.Of("whatif", Demo, "--set", set);
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    // Three shares of 2 x 3 points, joined in any order; one given twice does no harm, one left out is told.
    [Fact]
    public void Shares_join_to_the_bytes_of_one_machine()
    {
        string[] question = ["whatif", Demo, "--sweep", "failover=1,2", "--sweep", "proxmox.migration-per-vm=500..1500..500"];
        Assert.Equal(ExitCode.Done, Run.Of([.. question, "--out", folder.At("whole.json")]).ExitCode);
        foreach (var share in new[] { "1", "2", "3" })
        {
            Assert.Equal(ExitCode.Done, Run.Of([.. question, "--shard", share + "/3", "--out", folder.At(share)]).ExitCode);
        }

        Assert.Equal(ExitCode.Done, Run.Of("whatif", "--merge", folder.At("3"), folder.At("1"), folder.At("2"), folder.At("2"), "--out", folder.At("merged.json"), "--html", folder.At("page.html")).ExitCode);
        Assert.Equal(File.ReadAllBytes(folder.At("whole.json")), File.ReadAllBytes(folder.At("merged.json")));
        Assert.Contains("<svg", File.ReadAllText(folder.At("page.html")), StringComparison.Ordinal);

        var run = Run.Of("whatif", "--merge", folder.At("1"), folder.At("3"));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("2 of 6 points are missing: 2, 5", run.Error, StringComparison.Ordinal);
    }

    // Each value alone means something; 2 to the 30th times the demand does not.
    [Fact]
    public void A_point_whose_values_cannot_be_together_is_refused_before_any_work()
    {
        var run = Run.Of("whatif", Demo, "--sweep", "growth=0.1,1", "--sweep", "horizon_years=3,30");
        Assert.Equal((ExitCode.YourInput, "error: the growth over 30 years multiplies the demand by more than 1000"), (run.ExitCode, run.Error.Trim()));
    }

    // XenServer has no price: what is known of its costs is a lower bound, and once there is an offer the two cannot be subtracted.
    [Fact]
    public void What_lacks_a_price_costs_at_least_so_much()
    {
        var line = Assert.Single(
            Run.Of("whatif", Demo, "--set", "quote.xenserver-8-premium=500").Out.Split('\n'),
            each => each.StartsWith("Xen, XenServer 8 Premium", StringComparison.Ordinal) && each.Contains("Total over the horizon", StringComparison.Ordinal));
        Assert.Matches("EUR +at least 1,918,738 +[0-9],[0-9]{3},[0-9]{3} *$", line.TrimEnd());
        Assert.Matches("Xen, XenServer 8 Premium +Total over the horizon +EUR +at least [0-9,]+ +at least [0-9,]+ +[+−][0-9,]+", Run.Of("whatif", Demo, "--set", "electricity=0.3").Out);
    }

    // Its licences alone lack a price: nothing is known of them, the total is a lower bound, and what its electricity costs is exact.
    [Fact]
    public void What_lacks_a_price_is_exact_where_the_price_has_no_part()
    {
        using var json = JsonDocument.Parse(Run.Of("whatif", Demo, "--set", "electricity=0.3", "--json").Out);
        var changed = json.RootElement.GetProperty("cases")[1].GetProperty("figures").EnumerateArray().Where(each => each.GetProperty("option").GetString() == "xenserver").ToDictionary(each => each.GetProperty("measure").GetString()!);

        Assert.True(changed["cost.platform-licences"].IsNull("value"));
        Assert.True(changed["total"].GetProperty("valueAtLeast").GetBoolean() && changed["present"].GetProperty("firstAtLeast").GetBoolean());
        Assert.Equal(["total", "present"], changed.Where(each => each.Value.GetProperty("valueAtLeast").GetBoolean()).Select(each => each.Key));
        Assert.True(changed["cost.energy"].GetProperty("difference").GetDecimal() > 0);
        Assert.Matches("Xen, XenServer 8 Premium +Energy +EUR +[0-9,]+ +[0-9,]+ +[+][0-9,]+", Run.Of("whatif", Demo, "--set", "electricity=0.3").Out);
    }

    // 20 vCPUs need one host and a spare one; with one removed nothing of what is left may fail, and no new_host is named. That is an answer, and it is told why.
    [Fact]
    public void What_does_not_hold_any_more_is_told_with_the_reason()
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib,cluster\n" + string.Concat(Enumerable.Range(1, 10).Select(number => $"vm-{number},2,4096,C\n")));
        folder.Write("hosts.csv", "name,cluster,sockets,cores,threads,memory_mib\nh1,C,2,32,64,262144\nh2,C,2,32,64,262144\n");
        var scenario = folder.Write("small.yaml", "title: Small\nas_of: 2026-10-01\ncurrency: EUR\nhorizon_years: 1\ninventory: .\nfailover: 1\ngreenfield: true\nbaseline: kvm\noptions:\n  - {id: kvm, name: KVM, platform: kvm, licences: [kvm-plain], hosts: reuse}\n");

        var run = Run.Of("whatif", scenario, "--set", "hosts-removed=1");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("The options are not ranked.", run.Error, StringComparison.Ordinal);
        Assert.Matches("Every VM placed, and failures survived +1: yes +1 +0 +−1", run.Out);
        Assert.Matches("Total over the horizon +EUR +[0-9,]+ +at least [0-9,]+ *\r?\n", run.Out);
    }

    [Fact]
    public void A_sweep_over_words_names_them()
    {
        var run = Run.Of("whatif", Demo, "--sweep", "hosts.vvf=reuse,keep-all", "--html", folder.At("page.html"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("hosts.vvf reuse, keep-all", File.ReadAllText(folder.At("page.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: no share\n", ", row 1", "not valid JSON")]
    [InlineData("{\"schema\": \"costplanner/sweep/1\"}", "", "it lacks something that every share has")]
    [InlineData("[]", "", "it lacks something that every share has")]
    public void A_file_that_is_no_share_is_refused_in_few_words(string text, string row, string words)
    {
        var run = Run.Of("whatif", "--merge", folder.Write("share.json", text));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.StartsWith($"error: share.json{row}: This is not a sweep or a share of one: {words}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("growth", "0.1")]
    [InlineData("proxmox.migration-per-vm", "500")]
    [InlineData("price.vmware-vcf-3y", "1")]
    [InlineData("discount.broadcom", "0.3")]
    [InlineData("quote.xenserver-8-premium", "750")]
    [InlineData("failover", "2")]
    [InlineData("horizon_years", "3")]
    [InlineData("hosts.proxmox", "refresh")]
    [InlineData("within", "estate")]
    public void A_key_has_the_value_that_it_was_set_to(string name, string value)
    {
        var inputs = CaseFiles.Read(Demo, Repository.Data).Value!;
        var key = CaseKeys.Find(inputs, name)!;
        Assert.Equal(value, key.Now(key.Change(inputs, value)));
    }

    [Fact]
    public void A_price_is_multiplied_in_the_book_and_in_quotes()
    {
        var inputs = CaseFiles.Read(Demo, Repository.Data).Value!;
        inputs = KeyText.Apply(inputs, [new KeyValue("quote.vmware-vcf-3y", "100"), new KeyValue("price.vmware-vcf-3y", "1.5")]);
        Assert.Equal(150m, Assert.Single(inputs.Scenario.Quotes).Price.Amount);
        var before = CaseFiles.Read(Demo, Repository.Data).Value!.Prices.Find("vmware-vcf-3y", inputs.Scenario.AsOf)!.Price!.Value;
        Assert.Equal(before * 1.5m, inputs.Prices.Find("vmware-vcf-3y", inputs.Scenario.AsOf)!.Price);
    }

    [Theory]
    [InlineData("uncertainty:\n  ranges:\n    growht: {low: 0, likely: 0, high: 0.1}\n", "Did you mean \"growth\"?")]
    [InlineData("uncertainty:\n  ranges:\n    growth: {low: 0.2, likely: 0, high: 0.1}\n", "are not in order")]
    [InlineData("uncertainty:\n  ranges:\n    growth: {low: -1, likely: 0, high: 0.1}\n", "it can only be from -0.5 to 1")]
    [InlineData("uncertainty:\n  ranges:\n    failover: {low: 0, likely: 1, high: 2}\n", "cannot be drawn from a range")]
    [InlineData("uncertainty:\n  correlations:\n    - {a: electricity, b: pue, rank: 2}\n", "is not from -1 to 1")]
    [InlineData("uncertainty:\n  correlations:\n    - {a: electricity, b: nonsense, rank: 0.5}\n", "\"nonsense\" has no range")]
    [InlineData("assumptions:\n  growth: {low: 0, likely: 0.05, high: 0.1, shape: bell}\n", "\"bell\" is not allowed; use one of pert")]
    public void A_range_that_means_nothing_is_refused(string yaml, string words)
    {
        var text = File.ReadAllText(Demo).Replace("../inventories/", Path.Combine(Repository.Data, "inventories") + "/", StringComparison.Ordinal);
        var run = Run.Of("case", folder.Write("mine.yaml", text + "\n" + yaml), "--out", folder.At("out"), "--browser", "none");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
