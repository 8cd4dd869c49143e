using System.Text.RegularExpressions;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>What a comparison of reduced JSON sees and what it does not.</summary>
public sealed partial class ReducedJsonTests
{
    private const string Json = """{ "id": "stay", "label": "Rack space", "amount": 12.50, "hole": null, "from": "2026-10-01", "complete": true,""" +
        """ "lines": [{ "id": "rack" }, { "id": "staff", "hole": "no price" }], "byCategory": { "rack": 1 } }""";

    private static readonly string Reference = ReducedJson.Of(Json);

    [Fact]
    public void Words_are_only_known_to_be_there() => Assert.Equal(
        """{"id": "stay", "label": "...", "hole": null, "amount": 12.50}""" + "\n",
        ReducedJson.Of("""{"id": "stay", "label": "Rack space", "hole": null, "amount": 12.50}"""));

    // Other words, a new text beside them, and another layout.
    [Theory]
    [InlineData("\"Rack space\"", "\"Room in a rack\"")]
    [InlineData("\"no price\"", "\"nobody tells a price\"")]
    [InlineData("\"amount\"", "\"labelCode\": \"rack-space\", \"amount\"")]
    [InlineData("\"id\": \"rack\"", "\"id\": \"rack\", \"values\": [1, 2]")]
    [InlineData(", ", ",\n        ")]
    public void Words_new_properties_and_layout_are_no_difference(string here, string there) => Assert.Equal(Reference, Changed(here, there));

    // A number's value and how it is written, an id, a date, a truth, absence, order, what is missing, a known property where it was not, an entry less or
    // more, a key of a map more.
    [Theory]
    [InlineData("12.50", "12.51")]
    [InlineData("12.50", "12.5")]
    [InlineData("12.50", "null")]
    [InlineData("\"stay\"", "\"leave\"")]
    [InlineData("2026-10-01", "2026-10-02")]
    [InlineData("true", "false")]
    [InlineData("\"hole\": null", "\"hole\": \"no price\"")]
    [InlineData("\"hole\": \"no price\"", "\"hole\": \"\"")]
    [InlineData("\"id\": \"stay\", \"label\": \"Rack space\"", "\"label\": \"Rack space\", \"id\": \"stay\"")]
    [InlineData("\"amount\": 12.50, ", "")]
    [InlineData("\"id\": \"rack\"", "\"id\": \"rack\", \"hole\": \"no price\"")]
    [InlineData("{ \"id\": \"rack\" }, ", "")]
    [InlineData("{ \"id\": \"rack\" }", "{ \"id\": \"rack\" }, { \"id\": \"rack\" }")]
    [InlineData("\"rack\": 1", "\"rack\": 1, \"staff\": 0")]
    public void Anything_else_is_a_difference(string here, string there) => Assert.NotEqual(Reference, Changed(here, there));

    [Fact]
    public void A_long_list_has_a_line_for_each_entry() => Assert.Equal(
        $"{{\n \"vms\": [\n{string.Join(",\n", Enumerable.Range(100, 40).Select(number => $"  \"vm-{number}\""))}\n ]\n}}\n",
        ReducedJson.Of($$"""{"vms": [{{string.Join(", ", Enumerable.Range(100, 40).Select(number => $"\"vm-{number}\""))}}]}"""));

    [Fact]
    public void A_text_that_nobody_sorted_is_named() =>
        Assert.Equal([".lines.greeting"], ReducedJson.Unsorted("""{"id": "x", "lines": [{"greeting": "hello"}, {"greeting": "hello"}]}"""));

    // One name is in one list, or two commits would disagree about what a figure is.
    [Fact]
    public void No_name_is_in_two_lists() => Assert.Equal(JsonTexts.Sorted.Distinct(), JsonTexts.Sorted);

    [Fact]
    public void Every_text_that_is_written_as_JSON_is_sorted_into_words_and_facts()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CostPlanner", "Reporting"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TextProperty().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).Distinct().ToList();
        Assert.True(written.Count > 100, "the pattern finds how texts are written");
        Assert.Empty(written.Except(JsonTexts.Sorted.Select(name => name[(name.LastIndexOf('.') + 1)..])));
    }

    private static string Changed(string here, string there)
    {
        Assert.Contains(here, Json, StringComparison.Ordinal);
        return ReducedJson.Of(Json.Replace(here, there, StringComparison.Ordinal), Reference);
    }

    [GeneratedRegex("""\b(WriteString|Texts|Day)\("(?<name>\w+)",""")]
    private static partial Regex TextProperty();
}
