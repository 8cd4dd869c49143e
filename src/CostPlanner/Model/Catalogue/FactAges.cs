using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CostPlanner.Model;

/// <summary>The kinds of facts that grow old.</summary>
public enum FactKind
{
    /// <summary>Exchange rates.</summary>
    ExchangeRate,

    /// <summary>Prices: of products, servers, and whatever else is assumed in money.</summary>
    Price,

    /// <summary>The price of electricity.</summary>
    Tariff,

    /// <summary>The carbon intensity of electricity.</summary>
    Carbon,
}

/// <summary>How many days each kind of fact may be used after the day that its source speaks of; beyond, the user should know.</summary>
public sealed partial record FactAges
{
    private readonly ImmutableSortedDictionary<FactKind, int> days;

    /// <summary>Ages in days, 1 and above; a kind that is not among them has its usual age.</summary>
    public FactAges(ImmutableSortedDictionary<FactKind, int> days)
    {
        foreach (var each in days.Values)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(each, 1, nameof(days));
        }

        this.days = days;
    }

    /// <summary>45 days for exchange rates, 12 months for the others: for a data folder that does not say.</summary>
    public static FactAges Usual { get; } = new(ImmutableSortedDictionary<FactKind, int>.Empty);

    /// <summary>The share by which the effect of an old fact is tried.</summary>
    public const decimal Tried = 0.05m;

    private const int UsualOfRates = 45;
    private const int UsualOfOthers = 365;

    /// <summary>Days that a fact of that kind may be used.</summary>
    public int Of(FactKind kind) => days.TryGetValue(kind, out var own) ? own : kind == FactKind.ExchangeRate ? UsualOfRates : UsualOfOthers;

    /// <summary>Whether a fact is used beyond its age.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="spokenOf">The last day that its source speaks of.</param>
    /// <param name="used">The day that it is used for.</param>
    public bool IsOld(FactKind kind, DateOnly spokenOf, DateOnly used) => used.DayNumber - spokenOf.DayNumber > Of(kind);

    /// <summary>
    /// The last day that a source's date in words may mean: "2026-07-11" that day, "2026-07" the end of July, "2025-H1" the end of June, "2024-2026" and "2026"
    /// the end of 2026; null where it names no year.
    /// </summary>
    public static DateOnly? LastDay(string date) => Dates().Matches(date).Select(Last).Max();

    private static DateOnly? Last(Match match)
    {
        var year = Number(match, "year");
        if (match.Groups["half"].Success)
        {
            return Number(match, "half") == 1 ? new DateOnly(year, MonthsInHalf, 1).AddMonths(1).AddDays(-1) : new DateOnly(year + 1, 1, 1).AddDays(-1);
        }

        if (!match.Groups["month"].Success || Number(match, "month") is not (>= 1 and <= Duration.MonthsPerYear and var month))
        {
            return new DateOnly(year + 1, 1, 1).AddDays(-1);
        }

        var end = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return match.Groups["day"].Success && Number(match, "day") is >= 1 and var day && day <= end.Day ? new DateOnly(year, month, day) : end;
    }

    private const int MonthsInHalf = Duration.MonthsPerYear / 2;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<year>19\d\d|20\d\d)(?:-H(?<half>[12])|-(?<month>\d\d)(?!\d)(?:-(?<day>\d\d)(?!\d))?)?")]
    private static partial Regex Dates();
}
