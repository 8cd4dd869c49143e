using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>What is paid after an expense has lowered the tax on profit.</summary>
public static class AfterTax
{
    /// <summary>
    /// After-tax cash(m) = cash(m) − rate × expense(m). Definition: tax follows the books month by month, and there is profit enough to set every
    /// expense against. Not rounded.
    /// </summary>
    /// <param name="cash">What is paid in each month.</param>
    /// <param name="expense">The expense in the books in each month (<see cref="Books.Expense"/>); throws for another number of months.</param>
    /// <param name="rate">The rate of the tax on profit; 0 leaves the cash as it is.</param>
    public static ImmutableArray<Money> Of(ImmutableArray<Money> cash, ImmutableArray<Money> expense, Fraction rate)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(expense.Length, cash.Length, nameof(expense));
        return [.. cash.Select((paid, month) => paid - (expense[month] * rate.Value))];
    }
}
