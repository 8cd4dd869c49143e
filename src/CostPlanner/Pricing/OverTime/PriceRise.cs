using CostPlanner.Model;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Pricing.OverTime;

/// <summary>How prices rise over the horizon.</summary>
internal static class PriceRise
{
    /// <summary>
    /// (1 + r) to the power of the full years passed. Subscriptions and support keep their price for their term, counted from their first payment, and
    /// then take all its years' rises at once; what is bought once never rises.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="assumptions">The option's assumptions.</param>
    /// <param name="month">The month of the payment.</param>
    /// <param name="first">The month of the line's first payment.</param>
    public static decimal Factor(CostLine line, AssumptionSet assumptions, int month, int first)
    {
        if (line.Timing == CostTiming.Once || RiseOf(line.Category) is not { } id)
        {
            return 1;
        }

        var years = (id == AssumptionIds.RiseLicences ? month - first : month) / Duration.MonthsPerYear;
        var term = Math.Max(1, line.TermYears ?? 1);
        return PresentValue.Power(1 + assumptions.Of(id), years / term * term);
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
