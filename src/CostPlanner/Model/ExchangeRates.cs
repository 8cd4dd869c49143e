using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>The rate of one currency on one day: so many units for one euro.</summary>
/// <param name="Date">The day.</param>
/// <param name="Currency">The currency.</param>
/// <param name="PerEuro">Units of the currency for one euro, above 0.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record ExchangeRate(DateOnly Date, Currency Currency, decimal PerEuro, Provenance Provenance);

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

        foreach (var rate in ofCurrency.GetValueOrDefault(currency, []))
        {
            if (rate.Date <= day)
            {
                return (rate.PerEuro, rate.Date);
            }
        }

        return null;
    }
}
