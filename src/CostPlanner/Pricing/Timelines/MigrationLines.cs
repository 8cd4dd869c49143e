using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Running;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What leaving the platform of today costs beside the new one.</summary>
public static class MigrationLines
{
    /// <summary>
    /// Moving every VM (also those powered off; templates are made anew) as the waves go, training the administrators, servers bought for the move
    /// and sold after it, and the platform licences of today until the last VM has moved.
    /// </summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="demand">The VMs.</param>
    /// <param name="course">The option month by month.</param>
    /// <param name="move">The move.</param>
    /// <param name="staying">The lines of the option that stays on the platform of today, or empty when none does.</param>
    public static ImmutableArray<CostLine> Of(CostBasis basis, EstateDemand demand, Timeline course, Migration move, ImmutableArray<CostLine> staying) =>
    [
        Move(basis, move),
        Train(basis, StaffLines.Administrators(demand, basis.Assumptions)),
        .. Swing(basis, course, move),
        .. move.DependsOnUnknownDisks ? [OfUnknownDisks(basis, move)] : Array.Empty<CostLine>(),
        .. ContractTerm.Of(basis.Scenario) switch
        {
            { Contract.IsPerpetual: true } owned => owned.Ends < move.Ends ? [ContractLines.Support(basis, owned, CostCategory.Migration, move.Ends)] : [],
            _ => staying
                .Where(line => line.Category == CostCategory.PlatformLicences && line.Timing != CostTiming.Once)
                .Where(line => line.Steps.Any(step => step.Month < move.Ends))
                .Select(line => Parallel(line, move.Ends))
                .Where(line => line.IsHole || !line.Payments.IsEmpty),
        },
    ];

    private static CostLine Move(CostBasis basis, Migration move) => basis.BookAssumed(
        new CostLine
        {
            Id = "migration",
            Category = CostCategory.Migration,
            Label = "Moving VMs",
            Quantity = move.Vms,
            Unit = "VM",
            Timing = CostTiming.Once,
            Rule = Rule(basis, move),
            Provenance = basis.Assumptions[AssumptionIds.MigrationPerVm].Provenance,
        },
        AssumptionIds.MigrationPerVm,
        whole => Booking.Of(move.Waves().Where(wave => wave.Month < basis.Months).Select(wave => (wave.Month, whole * wave.Vms / Math.Max(1, move.Vms)))));

    /// <summary>What a longer move would cost: nobody can say while the size of the disks is not known, and it is not nothing.</summary>
    private static CostLine OfUnknownDisks(CostBasis basis, Migration move) => new()
    {
        Id = "migration-unknown-disks",
        Category = CostCategory.Migration,
        Label = FormattableString.Invariant($"A longer move, for the disks of {move.VmsOfUnknownDisk} VMs"),
        Quantity = move.VmsOfUnknownDisk,
        Unit = "VM",
        Timing = CostTiming.Once,
        Rule = string.Create(
            CultureInfo.InvariantCulture,
            $"how large their disks are is not known; at {basis.Assumptions.Of(AssumptionIds.UnknownDisk):0.##} GiB on average copying them would "
                + $"lengthen the move"),
        Provenance = basis.Assumptions[AssumptionIds.UnknownDisk].Provenance,
        Hole = Message.Of("hole.unknown-disks", ("vms", move.VmsOfUnknownDisk), ("assumption", AssumptionIds.UnknownDisk)),
    };

    private static string Rule(CostBasis basis, Migration move)
    {
        var limit = move.IsLimitedByData
            ? FormattableString.Invariant(
                $"{move.Data.TiB:#,0.#} TiB at {basis.Assumptions.Of(AssumptionIds.TransferRate):#,0.##} Mbit/s take {move.WeeksByData:0.#} weeks")
            : FormattableString.Invariant($"moving {basis.Assumptions.Of(AssumptionIds.VmsPerWeek):0.##} a week takes {move.WeeksByVms:0.#} weeks");
        var all = FormattableString.Invariant(
            $"{move.Vms} VMs, powered-off ones too, templates not; after {move.Preparation} months of preparation {limit}: done by month {move.Ends}");
        return move.Ends <= basis.Months ? all : FormattableString.Invariant($"{all}, of which {basis.Months} count");
    }

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

    private static IEnumerable<CostLine> Swing(CostBasis basis, Timeline course, Migration move)
    {
        if (course.Swing == 0 || course.SwingModel is not { } model || move.Preparation >= basis.Months)
        {
            return [];
        }

        var bought = basis.Book(
            HardwareLines.Purchase(basis, model, course.Swing) with
            {
                Id = "swing-servers",
                Category = CostCategory.Migration,
                Label = $"{model.Name}, for the move",
                Rule = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{basis.Assumptions.Of(AssumptionIds.SwingServers):0} servers free for the move, {course.Leaving.Length - course.StandIns} hosts of "
                        + $"today are: {course.Swing} bought"),
            },
            whole => Booking.Once(whole, move.Preparation));
        return [bought, .. Resale.Line(basis, bought, [(move.Preparation, course.Swing)], Math.Min(move.Ends, basis.Months), "after the move")];
    }

    private static CostLine Parallel(CostLine line, int months) => line with
    {
        Id = "parallel-" + line.Id,
        Category = CostCategory.Migration,
        Label = $"{line.Label}, while VMs move",
        Rule = FormattableString.Invariant($"what staying pays in the first {months} months, for its own hosts and by the year; {line.Rule}"),
        Payments = [.. line.Payments.Where(payment => payment.Month < months)],
    };
}
