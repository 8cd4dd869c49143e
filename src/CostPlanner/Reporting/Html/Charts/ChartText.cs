using System.Collections.Immutable;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>Text in charts, where nothing wraps by itself: widths are estimated from the number of characters.</summary>
internal static class ChartText
{
    private const decimal WidthOfLetter = 0.52m;

    /// <summary>The text in at most so many lines of that width; the last is cut with an ellipsis where it does not fit.</summary>
    public static ImmutableArray<string> Wrap(string text, decimal width, decimal fontSize, int lines)
    {
        var letters = Math.Max(4, (int)(width / (fontSize * WidthOfLetter)));
        var wrapped = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                wrapped.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        wrapped.Add(line);
        if (wrapped.Count > lines)
        {
            wrapped = [.. wrapped.Take(lines - 1), wrapped[lines - 1] + " …"];
        }

        return [.. wrapped.Select(each => Cut(each, letters))];
    }

    /// <summary>The width of a text, about.</summary>
    public static decimal Width(string text, decimal fontSize) => text.Length * fontSize * WidthOfLetter;

    private static string Cut(string text, int letters) =>
        text.Length <= letters ? text : text[..(letters - 1)].TrimEnd(' ', '…') + "…";
}
