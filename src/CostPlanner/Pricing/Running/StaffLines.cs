using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Running;

/// <summary>The people who run the platform.</summary>
public static class StaffLines
{
    /// <summary>Administrators = running VMs / VMs per administrator; fractions of a person are kept.</summary>
    public static decimal Administrators(EstateDemand demand, AssumptionSet assumptions) =>
        demand.Running.Length / assumptions.Of(AssumptionIds.VmsPerAdmin);

    /// <summary>One line: administrators × a twelfth of the yearly cost, every month.</summary>
    public static CostLine Of(CostBasis basis, EstateDemand demand)
    {
        var cost = basis.Assumptions[AssumptionIds.AdminCost];
        var perMonth = cost.LikelyMoney / Duration.MonthsPerYear;
        return basis.Priced(new CostLine
        {
            Id = "staff",
            Category = CostCategory.Staff,
            Label = Message.Of("line.staff"),
            Quantity = Administrators(demand, basis.Assumptions),
            Unit = Message.Of("unit.administrator"),
            Timing = CostTiming.Monthly,
            ListPrice = perMonth,
            PaidPrice = perMonth,
            Rule = Message.Of(
                "staff.twelfth", ("vms", demand.Running.Length), ("each", basis.Assumptions.Of(AssumptionIds.VmsPerAdmin)), ("cost", cost.LikelyMoney)),
            Provenance = cost.Provenance,
        });
    }
}
