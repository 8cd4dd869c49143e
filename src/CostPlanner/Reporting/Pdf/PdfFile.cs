using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CostPlanner.Reporting.Pdf;

/// <summary>Whether a PDF is whole: a browser that was ended, or whose disk was full, leaves a part of one and may say that all went well.</summary>
internal static partial class PdfFile
{
    private const int TailLength = 1024;
    private const int EntryLength = 20;
    private const int MostUnfolded = 16 << 20;
    private const int DictionaryLooked = 4096;

    /// <summary>What is wrong with its frame, in words; null when it begins, ends and points to every object as a whole PDF does.</summary>
    public static string? Flaw(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (!text.StartsWith("%PDF-", StringComparison.Ordinal))
        {
            return "it does not begin as a PDF does";
        }

        if (End().Match(text, Math.Max(0, text.Length - TailLength)) is not { Success: true } end
            || !int.TryParse(end.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var at))
        {
            return "it does not end as a PDF does";
        }

        if (at >= end.Index)
        {
            return "its end points to nothing";
        }

        return text.AsSpan(at).StartsWith("xref") ? FlawOfTable(text, at)
            : ListObject().Match(text, at) is { Success: true } list && list.Index == at ? null
            : "its end does not point to a list of its objects";
    }

    /// <summary>Whether a page of it shows text.</summary>
    public static bool HasText(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var match = StreamStart().Match(text); match.Success; match = match.NextMatch())
        {
            var start = match.Index + match.Length;
            var end = text.IndexOf("endstream", start, StringComparison.Ordinal);
            var dictionary = text.AsSpan(Math.Max(0, match.Index - DictionaryLooked), Math.Min(match.Index, DictionaryLooked));
            dictionary = dictionary[(dictionary.LastIndexOf(" obj") + 1)..];
            if (end < 0 || dictionary.Contains("/Subtype", StringComparison.Ordinal) || dictionary.Contains("/Length1", StringComparison.Ordinal))
            {
                continue; // An image, a form or a font.
            }

            var content = dictionary.Contains("/FlateDecode", StringComparison.Ordinal) ? Unfolded(pdf, start, end - start) : text[start..end];
            if (ShowsText().IsMatch(content))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A table of all objects: each has to stand where it says.</summary>
    private static string? FlawOfTable(string text, int at)
    {
        const string Lost = "objects are missing in it";
        var place = at + "xref".Length;
        var objects = 0;
        while (Section().Match(text, place) is { Success: true } section && section.Index == place)
        {
            place += section.Length;
            if (!int.TryParse(section.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(section.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var count))
            {
                return Lost;
            }

            for (var number = first; number - first < count; number++, place += EntryLength)
            {
                if (Entry().Match(text, place) is not { Success: true } entry || entry.Index != place)
                {
                    return Lost;
                }

                if (entry.Groups[2].Value == "n" && !IsThere(text, long.Parse(entry.Groups[1].ValueSpan, CultureInfo.InvariantCulture), number))
                {
                    return Lost;
                }

                objects++;
            }
        }

        return objects > 0 && text.AsSpan(place).TrimStart().StartsWith("trailer") ? null : "the list of its objects breaks off";
    }

    private static bool IsThere(string text, long at, int number) =>
        at < text.Length && text.AsSpan((int)at).TrimStart().StartsWith(FormattableString.Invariant($"{number} "));

    private static string Unfolded(byte[] pdf, int start, int length)
    {
        using var content = new ZLibStream(new MemoryStream(pdf, start, length), CompressionMode.Decompress);
        var unfolded = new byte[MostUnfolded];
        var filled = 0;
        try
        {
            filled = content.ReadAtLeast(unfolded, unfolded.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // Not what it says: then it shows nothing.
        }

        return Encoding.Latin1.GetString(unfolded, 0, filled);
    }

    [GeneratedRegex(@"startxref\s+(\d{1,10})\s+%%EOF\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\d+ \d+ obj\s*<<[^\0]{0,2000}?/Type\s*/XRef", RegexOptions.CultureInvariant)]
    private static partial Regex ListObject();

    [GeneratedRegex(@"\s*(\d{1,9}) (\d{1,9}) *\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"(\d{10}) \d{5} ([nf])[ \r][\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@">>\s*stream\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex StreamStart();

    [GeneratedRegex(@"(?:^|\s)BT\s[^\0]*?\sT[jJ]\s", RegexOptions.CultureInvariant)]
    private static partial Regex ShowsText();
}
