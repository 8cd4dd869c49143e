using System.Collections.Immutable;
using System.CommandLine;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>guide [NAME]: the guides that ship with the program, the files of the folder Guides.</summary>
internal static class GuideCommand
{
    private const string Prefix = "guide/";

    private static readonly ImmutableArray<string> Names =
    [
        .. typeof(GuideCommand).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "The guide to print; without it the list of guides.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("guide", "Print a guide: scenarios, what-if keys, prices, findings and more.") { name };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(name)));
        return command;
    }

    private static int Run(Terminal terminal, string? name)
    {
        if (name is null)
        {
            terminal.Write(
                ["guide", "about"], Names.Select(each => new[] { each, Lines(each).First().TrimStart('#', ' ').Replace("`", "", StringComparison.Ordinal) }));
            return ExitCode.Done;
        }

        if (!Names.Contains(name))
        {
            terminal.Error.WriteLine(Words.Of(
                "commands.guide.error-unknown-guide",
                ("name", name),
                ("suggestion", NearestName.Suggestion(name, Names))));
            terminal.Error.WriteLine(Words.Of("commands.guide.costplanner-guide-lists-them"));
            return ExitCode.YourInput;
        }

        foreach (var line in Lines(name))
        {
            terminal.Out.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(GuideCommand).Assembly.GetManifestResourceStream(Prefix + name)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
