using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>How the price of a line rises over the horizon.</summary>
/// <remarks>
/// (1 + r) to the power of the full years passed. Subscriptions and support keep their price for their term, counted from their first payment, and
/// then take all its years' rises at once; what is bought once never rises.
/// </remarks>
internal sealed class PriceRise
{
    private readonly decimal growth = 1;
    private readonly int term;
    private readonly int from;
    private (int Years, decimal Factor) last = (0, 1);

    /// <summary>The rise of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="assumptions">The option's assumptions.</param>
    /// <param name="first">The month of the line's first payment.</param>
    public PriceRise(CostLine line, AssumptionSet assumptions, int first)
    {
        term = Math.Max(1, line.TermYears ?? 1);
        if (line.Timing != CostTiming.Once && RiseOf(line.Category) is { } id)
        {
            growth = 1 + assumptions.Of(id);
            from = id == AssumptionIds.RiseLicences ? first : 0;
        }
    }

    /// <summary>The factor of a payment in a month.</summary>
    public decimal Factor(int month)
    {
        var years = (month - from) / Duration.MonthsPerYear / term * term;
        if (years != last.Years)
        {
            last = (years, Compounding.Power(growth, years));
        }

        return last.Factor;
    }

    /// <summary>The rise of a kind of cost; null for what has no yearly price.</summary>
    private static string? RiseOf(CostCategory category) => category switch
    {
        CostCategory.PlatformLicences or CostCategory.GuestLicences or CostCategory.TodaysContract => AssumptionIds.RiseLicences,
        CostCategory.Energy => AssumptionIds.RiseEnergy,
        CostCategory.Staff => AssumptionIds.RiseStaff,
        CostCategory.HardwareMaintenance or CostCategory.Rack => AssumptionIds.RiseUpkeep,
        _ => null,
    };
}
