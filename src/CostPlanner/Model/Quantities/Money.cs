namespace CostPlanner.Model;

/// <summary>An amount in one currency, exact.</summary>
/// <remarks>
/// Two currencies do not add: conversion happens at a dated rate (<c>ExchangeRates</c>). An amount is
/// never rounded by adding, only when it is booked as a payment or shown.
/// </remarks>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in that currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The sum; throws when the currencies differ.</summary>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    /// <summary>The difference; throws when the currencies differ.</summary>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>The amount so many times.</summary>
    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    /// <summary>The amount divided.</summary>
    public static Money operator /(Money money, decimal divisor) => new(money.Amount / divisor, money.Currency);

    /// <summary>The ratio of two amounts; throws when the currencies differ.</summary>
    public static decimal operator /(Money left, Money right) => left.Amount / right.In(left.Currency);

    /// <summary>Whether the left amount is the smaller; throws when the currencies differ.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is the larger; throws when the currencies differ.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is not the larger; throws when the currencies differ.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is not the smaller; throws when the currencies differ.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Orders by amount; throws when the currencies differ.</summary>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency));

    /// <summary>The amount rounded half away from zero to so many decimals: how a payment is booked.</summary>
    public Money Rounded(int decimals) => new(decimal.Round(Amount, decimals, MidpointRounding.AwayFromZero), Currency);

    /// <summary>Currency and amount, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Currency} {Amount:#,0.00##}");

    private decimal In(Currency wanted) => Currency == wanted
        ? Amount
        : throw new InvalidOperationException($"{Currency} and {wanted} do not mix: convert at a dated rate first");
}
