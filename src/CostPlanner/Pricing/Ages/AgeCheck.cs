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
            .Select(each => Message.Of("age.row", ("product", each.Row.Id), ("date", each.Row.Provenance.Date)))
            .ToList();
        var newest = (rates?.All ?? [])
            .Where(rate => rate.Date <= day)
            .DistinctBy(rate => rate.Currency)
            .Where(rate => ages.IsOld(FactKind.ExchangeRate, rate.Date, day))
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)
            .Select(rate => Message.Of("age.rate", ("currency", rate.Currency.Code), ("day", rate.Date)))
            .ToList();
        return
        [
            .. Warning("exchange-rate-old", newest, "prices/exchange-rates.csv", Message.Of("exchange-rate-old.newer"), named => Message.Of(
                "exchange-rate-old.data", ("days", ages.Of(FactKind.ExchangeRate)), ("day", day), ("rates", named))),
            .. Warning("price-old", rows, "prices", Message.Of("price-old.newer"), named => Message.Of(
                "price-old.data", ("days", ages.Of(FactKind.Price)), ("day", day), ("prices", named))),
        ];

        static IEnumerable<Finding> Warning(string code, List<Message> named, string place, Message mend, Func<MessageValue, Message> said) =>
            named.Count == 0 ? [] : [new Finding(Severity.Warning, code, said(Message.List(named)), new SourcePlace(place), Done: null, mend)];
    }
}
