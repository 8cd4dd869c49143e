using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>What every cost line of an option is priced with.</summary>
/// <param name="Scenario">The day, the currency, the horizon and the user's quotes.</param>
/// <param name="Prices">The price book.</param>
/// <param name="Rates">The exchange rates.</param>
/// <param name="Cpus">The CPU catalogue, for the power of servers.</param>
/// <param name="Assumptions">The option's assumptions.</param>
public sealed record CostBasis(Scenario Scenario, PriceBook Prices, ExchangeRates Rates, CpuCatalogue Cpus, AssumptionSet Assumptions)
{
    /// <summary>Keeps what was worked out of plans, estates and this basis.</summary>
    public CaseCache Cache { get; init; } = new();

    /// <summary>The id of the reason where a currency cannot be converted.</summary>
    internal const string NoRate = "hole.no-rate";

    /// <summary>Months in the horizon.</summary>
    public int Months => Scenario.HorizonMonths;

    /// <summary>
    /// The line with its price in the scenario's currency and its payments; a hole where the price or the exchange rate is missing.
    /// </summary>
    /// <param name="line">A line with quantity and price, without payments.</param>
    /// <param name="schedule">Turns the exact amount of one period into payments; by default by the line's timing.</param>
    public CostLine Book(CostLine line, Func<Money, ImmutableArray<Payment>>? schedule = null)
    {
        var priced = Priced(line);
        return priced is { IsHole: false, Converted.Amount: var unit } && unit * line.Quantity is var amount
            ? priced with { Payments = schedule is null ? ByTiming(line.Timing, amount) : schedule(amount) }
            : priced;
    }

    /// <summary>The line with its price in the scenario's currency, to be paid over time; a hole where the price or the exchange rate is missing.</summary>
    /// <param name="line">A line with quantity and price, without payments.</param>
    public CostLine Priced(CostLine line)
    {
        // What is not needed costs nothing, whatever it would cost.
        if (line is { Quantity: 0, PaidPrice: null, IsRefused: false })
        {
            return line with { Hole = null };
        }

        if (line.IsHole || line.PaidPrice is not { } price)
        {
            return line with { Hole = line.Hole ?? Message.Of("hole.none", ("product", line.Label)) };
        }

        if (Convert(price) is not { } converted)
        {
            return line with { Hole = Message.Of(NoRate, ("from", price.Currency.Code), ("to", Scenario.Currency.Code), ("day", Scenario.AsOf)) };
        }

        return line with { Converted = converted };
    }

    /// <summary>An amount in the scenario's currency at the scenario's day; null where no rate is known.</summary>
    public ConvertedMoney? Convert(Money money) => Rates.Convert(money, Scenario.Currency, Scenario.AsOf);

    /// <summary>What one unit of a product costs; asked for by every line of every span of months, and the same for all.</summary>
    internal ProductPrice PriceOf(string product) =>
        Cache.Of(this, static _ => new Products()).GetOrAdd(product, static (id, basis) => ProductPrice.Asked(basis, id), this);

    /// <summary>A line whose unit price is an assumption in money, with its payments.</summary>
    public CostLine BookAssumed(CostLine line, string assumption, Func<Money, ImmutableArray<Payment>>? schedule = null) =>
        Book(Assumed(line, assumption), schedule);

    /// <summary>A line whose unit price is an assumption in money, to be paid over time.</summary>
    public CostLine PricedAssumed(CostLine line, string assumption) => Priced(Assumed(line, assumption));

    private CostLine Assumed(CostLine line, string assumption) => line with
    {
        ListPrice = Assumptions[assumption].LikelyMoney,
        PaidPrice = Assumptions[assumption].LikelyMoney,
        Provenance = Assumptions[assumption].Provenance,
    };

    private ImmutableArray<Payment> ByTiming(CostTiming timing, Money amount) => timing switch
    {
        CostTiming.Once => Booking.Once(amount, 0),
        CostTiming.Yearly => Booking.Yearly(amount, Months),
        CostTiming.Monthly => Booking.Monthly(amount, Months),
        _ => throw new ArgumentOutOfRangeException(nameof(timing), timing, "not a timing"),
    };

    private sealed class Products() : ConcurrentDictionary<string, ProductPrice>(StringComparer.Ordinal);
}
