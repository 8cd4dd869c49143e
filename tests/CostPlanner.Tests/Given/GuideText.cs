using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostPlanner.Tests.Given;

/// <summary>A guide that ships with the program, or the README, as tests read it.</summary>
internal sealed partial class GuideText(string file)
{
    /// <summary>The folder of the guides.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "CostPlanner.Cli", "Guides");

    /// <summary>What tells the tests to write what is compared.</summary>
    public static bool IsToBeWritten => Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_GOLDEN") == "1";

    public static GuideText Readme { get; } = new(Path.Combine(Repository.Root, "README.md"));

    public static GuideText Named(string name) => new(Path.Combine(Folder, $"{name}.md"));

    public string Text { get; } = File.ReadAllText(file).ReplaceLineEndings("\n");

    /// <summary>The rows of tables whose first cell is code, cell by cell.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows =>
    [
        .. Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToImmutableArray()),
    ];

    /// <summary>What stands in code spans, outside of blocks.</summary>
    public IEnumerable<string> Spans => SpansOf(Block().Replace(Text, ""));

    /// <summary>What stands in code spans of a text.</summary>
    public static IEnumerable<string> SpansOf(string text) => Span().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>The first block of code below a heading.</summary>
    public string BlockBelow(string heading)
    {
        var start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"no heading {heading}");
        return Block().Match(Text, start).Groups["code"].Value;
    }

    [GeneratedRegex("^```[a-z]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();
}
