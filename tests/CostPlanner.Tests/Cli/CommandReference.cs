using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using CostPlanner.Cli;

namespace CostPlanner.Tests.Cli;

/// <summary>The commands and options of the program as its guide lists them.</summary>
internal static class CommandReference
{
    private const string Head = """
        # Commands

        Written from the program itself; `costplanner COMMAND --help` prints the same.

        | Exit code | Means |
        | --- | --- |
        | 0 | Done, also with warnings. |
        | 1 | A bug of ours. |
        | 2 | Something in your input; every finding was printed. |
        | 3 | This machine lacks something; the command that installs it was printed. |
        | 130 | Ctrl-C. |

        """;

    /// <summary>Every command that does something and is not hidden, with its path: "bench run".</summary>
    public static ImmutableArray<(string Path, Command Command)> All { get; } =
        [.. Below("", CommandLine.Commands(new Terminal(TextWriter.Null, TextWriter.Null, ShowsProgress: false)))];

    /// <summary>The guide.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var (path, command) in All)
        {
            text.Append($"\n## `costplanner {string.Join(' ', command.Arguments.Select(Shown).Prepend(path))}`\n\n{command.Description}\n\n| Option | Meaning |\n| --- | --- |\n");
            foreach (var argument in command.Arguments.Where(each => !each.Hidden))
            {
                text.Append($"| `{argument.Name}` | {argument.Description} |\n");
            }

            foreach (var option in command.Options.Where(each => !each.Hidden && each.Name.StartsWith("--", StringComparison.Ordinal) && each.Description is not null))
            {
                text.Append($"| `{option.Name}` | {option.Description!.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Path, Command Command)> Below(string path, Command command) =>
        from each in command.Subcommands
        where !each.Hidden
        let at = path.Length == 0 ? each.Name : $"{path} {each.Name}"
        from found in each.Subcommands.Count == 0 ? [(at, each)] : Below(at, each)
        select found;

    private static string Shown(Argument argument) =>
        (argument.Arity.MinimumNumberOfValues, argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")) switch { (0, var name) => $"[{name}]", var (_, name) => name };
}
