using System.Globalization;

namespace CostPlanner.Ingest.Tables;

/// <summary>What a cell says. The same on every machine: no culture is asked.</summary>
internal static class Cells
{
    private const double Largest = 1e15;
    private const decimal RoundingNoise = 0.000001m;

    /// <summary>Trimmed text; null when blank.</summary>
    public static string? Text(object? value)
    {
        var text = value switch
        {
            null => "",
            string words => words.Trim(),
            DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length == 0 ? null : text;
    }

    /// <summary>
    /// A number, also one stored as text or shown as a date; null when it is none.
    /// Text may have a decimal point, and commas between full groups of three digits; a decimal comma is not guessed at.
    /// </summary>
    public static decimal? Number(object? value)
    {
        switch (value)
        {
            case double number:
                return FromDouble(number);
            case int whole:
                return whole;
            case DateTime date:
                return FromDouble(date.ToOADate());
            case string words:
                var text = WithoutGroups(words.Trim());
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && Math.Abs(parsed) < (decimal)Largest
                    ? parsed
                    : null;
            default:
                return null;
        }
    }

    /// <summary>A number without a fraction; the noise of binary fractions is forgiven.</summary>
    public static long? Whole(object? value) =>
        Number(value) is { } number && Math.Abs(number - Math.Round(number)) <= RoundingNoise ? (long)Math.Round(number) : null;

    /// <summary>
    /// True or false, as Excel's own, as text or as 1 and 0, in the words that spreadsheet programs of several languages write; null when it is neither.
    /// </summary>
    public static bool? Flag(object? value) => value switch
    {
        bool flag => flag,
        double and 0 => false,
        double and 1 => true,
        string text => FlagWords.Of(text),
        _ => null,
    };

    private static decimal? FromDouble(double number) => double.IsFinite(number) && Math.Abs(number) < Largest ? (decimal)number : null;

    private static string WithoutGroups(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        var grouped = groups.Length > 1
            && groups[0].TrimStart('-').Length is > 0 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && text.LastIndexOf(',') < (text.IndexOf('.', StringComparison.Ordinal) is var point && point < 0 ? text.Length : point);
        return grouped ? text.Replace(",", "", StringComparison.Ordinal) : text;
    }
}
