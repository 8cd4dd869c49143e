using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Running;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What leaving the platform of today costs beside the new one.</summary>
public static class MigrationLines
{
    /// <summary>
    /// Moving every VM (also those powered off; templates are made anew) as the waves go, a lump sum where there is one, training the administrators, and
    /// servers bought for the move and sold after it.
    /// </summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="demand">The VMs.</param>
    /// <param name="course">The option month by month.</param>
    /// <param name="move">The move.</param>
    public static ImmutableArray<CostLine> Of(CostBasis basis, EstateDemand demand, Timeline course, Migration move) =>
    [
        Move(basis, move),
        .. basis.Assumptions.Of(AssumptionIds.MigrationLumpSum) != 0 ? [LumpSum(basis, move)] : Array.Empty<CostLine>(),
        Train(basis, StaffLines.Administrators(demand, basis.Assumptions)),
        .. Swing(basis, course, move),
        .. move.DependsOnUnknownDisks ? [OfUnknownDisks(basis, move)] : Array.Empty<CostLine>(),
    ];

    private static CostLine Move(CostBasis basis, Migration move) => basis.BookAssumed(
        new CostLine
        {
            Id = "migration",
            Category = CostCategory.Migration,
            Label = Message.Of("line.migration"),
            Quantity = move.Vms,
            Unit = Message.Of("unit.vm"),
            Timing = CostTiming.Once,
            Rule = Rule(basis, move),
            Provenance = basis.Assumptions[AssumptionIds.MigrationPerVm].Provenance,
        },
        AssumptionIds.MigrationPerVm,
        whole => Booking.Of(move.Waves().Where(wave => wave.Month < basis.Months).Select(wave => (wave.Month, whole * wave.Vms / Math.Max(1, move.Vms)))));

    /// <summary>What is paid for the move as a whole when the first VMs move; nothing where that is after the horizon.</summary>
    private static CostLine LumpSum(CostBasis basis, Migration move) => basis.BookAssumed(
        new CostLine
        {
            Id = AssumptionIds.MigrationLumpSum,
            Category = CostCategory.Migration,
            Label = Message.Of("line.migration-lump-sum"),
            Quantity = 1,
            Unit = Message.Of("unit.move"),
            Timing = CostTiming.Once,
            Rule = Message.Of("migration.lump-sum", ("month", move.Preparation + 1), ("vms", move.Vms)),
            Provenance = basis.Assumptions[AssumptionIds.MigrationLumpSum].Provenance,
        },
        AssumptionIds.MigrationLumpSum,
        whole => move.Preparation < basis.Months ? Booking.Once(whole, move.Preparation) : []);

    /// <summary>What a longer move would cost: nobody can say while the size of the disks is not known, and it is not nothing.</summary>
    private static CostLine OfUnknownDisks(CostBasis basis, Migration move) => new()
    {
        Id = "migration-unknown-disks",
        Category = CostCategory.Migration,
        Label = Message.Of("line.longer-move", ("vms", move.VmsOfUnknownDisk)),
        Quantity = move.VmsOfUnknownDisk,
        Unit = Message.Of("unit.vm"),
        Timing = CostTiming.Once,
        Rule = Message.Of("migration.unknown-disks", ("gib", basis.Assumptions.Of(AssumptionIds.UnknownDisk))),
        Provenance = basis.Assumptions[AssumptionIds.UnknownDisk].Provenance,
        Hole = Message.Of("hole.unknown-disks", ("vms", move.VmsOfUnknownDisk), ("assumption", AssumptionIds.UnknownDisk)),
    };

    private static Message Rule(CostBasis basis, Migration move)
    {
        var limit = move.IsLimitedByData
            ? Message.Of(
                "migration.by-data", ("data", move.Data), ("mbps", basis.Assumptions.Of(AssumptionIds.TransferRate)), ("weeks", move.WeeksByData))
            : Message.Of("migration.by-vms", ("vms", basis.Assumptions.Of(AssumptionIds.VmsPerWeek)), ("weeks", move.WeeksByVms));
        var all = Message.Of("migration.done", ("vms", move.Vms), ("preparation", move.Preparation), ("limit", limit), ("month", move.Ends));
        return move.Ends <= basis.Months ? all : Message.Of("migration.cut", ("move", all), ("months", basis.Months));
    }

    private static CostLine Train(CostBasis basis, decimal administrators)
    {
        var hours = basis.Assumptions.Of(AssumptionIds.TrainingHours);
        return basis.BookAssumed(
            new CostLine
            {
                Id = "training",
                Category = CostCategory.Training,
                Label = Message.Of("line.training"),
                Quantity = administrators * hours,
                Unit = Message.Of("unit.hour"),
                Timing = CostTiming.Once,
                Rule = Message.Of("training.hours", ("administrators", administrators), ("hours", hours)),
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
                Label = Message.Of("line.for-move", ("server", model.Name)),
                Rule = Message.Of(
                    "swing.bought", ("free", basis.Assumptions.Of(AssumptionIds.SwingServers)), ("today", course.Leaving.Length - course.StandIns),
                    ("bought", course.Swing)),
            },
            whole => Booking.Once(whole, move.Preparation));
        return [bought, .. Resale.Line(basis, bought, [(move.Preparation, course.Swing)], Math.Min(move.Ends, basis.Months), Message.Of("resale.after-move"))];
    }
}
