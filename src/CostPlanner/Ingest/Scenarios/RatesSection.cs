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
                $"there are {twice.Count()} rates of {twice.Key}",
                PlaceOf(twice.Last(), scenario),
                null,
                "keep the one that holds");
        }

        foreach (var rate in scenario.Rates.Where(rate => rate.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "rate-from-later",
                $"the rate of {rate.Currency} is dated {rate.Date:yyyy-MM-dd}, after the scenario's day",
                PlaceOf(rate, scenario),
                "it was still used", "check the dates");
        }

        foreach (var rate in scenario.Rates)
        {
            if (known.Find(rate.Currency, scenario.AsOf) is { } other && (rate.PerEuro > other.PerEuro * FarApart || rate.PerEuro * FarApart < other.PerEuro))
            {
                yield return new Finding(
                    Severity.Warning, "rate-far-off",
                    FormattableString.Invariant(
                        $"{rate.PerEuro:0.####} {rate.Currency} for one euro is far from {other.PerEuro:0.####} of {other.Date:yyyy-MM-dd} in the data folder"),
                    PlaceOf(rate, scenario), "it was still used", "write units of the currency for one euro, not euros for one unit");
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
            map.Refuse(
                FormattableString.Invariant($"a rate of {perEuro} is not above 0 and {MostPerEuro:#,0} at most"),
                "write how many units of the currency one euro buys: 1.12");
            return null;
        }

        if (currency == Currency.Euro)
        {
            map.Refuse("the euro has no rate against itself", "name the other currency, in units for one euro");
            return null;
        }

        return currency is null || perEuro is null || date is null || from is null
            ? null
            : new ExchangeRate(
                date.Value,
                currency.Value,
                perEuro.Value,
                new Provenance($"the user's own rate, from {from}", $"{date.Value:yyyy-MM-dd}", Grade.A, map.Place.ToString())) { IsOwn = true };
    }
}
