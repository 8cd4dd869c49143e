using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Json;

/// <summary>The guide of JSON names every field that results have, and none that the source does not write.</summary>
public sealed partial class JsonGuideTests
{
    /// <summary>Objects whose fields are named by data: clusters, sheets, categories of cost, what a message is about.</summary>
    private static readonly ImmutableArray<string> ByData = ["failoverOf", "rows", "byCategory", "values"];

    private static ImmutableHashSet<string> Named => [.. GuideText.Named("json").Spans.Where(span => !span.Contains('/', StringComparison.Ordinal)).SelectMany(span => Word().Matches(Call().Replace(span, "")).Select(match => match.Value))];

    public static TheoryData<string> Texts =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "reports"), "result.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Cases"), "*.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_fields_of_a_committed_text_are_in_the_guide(string file) => AssertNamed(File.ReadAllText(Path.Combine(Repository.Root, file)));

    [Fact]
    public void The_fields_of_the_sample_case_are_in_the_guide() => AssertNamed(ResultJson.Render(SampleCase.Build()));

    [Fact]
    public void The_guide_names_no_field_that_the_source_does_not_write()
    {
        var written = Directory.GetFiles(Path.Combine(Repository.Root, "src", "CostPlanner"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        // Members of enumerations are written by their names.
        var members = Enum.GetNames<Dimension>().Concat(Enum.GetNames<CostCategory>()).Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
        Assert.Empty(Named.Except(written).Except(members).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_guide_names_the_schema_of_a_result() => Assert.Contains(ResultJson.Schema, GuideText.Named("json").Text, StringComparison.Ordinal);

    private static void AssertNamed(string json)
    {
        using var text = JsonDocument.Parse(json);
        Assert.Empty(Fields(text.RootElement, isByData: false).Distinct().Except(Named).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Fields(JsonElement element, bool isByData) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(each => Fields(each.Value, ByData.Contains(each.Name)).Concat(isByData ? [] : [each.Name])),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(each => Fields(each, isByData: false)),
        _ => [],
    };

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Word();

    /// <summary>A command, or the name of a file.</summary>
    [GeneratedRegex(@"^costplanner .*|.*--[a-z]+.*|^(bench|prices|breakeven|runway|pack|quote|inspect) [a-z]+$|^bench$|.*\.json$|^a \{b, c\}$|^a \[\{b, c\}\]$")]
    private static partial Regex Call();

    [GeneratedRegex("\"([A-Za-z][A-Za-z0-9]*)\"")]
    private static partial Regex Literal();
}
