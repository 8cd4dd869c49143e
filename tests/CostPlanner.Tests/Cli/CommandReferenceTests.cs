using System.Text.RegularExpressions;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>The lists of commands in the guide and in README are those of the program. COSTPLANNER_WRITE_GOLDEN=1 writes the guide.</summary>
public sealed class CommandReferenceTests
{
    [Fact]
    public void The_guide_lists_every_command_and_every_option()
    {
        if (GuideText.IsToBeWritten)
        {
            File.WriteAllText(Path.Combine(GuideText.Folder, "commands.md"), CommandReference.Text());
        }

        Assert.Equal(CommandReference.Text(), GuideText.Named("commands").Text);
    }

    [Fact]
    public void README_has_a_line_for_every_command_and_for_no_other() => Assert.Equal(
        CommandReference.All.Select(each => each.Path).Order(StringComparer.Ordinal),
        Section("## Commands").Select(row => Regex.Match(row, "^\\| `([a-z]+(?: [a-z]+)?)").Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_option_is_described() => Assert.All(
        CommandReference.All, each => Assert.All(each.Command.Options.Where(option => !option.Hidden), option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{each.Path} {option.Name}")));

    private static IEnumerable<string> Section(string heading)
    {
        var text = GuideText.Readme.Text;
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal) + 1;
        return text[start..text.IndexOf("\n## ", start, StringComparison.Ordinal)].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
    }
}
