using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>rates</c>: exchange rates of the user's own, each in the place of all that the data folder has of its currency.</summary>
internal static class RatesSection
{
    /// <summary>Beyond, a rate is a slip of the keyboard: no currency has had so many units for one euro.</summary>
    private const decimal MostPerEuro = 1_000_000;

    /// <summary>A rate that differs from the last one known by more than this factor is asked about: a dollar written the wrong way round does.</summary>
    private const decimal FarApart = 1.25m;

    /// <summary>The rates; what is wrong in them became findings.</summary>
    public static ImmutableArray<ExchangeRate> Of(YamlMap scenario) => [.. scenario.Maps("rates").Select(Rate).OfType<ExchangeRate>()];

    /// <summary>Errors for a currency stated twice, warnings for a rate from after the scenario's day and for one far from the data folder's.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="known">The rates of the data folder.</param>
    public static IEnumerable<Finding> Check(Scenario scenario, ExchangeRates known)
    {
        foreach (var twice in scenario.Rates.GroupBy(rate => rate.Currency).Where(group => group.Count() > 1))
        {
            yield return new Finding(
                Severity.Error,
                "rate-twice",
                Message.Of("rate-twice", ("rates", twice.Count()), ("currency", twice.Key.Code)),
                PlaceOf(twice.Last(), scenario),
                null,
                Message.Of("keep-one"));
        }

        foreach (var rate in scenario.Rates.Where(rate => rate.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "rate-from-later",
                Message.Of("rate-from-later", ("currency", rate.Currency.Code), ("date", rate.Date)),
                PlaceOf(rate, scenario),
                Message.Of("still-used"),
                Message.Of("check-dates"));
        }

        foreach (var rate in scenario.Rates)
        {
            if (known.Find(rate.Currency, scenario.AsOf) is { } other && (rate.PerEuro > other.PerEuro * FarApart || rate.PerEuro * FarApart < other.PerEuro))
            {
                yield return new Finding(
                    Severity.Warning, "rate-far-off",
                    Message.Of(
                        "rate-far-off", ("rate", rate.PerEuro), ("currency", rate.Currency.Code), ("other", other.PerEuro), ("date", other.Date)),
                    PlaceOf(rate, scenario), Message.Of("still-used"), Message.Of("rate-far-off.mend"));
            }
        }
    }

    private static SourcePlace PlaceOf(ExchangeRate rate, Scenario scenario) => new(rate.Provenance.Row.Length > 0 ? rate.Provenance.Row : scenario.Name);

    private static ExchangeRate? Rate(YamlMap map)
    {
        var currency = map.Currency("currency", required: true);
        var perEuro = map.Number("per_euro", required: true);
        var date = map.Date("date", required: true);
        var from = map.Text("from", required: true);
        map.RefuseUnknownKeys();
        if (perEuro is <= 0 or > MostPerEuro)
        {
            map.Refuse(Message.Of("scenario.rate-range", ("rate", perEuro.Value), ("most", MostPerEuro)), Message.Of("scenario.rate-range.mend"));
            return null;
        }

        if (currency == Currency.Euro)
        {
            map.Refuse(Message.Of("euro-without-rate"), Message.Of("euro-without-rate.mend"));
            return null;
        }

        return currency is null || perEuro is null || date is null || from is null
            ? null
            : new ExchangeRate(
                date.Value,
                currency.Value,
                perEuro.Value,
                new Provenance(Message.Of("source.own-rate", ("from", from)), $"{date.Value:yyyy-MM-dd}", Grade.A, map.Place.ToString())) { IsOwn = true };
    }
}
