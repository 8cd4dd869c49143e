using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Running;

/// <summary>What servers fetch that are sold before the end of their life.</summary>
/// <remarks>Price × months of life left ÷ life × resale share: what is left in the books, and a part of it only.</remarks>
internal static class Resale
{
    /// <summary>Months after which a server is replaced.</summary>
    public static int LifeOf(CostBasis basis) => (int)decimal.Ceiling(basis.Assumptions.Of(AssumptionIds.HostLife) * Duration.MonthsPerYear);

    /// <summary>The id of the line for what a sale brings in.</summary>
    public static string IdOf(CostLine bought) => "resale-" + bought.Id;

    /// <summary>A line for servers that outlast the horizon, credited in its last month; none where all are worn out by then.</summary>
    public static IEnumerable<CostLine> AtTheEnd(CostBasis basis, CostLine bought, IEnumerable<(int Month, decimal Units)> purchases) =>
        Line(basis, bought, purchases, basis.Months, Message.Of("resale.at-end"));

    /// <summary>A line for servers sold in a month; none where nothing is left of their value.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="bought">The purchase.</param>
    /// <param name="purchases">How many were bought in which month.</param>
    /// <param name="sold">The month in which they are sold.</param>
    /// <param name="when">The same in words.</param>
    public static IEnumerable<CostLine> Line(CostBasis basis, CostLine bought, IEnumerable<(int Month, decimal Units)> purchases, int sold, Message when)
    {
        var (life, share) = (LifeOf(basis), basis.Assumptions[AssumptionIds.ResaleShare]);
        var left = purchases.Where(each => each.Month + life > sold && each.Units > 0).ToList();
        var worth = left.Sum(each => each.Units * (each.Month + life - sold) / life) * share.Likely;
        if (worth == 0 || bought.Converted is not { } unit)
        {
            yield break;
        }

        yield return bought with
        {
            Id = IdOf(bought),
            IsResale = true,
            LifeMonths = null,
            Label = Message.Of("line.sold", ("line", bought.Label)),
            Quantity = worth,
            Steps = [],
            Unit = Message.Of("unit.price-of-new"),
            ListPrice = bought.ListPrice * -1,
            PaidPrice = bought.PaidPrice * -1,
            Converted = unit with { Amount = unit.Amount * -1 },
            Rule = Message.Of(
                "resale.sold", ("servers", left.Sum(each => each.Units)), ("when", when),
                ("left", new MessageValue.OfList([.. left.Select(each => each.Month + life - sold).Distinct().Select(months => (MessageValue)months)])),
                ("life", life), ("share", share.Likely)),
            Provenance = share.Provenance,
            Payments = Booking.Of([(Math.Min(sold, basis.Months - 1), unit.Amount * -worth)]),
        };
    }
}
