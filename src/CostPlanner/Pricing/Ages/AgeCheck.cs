using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Ages;

/// <summary>Whether a data folder's prices and exchange rates would be too old on a day, whatever scenario asks.</summary>
public static class AgeCheck
{
    /// <summary>A warning for prices and one for exchange rates, each naming what is too old; none where all is current.</summary>
    /// <param name="prices">The price book; of its rows those that hold on the day and cost something are asked.</param>
    /// <param name="rates">The exchange rates, of which the newest of each currency is asked; null where the folder has none.</param>
    /// <param name="ages">How long facts may be used.</param>
    /// <param name="day">The day.</param>
    public static ImmutableArray<Finding> Of(PriceBook prices, ExchangeRates? rates, FactAges ages, DateOnly day)
    {
        var rows = prices.Rows
            .Where(row => row.HoldsOn(day) && row.Price is { Amount: > 0 })
            .Select(row => (Row: row, Day: FactAges.LastDay(row.Provenance.Date)))
            .Where(each => each.Day is { } spokenOf && ages.IsOld(FactKind.Price, spokenOf, day))
            .OrderBy(each => each.Day)
            .ThenBy(each => each.Row.Id, StringComparer.Ordinal)
            .Select(each => $"{each.Row.Id} ({each.Row.Provenance.Date})")
            .ToList();
        var newest = (rates?.All ?? [])
            .Where(rate => rate.Date <= day)
            .DistinctBy(rate => rate.Currency)
            .Where(rate => ages.IsOld(FactKind.ExchangeRate, rate.Date, day))
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)
            .Select(rate => FormattableString.Invariant($"{rate.Currency.Code} ({rate.Date:yyyy-MM-dd})"))
            .ToList();
        return
        [
            .. Warning(
                FactKind.ExchangeRate,
                "exchange-rate-old",
                "the newest exchange rates of",
                newest,
                "prices/exchange-rates.csv",
                "Add newer ones, or state them under rates: of a scenario"),
            .. Warning(
                FactKind.Price, "price-old", "prices that hold then, of", rows, "prices", "Look the prices up again, and add a row where one has changed"),
        ];

        IEnumerable<Finding> Warning(FactKind kind, string code, string what, List<string> named, string place, string mend) => named.Count == 0
            ? []
            :
            [
                new Finding(
                    Severity.Warning, code, FormattableString.Invariant(
                        $"more than {ages.Of(kind)} days before {day:yyyy-MM-dd}: {what} {string.Join(", ", named)}"),
                    new SourcePlace(place), Done: null, mend),
            ];
    }
}
