using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What is paid in advance for months after the horizon, credited in its last month.</summary>
/// <remarks>
/// Payment × months covered after the horizon ÷ months covered. Cash is paid when it is due and in full; without the credit an option whose year begins
/// later would look dearer for what it has left. Definition.
/// </remarks>
internal static class Prepaid
{
    /// <summary>The credit of a line; none where nothing that was paid reaches beyond the horizon.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="line">The line, with its payments.</param>
    /// <param name="paid">What was paid in which month, in units of the line's price, and the month after the last that it covers.</param>
    public static IEnumerable<CostLine> Credit(CostBasis basis, CostLine line, IEnumerable<(int Month, decimal Units, int Until)> paid)
    {
        var beyond = paid.Where(each => each.Until > basis.Months && each.Units > 0).ToList();
        var units = beyond.Sum(each => each.Units * (each.Until - basis.Months) / (each.Until - each.Month));
        if (units == 0 || line.Converted is not { Amount.Amount: not 0 } unit)
        {
            yield break;
        }

        yield return line with
        {
            Id = "prepaid-" + line.Id,
            Label = Message.Of("line.prepaid", ("line", line.Label)),
            Quantity = units,
            Steps = [],
            OwedBeyond = null,
            ListPrice = line.ListPrice * -1,
            PaidPrice = line.PaidPrice * -1,
            Converted = unit with { Amount = unit.Amount * -1 },
            Rule = Message.Of("prepaid.credit", ("paid", beyond[^1].Month + 1), ("until", beyond[^1].Until), ("months", beyond[^1].Until - basis.Months)),
            Payments = Booking.Of([(basis.Months - 1, unit.Amount * -units)]),
        };
    }
}
