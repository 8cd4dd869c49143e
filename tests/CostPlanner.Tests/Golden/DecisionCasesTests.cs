using System.Globalization;
using System.Text;
using System.Text.Json;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// Whole decisions. Each folder of Decisions holds scenarios with their estate, what the program decides of each (beside it, as .txt: what options come to and
/// by which lines, the verdict, the price at which it turns, the days), and a README that reckons the figures by hand. COSTPLANNER_WRITE_GOLDEN=1 writes what is
/// decided anew; the diff is part of the review.
/// </summary>
public sealed class DecisionCasesTests
{
    private static readonly string Decisions = Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Decisions");

    public static TheoryData<string, string> Scenarios
    {
        get
        {
            var found = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Decisions, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                found.Add(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file));
            }

            return found;
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_case_is_decided_as_its_figures_say(string folder, string scenario)
    {
        var (expected, decided) = (Path.Combine(Decisions, folder, scenario + ".txt"), Told(Decided(folder, scenario)));
        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(expected, decided);
        }

        Assert.Equal(File.ReadAllText(expected), decided);
    }

    [Fact]
    public void Each_decision_reckons_its_figures_by_hand() =>
        Assert.All(Directory.GetDirectories(Decisions), folder => Assert.True(File.Exists(Path.Combine(folder, "README.md"))));

    // 33 hosts x 2 sockets x max(14, 16) = 1,056 cores x 400 x 3 years = 1,267,200. Leaving: 677,345 for the move + 4 servers x 18,000 = 72,000
    // + 30 nodes x (3,000 + 2,200) x 3 years = 468,000, together 1,217,345. Saved: 49,855 of 1,267,200 = 3.93 %.
    [Fact]
    public void Red_Hats_published_comparison_comes_to_its_own_figures()
    {
        var result = Decided("red-hat", "scenario");
        Assert.Equal(1_267_200, Total(result, "vcf"));
        Assert.Equal(1_056, Line(result, "vcf", "vmware-vcf-rh-tco").GetProperty("quantity").GetDecimal());
        Assert.Equal(677_345, Amount(result, "migration-lump-sum"));
        Assert.Equal(72_000, Amount(result, "swing-servers"));
        Assert.Equal(30 * 3_000 * 3, Amount(result, "openshift-virtualization-engine"));
        Assert.Equal(30 * 2_200 * 3, Amount(result, "acm-virtualization"));
        Assert.Equal(1_217_345, Total(result, "openshift"));
        Assert.Equal(0.0393m, decimal.Round(Saving(result) / Total(result, "vcf"), 4));
    }

    // The same, and VCF cannot be switched off on the first day: a year of it, the shortest that is sold, is 1,056 x 400 = 422,400.
    // 1,267,200 - (1,217,345 + 422,400) = -372,545, and -372,545 / 1,267,200 = -29.4 %.
    [Fact]
    public void With_a_year_of_the_platform_of_today_it_turns_into_a_loss()
    {
        var result = Decided("red-hat", "renewed");
        Assert.Equal(422_400, Amount(result, "parallel-vmware-vcf-rh-tco"));
        Assert.Equal(1_217_345 + 422_400, Total(result, "openshift"));
        Assert.Equal(-0.294m, decimal.Round(Saving(result) / Total(result, "vcf"), 3));
    }

    private static decimal Saving(JsonElement result) => result.GetProperty("decision").GetProperty("saving").GetDecimal();

    private static decimal Total(JsonElement result, string option) => Option(result, option).GetProperty("total").GetDecimal();

    private static decimal Amount(JsonElement result, string line) => Line(result, "openshift", line).GetProperty("amount").GetDecimal();

    private static JsonElement Option(JsonElement result, string id) =>
        result.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("id").GetString() == id);

    private static JsonElement Line(JsonElement result, string option, string id) =>
        Option(result, option).GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("id").GetString() == id);

    private static JsonElement Decided(string folder, string scenario)
    {
        using var reports = new TemporaryFolder();
        var file = Path.Combine(Decisions, folder, scenario + ".yaml");
        var run = Run.Of(
            "case", file, "--data", Repository.Data, "--out", reports.At("out"), "--browser", reports.At("no-such-browser"), "--json", "--trials", "0");
        using var result = JsonDocument.Parse(run.Out);
        return result.RootElement.Clone();
    }

    /// <summary>What matters of a result: lines that cost nothing are left out.</summary>
    private static string Told(JsonElement result)
    {
        var text = new StringBuilder();
        foreach (var option in result.GetProperty("options").EnumerateArray())
        {
            var (id, hosts, total) = (option.GetProperty("id"), option.GetProperty("hosts").GetProperty("used"), option.GetProperty("total").GetDecimal());
            var ranked = option.GetProperty("ranked").GetBoolean() ? "" : ", not ranked";
            Add($"{id}: {hosts} hosts, {total:#,0.##}{ranked}");
            foreach (var line in option.GetProperty("lines").EnumerateArray())
            {
                var amount = line.GetProperty("amount") is { ValueKind: JsonValueKind.Number } known ? known.GetDecimal() : (decimal?)null;
                if (amount != 0)
                {
                    var told = amount?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "no amount";
                    Add($"  {line.GetProperty("id")}: {line.GetProperty("quantity").GetDecimal():#,0.##}, {told}");
                }
            }
        }

        var decision = result.GetProperty("decision");
        Add($"{decision.GetProperty("verdict")}: {decision.GetProperty("words")}");
        foreach (var price in decision.GetProperty("walkAway").EnumerateArray())
        {
            Add($"{price.GetProperty("product")}: {price.GetProperty("paid")} paid, turns at {price.GetProperty("atPoint")} {price.GetProperty("unit")}");
        }

        Add($"{decision.GetProperty("decideBy").GetProperty("text")}");
        foreach (var step in decision.GetProperty("steps").EnumerateArray())
        {
            Add($"{step.GetProperty("by")} {step.GetProperty("step")}");
        }

        return text.ToString();

        void Add(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
    }
}
