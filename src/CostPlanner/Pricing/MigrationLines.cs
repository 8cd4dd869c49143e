using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>What leaving the platform of today costs beside the new one.</summary>
public static class MigrationLines
{
    /// <summary>
    /// Moving every VM (also those powered off; templates are made anew), training the administrators, and the platform
    /// licences of today while VMs move.
    /// </summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="demand">The VMs.</param>
    /// <param name="staying">The lines of the option that stays on the platform of today, or empty when none does.</param>
    public static ImmutableArray<CostLine> Of(CostBasis basis, EstateDemand demand, ImmutableArray<CostLine> staying)
    {
        var months = (int)decimal.Ceiling(basis.Assumptions.Of(AssumptionIds.ParallelMonths));
        return
        [
            Move(basis, demand.Running.Length + demand.NotRunning.Length, Math.Min(months, basis.Months)),
            Train(basis, StaffLines.Administrators(demand, basis.Assumptions)),
            .. staying
                .Where(line => line.Category == CostCategory.PlatformLicences && line.Timing != CostTiming.Once)
                .Select(line => Parallel(line, months)),
        ];
    }

    private static CostLine Move(CostBasis basis, int vms, int months) => basis.BookAssumed(
        new CostLine
        {
            Id = "migration",
            Category = CostCategory.Migration,
            Label = "Moving VMs",
            Quantity = vms,
            Unit = "VM",
            Timing = CostTiming.Once,
            Rule = FormattableString.Invariant($"{vms} VMs, powered-off ones too, templates not; spread over {months} months"),
            Provenance = basis.Assumptions[AssumptionIds.MigrationPerVm].Provenance,
        },
        AssumptionIds.MigrationPerVm,
        whole => Booking.Spread(whole, months));

    private static CostLine Train(CostBasis basis, decimal administrators)
    {
        var hours = basis.Assumptions.Of(AssumptionIds.TrainingHours);
        return basis.BookAssumed(
            new CostLine
            {
                Id = "training",
                Category = CostCategory.Training,
                Label = "Training of administrators",
                Quantity = administrators * hours,
                Unit = "hour",
                Timing = CostTiming.Once,
                Rule = FormattableString.Invariant($"{administrators:0.##} administrators × {hours:0.##} hours"),
                Provenance = basis.Assumptions[AssumptionIds.TrainingHour].Provenance,
            },
            AssumptionIds.TrainingHour);
    }

    private static CostLine Parallel(CostLine line, int months) => line with
    {
        Id = "parallel-" + line.Id,
        Category = CostCategory.Migration,
        Label = $"{line.Label}, while VMs move",
        Rule = FormattableString.Invariant($"what staying costs in the first {months} months; {line.Rule}"),
        Payments = [.. line.Payments.Where(payment => payment.Month < months)],
    };
}
