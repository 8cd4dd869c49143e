using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Tests.Given;
using YamlDotNet.RepresentationModel;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>
/// The guide of scenarios has every key that the reader knows, and no other: its whole scenario is read, and a key that nobody knows is put into each of its mappings in turn, since
/// the finding about it names the keys that are known there.
/// </summary>
public sealed partial class ScenarioGuideTests : IDisposable
{
    private const string Unknown = "a_key_that_nobody_knows";

    /// <summary>Mappings whose keys are names of the user's own.</summary>
    private static readonly ImmutableArray<string> OwnNames = ["failover", "placement.sites", "assumptions", "options[].assumptions", "uncertainty.ranges", "group"];

    private readonly TemporaryFolder folder = new();

    private static string Whole => GuideText.Named("scenario").BlockBelow("## A scenario with every key");

    private static ImmutableHashSet<string> Listed => [.. GuideText.Named("scenario").Rows.Where(row => row.Length == 3).Select(row => row[0].Trim('`'))];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_scenario_with_every_key_is_read_as_it_stands() => Assert.Empty(ScenarioFile.Read(folder.Write("scenario.yaml", Whole)).Findings);

    [Fact]
    public void Every_key_of_the_list_stands_in_the_scenario_with_every_key()
    {
        var said = Mappings().SelectMany(map => map.Node.Children.Keys.Select(key => $"{map.Path}.{key}".TrimStart('.'))).Select(Placed).ToHashSet(StringComparer.Ordinal);

        // What is written in another form there: keep has one trait, the group is a list, an option's values are numbers.
        Assert.Equal(["failover.CLUSTER", "group.NAME", "keep[].cluster", "keep[].folder", "keep[].os", "keep[].tag"], Listed.Except(said).Except(["options[].assumptions.ID"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_guide_lists_the_keys_that_the_reader_knows_and_no_other()
    {
        var known = Known();
        Assert.Contains("contract", known.Keys);
        Assert.All(known, map => Assert.Equal(map.Value.Order(StringComparer.Ordinal), Below(map.Key).Order(StringComparer.Ordinal)));
    }

    // contract: in the root, per_year in it, rules in placement, at_most in them.
    [Fact]
    public void The_keys_of_every_depth_are_asked_for()
    {
        var known = Known();
        Assert.Superset(
            new HashSet<string> { "", "sizing", "leave_out[]", "group[]", "placement", "placement.rules[]", "uncertainty.correlations[]", "options[]", "assumptions.ID", "uncertainty.ranges.KEY" },
            known.Keys.ToHashSet());
        Assert.Contains("keep_apart", known["placement.rules[]"]);
    }

    /// <summary>The examples of the guide are read, each in the place of the keys that the smallest scenario has.</summary>
    [Fact]
    public void Every_example_of_the_guide_is_read()
    {
        var blocks = Yaml().Matches(GuideText.Named("scenario").Text).Select(match => match.Groups[1].Value).ToList();
        var smallest = blocks[0];
        Assert.True(blocks.Count > 8);
        Assert.All(blocks, block => Assert.Empty(ScenarioFile.Read(folder.Write("scenario.yaml", With(smallest, block))).Findings));
    }

    [Fact]
    public void The_example_of_prices_is_read() =>
        Assert.Empty(ScenarioFile.Read(folder.Write("scenario.yaml", Yaml().Match(GuideText.Named("scenario").Text).Groups[1].Value + Yaml().Match(GuideText.Named("prices").Text).Groups[1].Value)).Findings);

    [Fact]
    public void The_example_of_ranges_is_read() =>
        Assert.Empty(ScenarioFile.Read(folder.Write("scenario.yaml", Yaml().Match(GuideText.Named("scenario").Text).Groups[1].Value + Yaml().Match(GuideText.Named("what-if").Text).Groups[1].Value)).Findings);

    /// <summary>The lines of a scenario whose keys another text does not have, and that text.</summary>
    private static string With(string scenario, string block)
    {
        var named = block.Split('\n').Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0])).Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return named.Contains("options") ? block : string.Join('\n', scenario.Split('\n').Where(line => !named.Contains(line.Split(':')[0]))) + block;
    }

    private static IEnumerable<string> Below(string path) =>
        from key in Listed
        where path.Length == 0 || key.StartsWith($"{path}.", StringComparison.Ordinal)
        let rest = path.Length == 0 ? key : key[(path.Length + 1)..]
        where Word().IsMatch(rest)
        select rest;

    /// <summary>The keys that the reader knows in each mapping, by its path as the guide writes it.</summary>
    private Dictionary<string, HashSet<string>> Known()
    {
        var known = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var number in Enumerable.Range(0, Mappings().Count()))
        {
            var stream = Parsed();
            var (path, node) = Mappings(stream.Documents[0].RootNode, "").ElementAt(number);
            if (OwnNames.Contains(Placed(path)))
            {
                continue;
            }

            node.Add(Unknown, "1");
            using var text = new StringWriter();
            stream.Save(text, assignAnchors: false);
            var finding = Assert.Single(ScenarioFile.Read(folder.Write("scenario.yaml", text.ToString())).Findings, each => each.Code == "unknown-key" && each.Message.Contains(Unknown, StringComparison.Ordinal));
            var keys = ListAtEnd().Match(finding.Mend.Words()).Groups[1].Value.Split(", ");
            if (!known.TryAdd(Placed(path), [.. keys]))
            {
                known[Placed(path)].UnionWith(keys);
            }
        }

        return known;
    }

    private static YamlStream Parsed()
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Whole);
        stream.Load(reader);
        return stream;
    }

    private static IEnumerable<(string Path, YamlMappingNode Node)> Mappings() => Mappings(Parsed().Documents[0].RootNode, "");

    private static IEnumerable<(string Path, YamlMappingNode Node)> Mappings(YamlNode node, string path) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(each => Mappings(each.Value, $"{path}.{each.Key}".TrimStart('.'))).Prepend((path, map)),
        YamlSequenceNode list => list.SelectMany(each => Mappings(each, $"{path}[]")),
        _ => [],
    };

    /// <summary>A path with the user's own names as the guide writes them.</summary>
    private static string Placed(string path)
    {
        path = OwnAssumption().Replace(path, "$1.ID");
        path = OwnRange().Replace(path, "$1.KEY");
        return OwnSite().Replace(path, "$1.SITE");
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex("([a-z_]+(?:, [a-z_]+)*)[.]$")]
    private static partial Regex ListAtEnd();

    [GeneratedRegex("^[a-z_]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^((?:options\[\]\.)?assumptions)\.[a-z-]+")]
    private static partial Regex OwnAssumption();

    [GeneratedRegex(@"^(uncertainty\.ranges)\.(?:price\.)?[a-z0-9-]+")]
    private static partial Regex OwnRange();

    [GeneratedRegex(@"^(placement\.sites)\.\w+")]
    private static partial Regex OwnSite();
}
