using System.Globalization;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>Text of a guest as it may be shown: nothing in it can steer a terminal.</summary>
internal static class Printable
{
    private const int LongestLine = 400;

    /// <summary>One line: what steers is a space, and what is too long is cut.</summary>
    public static string Line(string text)
    {
        var shown = string.Concat(text.Take(LongestLine).Select(letter => Steers(letter) ? ' ' : letter)).Trim();
        return text.Length > LongestLine ? $"{shown} ..." : shown;
    }

    /// <summary>Many lines, ended by \n; of what steers only the ends of lines are left.</summary>
    public static string Lines(string text) => string.Concat(text.Where(letter => letter == '\n' || !Steers(letter)));

    private static bool Steers(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
