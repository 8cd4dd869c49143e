using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>Money that leaves in a month of the horizon.</summary>
/// <param name="Month">The month: 0 is the first.</param>
/// <param name="Amount">The amount, in whole units of the scenario's currency.</param>
public readonly record struct Payment(int Month, Money Amount);

/// <summary>When a line is paid.</summary>
public enum CostTiming
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>At the start of every year.</summary>
    Yearly,

    /// <summary>Every month.</summary>
    Monthly,
}

/// <summary>One thing paid for: quantity × price, when, by which rule, and where the price comes from.</summary>
/// <remarks>
/// Payments are booked in whole units of the currency, the remainder carried to the next payment of the line, so that
/// every total is the exact sum of its lines and a line is never off by more than half a unit. A line whose price is
/// missing has no payments and says so in <see cref="Hole"/>.
/// </remarks>
public sealed record CostLine
{
    /// <summary>The line's id, unique in its sheet.</summary>
    public required string Id { get; init; }

    /// <summary>What it is spent on.</summary>
    public required CostCategory Category { get; init; }

    /// <summary>What is paid for.</summary>
    public required Message Label { get; init; }

    /// <summary>The product's id in the price book, or null for what is no product.</summary>
    public string? Product { get; init; }

    /// <summary>The licence of guests that it counts, by the name that a <see cref="Confinement"/> has for it; null for what no guest carries.</summary>
    public string? Guests { get; init; }

    /// <summary>Whether the price of the platform contains it, so that it costs nothing more.</summary>
    public bool IsContained { get; init; }

    /// <summary>How many units; the first of several quantities where it changes over time.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The quantity from which month on; empty where the line was not laid out over time.</summary>
    public ImmutableArray<QuantityStep> Steps { get; init; } = [];

    /// <summary>Years for which the price is held, or null for one.</summary>
    public int? TermYears { get; init; }

    /// <summary>What its last term asks for after the horizon, in no payment; null where that is nothing.</summary>
    public Money? OwedBeyond { get; init; }

    /// <summary>Months over which the payments are written off in the books; null where they are a cost at once.</summary>
    public int? LifeMonths { get; init; }

    /// <summary>The unit, singular, without its period: "core", "server", "kWh".</summary>
    public required Message Unit { get; init; }

    /// <summary>When it is paid; the price is for one such period.</summary>
    public required CostTiming Timing { get; init; }

    /// <summary>List price of a unit in the source's currency, or null for a hole.</summary>
    public Money? ListPrice { get; init; }

    /// <summary>The price of a unit that is paid, in the source's currency; the list price unless the user has a quote or a discount.</summary>
    public Money? PaidPrice { get; init; }

    /// <summary>The price paid in the scenario's currency, with the rate used; null for a hole.</summary>
    public ConvertedMoney? Converted { get; init; }

    /// <summary>How the quantity came about, with its figures.</summary>
    public required Message Rule { get; init; }

    /// <summary>Where the price comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is what a sale brings in.</summary>
    public bool IsResale { get; init; }

    /// <summary>Why there is no amount, or null when there is one.</summary>
    public Message? Hole { get; init; }

    /// <summary>Whether there is no amount because the product may not be used for the estate, which no quote mends.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The payments, in order of months.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>Whether the line has no amount.</summary>
    public bool IsHole => Hole is not null;

    /// <summary>The quantity in a month; the one quantity where the line was not laid out over time.</summary>
    public decimal QuantityIn(int month) => Steps.IsEmpty ? Quantity : Steps.LastOrDefault(step => step.Month <= month)?.Quantity ?? 0;

    /// <summary>The sum of the payments; null for a hole.</summary>
    public Money? Amount(Currency currency) =>
        IsHole ? null : Payments.Aggregate(Money.Zero(currency), (sum, payment) => sum + payment.Amount);
}
