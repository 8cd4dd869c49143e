using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>A way over the end of today's contract while VMs move.</summary>
public enum MoveWay
{
    /// <summary>As the option is planned and priced.</summary>
    AsPlanned,

    /// <summary>The move begins so much earlier that it ends with the contract.</summary>
    Earlier,

    /// <summary>The vendor extends the contract until the last VM has moved.</summary>
    Extended,

    /// <summary>Products of today are renewed for a term that a row of the price book sells.</summary>
    Renewed,
}

/// <summary>What an option comes to in one way.</summary>
/// <param name="Way">The way.</param>
/// <param name="Product">The product that is renewed; null in other ways.</param>
/// <param name="DoubleRunning">What the platform of today costs while VMs move, less what is left of it after the horizon; null for no amount.</param>
/// <param name="Total">The option's total then; null for no amount.</param>
/// <param name="WhyNone">Why there is no amount, or null.</param>
public sealed record MoveAlternative(MoveWay Way, string? Product, Money? DoubleRunning, Money? Total, Message? WhyNone);

/// <summary>The ways over the end of today's contract, for an option whose last VM moves after it.</summary>
/// <param name="From">Months that the contract covers.</param>
/// <param name="Until">The month, counted from 1, in which the last VM moves.</param>
/// <param name="BeginBy">The day on which the move would have to begin to end with the contract: past. Null where the contract's end is not known.</param>
/// <param name="VmsPerWeek">
/// VMs a week at which the move ends with the contract though it begins on the scenario's day; null where preparation or copying alone take longer.
/// </param>
/// <param name="DearestExtension">The price from which on an extension costs more than the cheapest of the other ways; null where none has a price.</param>
/// <param name="Ways">The ways: as planned first.</param>
public sealed record MoveAlternatives(
    int From, int Until, DateOnly? BeginBy, decimal? VmsPerWeek, Money? DearestExtension, ImmutableArray<MoveAlternative> Ways)
{
    /// <summary>Why an extension has no amount: nobody offered one.</summary>
    public const string NoQuote = "alternatives.no-quote";

    /// <summary>The ways; null where the contract outlasts the move.</summary>
    /// <remarks>All else of the option stays as it is: hosts, move, licences of its own. Only what today's platform costs meanwhile differs.</remarks>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="course">The option month by month.</param>
    /// <param name="move">The move.</param>
    /// <param name="today">What is paid for today.</param>
    /// <param name="costs">The lines of the option as planned.</param>
    public static MoveAlternatives? Of(CostBasis basis, Timeline course, Migration move, TodaysPlatform today, ImmutableArray<CostLine> costs)
    {
        var contract = ContractTerm.Of(basis.Scenario);
        var (from, until) = (contract?.Ends ?? 0, Math.Min(move.Ends, basis.Months));
        if (from >= until)
        {
            return null;
        }

        var planned = costs.Where(line => line.Category == CostCategory.DoubleRunning).ToList();
        var others = costs.Where(line => line.Category != CostCategory.DoubleRunning).ToList();
        var endsKnown = contract?.Contract.Ends is not null;
        var extended = basis.Scenario.Bridge is { } bridge
            ? Priced(MoveWay.Extended, null, DoubleRunning.Extended(basis, bridge, from, until))
            : new MoveAlternative(MoveWay.Extended, null, null, null, Message.Of(NoQuote));
        ImmutableArray<MoveAlternative> renewed =
        [
            .. Renewals(basis, today)
                .Select(each => (each.Product, Lines: DoubleRunning.Renewed(basis, course, each.Order, from, until)))
                .Where(each => !each.Lines.IsEmpty)
                .Select(each => Priced(MoveWay.Renewed, each.Product, [.. each.Lines, .. LateRenewals.Of(basis, each.Lines)])),
        ];
        var asPlanned = Priced(MoveWay.AsPlanned, null, planned);
        var unextended = basis.Scenario.Bridge is null
            ? asPlanned
            : Priced(MoveWay.AsPlanned, null, DoubleRunning.Of(basis with { Scenario = basis.Scenario with { Bridge = null } }, course, move, today));
        return new MoveAlternatives(
            from,
            until,
            endsKnown ? basis.Scenario.AsOf.AddMonths(from - move.Ends) : null,
            PaceFor(move, from),
            renewed.Append(unextended).Where(way => way.DoubleRunning is not null).MinBy(way => way.DoubleRunning!.Value.Amount)?.DoubleRunning,
            [asPlanned, .. endsKnown ? [Priced(MoveWay.Earlier, null, [])] : ImmutableArray<MoveAlternative>.Empty, extended, .. renewed]);

        MoveAlternative Priced(MoveWay way, string? product, IEnumerable<CostLine> lines)
        {
            var paid = lines.ToList();
            if (paid.FirstOrDefault(line => line.IsHole) is { } hole)
            {
                return new MoveAlternative(way, product, null, null, hole.Hole);
            }

            var amount = Sum(paid);
            return new MoveAlternative(way, product, amount, others.Any(line => line.IsHole) ? null : Sum(others) + amount, null);
        }

        Money Sum(IEnumerable<CostLine> lines) => lines.SelectMany(line => line.Payments)
            .Aggregate(Money.Zero(basis.Scenario.Currency), (sum, payment) => sum + payment.Amount);
    }

    /// <summary>Each product of today for each term that its edition is sold for, the others for their shortest.</summary>
    private static IEnumerable<(string Product, ImmutableArray<string> Order)> Renewals(CostBasis basis, TodaysPlatform today)
    {
        if (today.Products is not { } products)
        {
            return [];
        }

        var shortest = DoubleRunning.Shortest(basis, products);
        return from at in Enumerable.Range(0, products.Length)
               from product in basis.Prices.TermsOf(products[at], basis.Scenario.AsOf)
               select (product, shortest.SetItem(at, product));
    }

    /// <summary>VMs ÷ weeks between preparation and the contract's end, in tenths, rounded up.</summary>
    private static decimal? PaceFor(Migration move, int from)
    {
        var weeks = (from - move.Preparation) * Duration.WeeksPerMonth;
        return weeks <= 0 || move.WeeksByData > weeks ? null : decimal.Round(move.Vms / weeks, 1, MidpointRounding.ToPositiveInfinity);
    }
}
