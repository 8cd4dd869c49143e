using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The rate of one currency on one day: so many units for one euro.</summary>
/// <param name="Date">The day.</param>
/// <param name="Currency">The currency.</param>
/// <param name="PerEuro">Units of the currency for one euro, above 0.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record ExchangeRate(DateOnly Date, Currency Currency, decimal PerEuro, Provenance Provenance)
{
    /// <summary>Whether the scenario states it: then it holds whatever its day.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>An amount in another currency, and the rate that took it there.</summary>
/// <param name="Amount">The amount after conversion.</param>
/// <param name="Rate">Units of the new currency for one unit of the old; 1 when nothing was converted.</param>
/// <param name="RateDate">The day of the rate, or null when nothing was converted.</param>
public sealed record ConvertedMoney(Money Amount, decimal Rate, DateOnly? RateDate);

/// <summary>Dated exchange rates against the euro.</summary>
public sealed record ExchangeRates
{
    private readonly ImmutableArray<ExchangeRate> newestFirst;
    private readonly FrozenDictionary<Currency, ImmutableArray<ExchangeRate>> ofCurrency;

    /// <summary>A table of those rates.</summary>
    public ExchangeRates(ImmutableArray<ExchangeRate> rates)
    {
        newestFirst = [.. rates.OrderByDescending(rate => rate.Date).ThenBy(rate => rate.Currency.Code, StringComparer.Ordinal)];
        ofCurrency = newestFirst.GroupBy(rate => rate.Currency).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>All rates, newest first.</summary>
    public ImmutableArray<ExchangeRate> All => newestFirst;

    /// <summary>The rates with the user's own in the place of all of the same currency.</summary>
    public ExchangeRates With(ImmutableArray<ExchangeRate> own) => own.IsEmpty
        ? this
        : new ExchangeRates([.. newestFirst.Where(rate => own.All(each => each.Currency != rate.Currency)), .. own]);

    /// <summary>The rate of a currency that holds on a day: the user's own, else the last on or before it; null for none, as of the euro.</summary>
    public ExchangeRate? Find(Currency currency, DateOnly day)
    {
        foreach (var rate in ofCurrency.GetValueOrDefault(currency, []))
        {
            if (rate.IsOwn || rate.Date <= day)
            {
                return rate;
            }
        }

        return null;
    }

    /// <summary>
    /// The amount in another currency at the last rates on or before that day; null where the table has none.
    /// Two currencies that are not the euro meet through it.
    /// </summary>
    public ConvertedMoney? Convert(Money money, Currency to, DateOnly day)
    {
        if (money.Currency == to)
        {
            return new ConvertedMoney(money, 1, null);
        }

        if (PerEuro(money.Currency, day) is not { } from || PerEuro(to, day) is not { } target)
        {
            return null;
        }

        var rate = target.PerEuro / from.PerEuro;
        var date = from.Date is { } a && target.Date is { } b ? (a < b ? a : b) : from.Date ?? target.Date;
        return new ConvertedMoney(new Money(money.Amount * target.PerEuro / from.PerEuro, to), rate, date);
    }

    private (decimal PerEuro, DateOnly? Date)? PerEuro(Currency currency, DateOnly day)
    {
        if (currency == Currency.Euro)
        {
            return (1, null);
        }

        return Find(currency, day) is { } rate ? (rate.PerEuro, rate.Date) : null;
    }
}
