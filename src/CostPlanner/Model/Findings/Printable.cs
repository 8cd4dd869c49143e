using System.Globalization;
using System.Text;

namespace CostPlanner.Model;

/// <summary>
/// Text of a file, a guest or another machine as it may be shown: nothing in it can steer a terminal, turn the direction of writing or break a line.
/// </summary>
public static class Printable
{
    private const int LongestLine = 400;

    /// <summary>
    /// The text with everything that steers written as JSON writes it ("\u001B"): it stays distinct, and JSON stays the JSON that it was.
    /// Ends of lines and tabs are kept.
    /// </summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) ? text : Escaped(text, keepsLines: true);
    }

    /// <summary>The same on one line: ends of lines and tabs are blanks.</summary>
    public static string OnOneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) && text.AsSpan().IndexOfAny('\n', '\t') < 0 ? text : Escaped(text, keepsLines: false);
    }

    /// <summary>One line of what another program says: what steers is a blank, and what is too long is cut.</summary>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = Replaced(text.Length > LongestLine ? text[..LongestLine] : text, rune => Steers(rune) ? " " : null).Trim();
        return text.Length > LongestLine ? $"{shown} ..." : shown;
    }

    /// <summary>Many lines, ended by \n; of what steers only the ends of lines are left.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Replaced(text, rune => rune.Value != '\n' && Steers(rune) ? "" : null);
    }

    /// <summary>
    /// Where the first character stands that no text of a person has: a control character, an order to write backwards, half of a character; -1 where there is
    /// none.
    /// </summary>
    public static int IndexOfForbidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                if (!char.IsSurrogatePair(text, at))
                {
                    return at;
                }

                at++;
            }
            else if (text[at] is not ('\n' or '\t' or '\r' or '\u0085') && (char.IsControl(text[at]) || TurnsWriting(text[at])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>How a character is named in a message: "U+001B".</summary>
    public static string NameOf(char letter) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}");

    /// <summary>The marks that embed, override or isolate a direction of writing.</summary>
    private static bool TurnsWriting(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is (< ' ' and not ('\n' or '\t')) or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escaped(string text, bool keepsLines)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            if (whole && (!Steers(rune) || (keepsLines && IsLayout(text, at))))
            {
                shown.Append(text, at, length);
            }
            else if (whole && rune.Value is '\n' or '\r' or '\t')
            {
                shown.Append(' ');
            }
            else
            {
                foreach (var letter in text.AsSpan(at, length))
                {
                    shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
                }
            }

            at += length;
        }

        return shown.ToString();
    }

    /// <summary>An end of a line or a tab. A carriage return alone goes back to the start of the line, over what stands there.</summary>
    private static bool IsLayout(string text, int at) =>
        text[at] is '\n' or '\t' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    private static string Replaced(string text, Func<Rune, string?> instead)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            if (!whole || instead(rune) is not { } other)
            {
                shown.Append(whole ? text.AsSpan(at, length) : "\uFFFD");
            }
            else
            {
                shown.Append(other);
            }

            at += length;
        }

        return shown.ToString();
    }

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
