using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What a term that outlasts the horizon still asks for: payments that fall due after the last month, in no total.</summary>
/// <remarks>
/// Terms follow each other from the first payment on. Price × units needed in the last month × periods between the end of what is paid and the end of the
/// last term; the price is that of the term's begin. Definition.
/// </remarks>
internal static class OwedBeyond
{
    /// <summary>The line with what it still owes; as it is where its last term ends within what is paid.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="line">The line; its price is in the scenario's currency.</param>
    /// <param name="first">The month in which its first term begins.</param>
    /// <param name="units">Units needed in the last month, in which a term runs.</param>
    public static CostLine Said(CostBasis basis, CostLine line, int first, decimal units)
    {
        if (line is not { TermYears: { } years, Timing: not CostTiming.Once, Converted: { } price } || units <= 0 || first >= basis.Months)
        {
            return line;
        }

        var period = line.Timing == CostTiming.Monthly ? 1 : Duration.MonthsPerYear;
        var begins = Started(years * Duration.MonthsPerYear);
        var (paid, ends) = (Started(period) + period, begins + (years * Duration.MonthsPerYear));
        var owed = (price.Amount * (units * new PriceRise(line, basis.Assumptions, first).Factor(begins) * (ends - paid) / period)).Rounded(0);
        return owed.Amount <= 0 ? line : line with
        {
            OwedBeyond = owed,
            Rule = Clauses.With(
                line.Rule,
                Message.Of("term.owed", ("years", years), ("from", begins + 1), ("until", ends), ("amount", owed), ("months", ends - paid))),
        };

        int Started(int length) => first + ((basis.Months - 1 - first) / length * length);
    }
}
