using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>Figures as the report prints them: with the marks of the language in which the program speaks, and a true minus sign.</summary>
public static class Printed
{
    /// <summary>A space that does not break a line.</summary>
    public const string Space = "\u00a0";

    private const string Minus = "\u2212";
    private const decimal PerCent = 100;

    /// <summary>A whole number: "1,234,567".</summary>
    public static string Whole(decimal value) => Figure(value, 0, "#,0");

    /// <summary>A number with as many decimals as it has, at most so many: "12.5".</summary>
    public static string Number(decimal value, int decimals = 2) => Figure(value, decimals, "#,0." + new string('#', decimals));

    /// <summary>A number with exactly so many decimals: "12.50".</summary>
    public static string Fixed(decimal value, int decimals) =>
        Figure(value, decimals, decimals == 0 ? "#,0" : "#,0." + new string('0', decimals));

    /// <summary>An amount in whole units with its currency: "EUR 1,234,567".</summary>
    public static string Amount(Money money) => money.Currency.Code + Space + Whole(money.Amount);

    /// <summary>A price with its currency, two to four decimals: "USD 190.00".</summary>
    public static string Price(Money money) => money.Currency.Code + Space + Figure(money.Amount, 4, "#,0.00##");

    /// <summary>A share as per cent with one decimal: "41.6 %".</summary>
    public static string Percent(decimal share) => Fixed(share * PerCent, 1) + Space + "%";

    /// <summary>A day in words: "1 July 2026".</summary>
    public static string Day(DateOnly day) => Language.Spoken.Forms.Day(day, "day-in-words");

    /// <summary>A minute of a day in words: "1 July 2026, 14:05".</summary>
    public static string Moment(DateTimeOffset time) => Words.Of(
        "common.moment", ("day", Day(DateOnly.FromDateTime(time.DateTime))), ("time", FormattableString.Invariant($"{time:HH:mm}")));

    /// <summary>A day in figures: "2026-07-01".</summary>
    public static string ShortDay(DateOnly day) => Language.Spoken.Forms.Day(day, "day");

    /// <summary>A number of things, singular for one: "1 host", "14 hosts".</summary>
    public static string Count(int count, string one, string? many = null) =>
        Whole(count) + Space + (count == 1 ? one : many ?? one + "s");

    /// <summary>An amount of memory or storage in GiB below 10 TiB and in TiB above.</summary>
    public static string Size(ByteSize size) => size.TiB < 10
        ? Number(size.GiB, 0) + Space + "GiB"
        : Number(size.TiB, 1) + Space + "TiB";

    /// <summary>Whether a text is a figure as printed, also one that is a lower bound, or words in the place of one.</summary>
    public static bool IsFigure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bound = Wording.AtLeast + " ";
        var figure = text.StartsWith(bound, StringComparison.Ordinal) ? text[bound.Length..] : text;
        return text.Length == 0 || text == Words.Of("common.no-answer") || char.IsAsciiDigit(figure.TrimStart('-', Minus[0], '+').FirstOrDefault('x'));
    }

    /// <summary>The same text with spaces that a search on a terminal finds.</summary>
    public static string Plain(string text) => text.Replace(Space, " ", StringComparison.Ordinal);

    private static string Figure(decimal value, int decimals, string format)
    {
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        var text = Language.Spoken.Forms.Figure(Math.Abs(rounded), format);
        return rounded < 0 ? Minus + text : text;
    }
}
