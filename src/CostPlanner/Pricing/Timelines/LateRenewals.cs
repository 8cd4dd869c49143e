using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What is added where today's products are renewed after their contract's end.</summary>
/// <remarks>Surcharge = share × what the renewal costs in its first twelve months, paid with its first payment. Reported of Broadcom, 2025.</remarks>
internal static class LateRenewals
{
    /// <summary>A line for each renewal among the lines; none where nothing is renewed late.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="lines">The lines of the option's platform, and of today's while VMs move.</param>
    public static ImmutableArray<CostLine> Of(CostBasis basis, IEnumerable<CostLine> lines) => basis.Scenario.RenewsLate
        ? [.. lines.Where(line => IsRenewal(basis, line)).SelectMany(line => Of(basis, line))]
        : [];

    /// <summary>A product of the contract that is bought again, and the contract that is paid on: both subscriptions or support.</summary>
    private static bool IsRenewal(CostBasis basis, CostLine line) => line is { IsHole: false, Payments.IsEmpty: false, PaidPrice.Amount: > 0 }
        && line.Timing != CostTiming.Once
        && (line.Product is { } product ? ProductPrice.IsRenewal(basis, product) : line.Id is ContractLines.ProlongedId or ContractLines.ParallelId);

    private static IEnumerable<CostLine> Of(CostBasis basis, CostLine line)
    {
        var first = line.Payments[0].Month;
        var year = line.Payments.Where(payment => payment.Month < first + Duration.MonthsPerYear)
            .Aggregate(Money.Zero(basis.Scenario.Currency), (sum, payment) => sum + payment.Amount);
        var share = basis.Assumptions.Of(AssumptionIds.LateRenewal);
        yield return basis.Book(
            new CostLine
            {
                Id = "late-" + line.Id,
                Category = line.Category,
                Label = Message.Of("line.late", ("line", line.Label)),
                Quantity = 1,
                Unit = Message.Of("unit.surcharge"),
                Timing = CostTiming.Once,
                ListPrice = year * share,
                PaidPrice = year * share,
                Rule = Message.Of("late.share", ("share", new Fraction(share)), ("year", year)),
                Provenance = basis.Assumptions[AssumptionIds.LateRenewal].Provenance,
            },
            whole => Booking.Once(whole, first));
    }
}
