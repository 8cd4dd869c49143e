using System.Text.RegularExpressions;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Templates;

/// <summary>What an edit of a scenario came to: the new text, or why the text was left alone.</summary>
/// <param name="Text">The scenario's new text, or null.</param>
/// <param name="Problem">Why there is none, or null.</param>
public sealed record EditedScenario(string? Text, string? Problem);

/// <summary>Writes assumptions into a scenario's text, line by line: comments, order and layout of everything else stay as they are.</summary>
/// <remarks>
/// It understands the layout that `costplanner new` writes and people keep: `assumptions:` at the start of a line and one `id: value` on each line below.
/// Whether the new text says what was meant is for the reader of scenarios to confirm before it is kept.
/// </remarks>
public static partial class ScenarioEdit
{
    private const string DefaultIndent = "  ";

    /// <summary>The text with those values; an old value's own comment behind it stays, a comment of an earlier run above it is replaced.</summary>
    public static EditedScenario Of(string text, IEnumerable<AssumptionLine> values)
    {
        var ending = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var head = lines.FindIndex(line => Head().IsMatch(line));
        if (head >= 0 && !OpenHead().IsMatch(lines[head]))
        {
            return new EditedScenario(
                null, FormattableString.Invariant($"line {head + 1}, assumptions, has its values on the same line; give each a line of its own"));
        }

        if (head < 0)
        {
            head = Append(lines);
        }

        foreach (var value in values)
        {
            Put(lines, head, value);
        }

        return new EditedScenario(string.Join(ending, lines), null);
    }

    /// <summary>An empty block at the end of the text; returns its line.</summary>
    private static int Append(List<string> lines)
    {
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        lines.AddRange(["", "assumptions:", ""]);
        return lines.Count - 2;
    }

    private static void Put(List<string> lines, int head, AssumptionLine value)
    {
        var end = EndOf(lines, head);
        var entries = Enumerable.Range(head + 1, end - head - 1).Where(at => Entry().IsMatch(lines[at])).ToArray();
        var indent = entries.Length > 0 ? Entry().Match(lines[entries[0]]).Groups["indent"].Value : DefaultIndent;
        var comment = indent + value.Comment.ReplaceLineEndings(" ");
        var old = entries.Where(at => Entry().Match(lines[at]).Groups["id"].Value == value.Id).Select(at => (int?)at).FirstOrDefault();
        if (old is not { } place)
        {
            var last = Enumerable.Range(head, end - head).Last(at => at == head || Entry().IsMatch(lines[at]));
            lines.InsertRange(last + 1, [comment, $"{indent}{value.Id}: {value.Value}"]);
            return;
        }

        var match = Entry().Match(lines[place]);
        lines[place] = match.Groups["key"].Value + value.Value + match.Groups["rest"].Value;
        if (lines[place - 1].TrimStart().StartsWith(MeasuredNote.Mark, StringComparison.Ordinal))
        {
            lines[place - 1] = comment;
        }
        else
        {
            lines.Insert(place, comment);
        }
    }

    /// <summary>The first line after the block: one with something other than a comment at its start.</summary>
    private static int EndOf(List<string> lines, int head)
    {
        var end = lines.FindIndex(head + 1, line => line.Length > 0 && line[0] is not (' ' or '\t' or '#'));
        return end < 0 ? lines.Count : end;
    }

    [GeneratedRegex(@"^assumptions\s*:")]
    private static partial Regex Head();

    [GeneratedRegex(@"^assumptions\s*:\s*(#.*)?$")]
    private static partial Regex OpenHead();

    [GeneratedRegex(@"^(?<key>(?<indent> +)(?<quote>['""]?)(?<id>[A-Za-z0-9-]+)\k<quote>\s*:\s+)(?<value>[^\s#]+)(?<rest>.*)$")]
    private static partial Regex Entry();
}
