using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>Turns exact amounts into payments in whole units of a currency.</summary>
/// <remarks>
/// The remainder of a payment is carried to the next one of its line, so that a line's payments add up to its exact amount
/// within half a unit, and every total is the exact sum of its lines.
/// </remarks>
public static class Booking
{
    /// <summary>The amount once, in that month.</summary>
    public static ImmutableArray<Payment> Once(Money amount, int month) => Whole([(month, amount)]);

    /// <summary>The yearly amount at the start of every year of the horizon.</summary>
    public static ImmutableArray<Payment> Yearly(Money perYear, int months) =>
        Whole(Enumerable.Range(0, months).Where(month => month % Duration.MonthsPerYear == 0).Select(month => (month, perYear)));

    /// <summary>The monthly amount in every month of the horizon.</summary>
    public static ImmutableArray<Payment> Monthly(Money perMonth, int months) =>
        Whole(Enumerable.Range(0, months).Select(month => (month, perMonth)));

    /// <summary>The whole amount in equal parts over the first months; at once when there are none.</summary>
    public static ImmutableArray<Payment> Spread(Money whole, int months) =>
        months < 1 ? Once(whole, 0) : Whole(Enumerable.Range(0, months).Select(month => (month, whole / months)));

    /// <summary>Exact amounts in their months, in order.</summary>
    public static ImmutableArray<Payment> Of(IEnumerable<(int Month, Money Amount)> exact) => Whole(exact);

    /// <summary>So many times a price in their months, in order.</summary>
    public static ImmutableArray<Payment> Of(Money price, IReadOnlyList<(int Month, decimal Units)> units)
    {
        var payments = new Payment[units.Count];
        var (owed, booked) = (0m, 0m);
        for (var i = 0; i < payments.Length; i++)
        {
            owed += price.Amount * units[i].Units;
            var payment = new Money(owed - booked, price.Currency).Rounded(0);
            booked += payment.Amount;
            payments[i] = new Payment(units[i].Month, payment);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(payments);
    }

    private static ImmutableArray<Payment> Whole(IEnumerable<(int Month, Money Amount)> exact) => exact.ToList() is [var first, ..] all
        ? Of(new Money(1, first.Amount.Currency), [.. all.Select(each => (each.Month, each.Amount.Amount))])
        : [];
}
