using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>The platform of today, paid on from the end of its contract until the last VM has moved.</summary>
/// <remarks>
/// <para>In this order: an extension that the vendor quoted; nothing where licences are owned and no support is needed; the contract itself, where its
/// licences are owned or it runs on by itself; the products of today, ordered for all hosts of today for the shortest term that a row of the price book
/// says can be bought. A term is paid in full, whether it is needed to its end or not. What none of them allows has no amount, and is asked for.</para>
/// <para>No option's line depends on another option, nor on which of them is the baseline.</para>
/// </remarks>
public static class DoubleRunning
{
    /// <summary>Why it has no amount: nobody says what the platform of today is.</summary>
    public const string NoPlatform = "hole.todays-platform";

    /// <summary>Why it has no amount: the extension that was offered ends before the move.</summary>
    public const string TooShort = "hole.bridge-too-short";

    /// <summary>The lines; none where the contract outlasts the move.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="course">The option month by month.</param>
    /// <param name="move">The move.</param>
    /// <param name="today">What is paid for today.</param>
    public static ImmutableArray<CostLine> Of(CostBasis basis, Timeline course, Migration move, TodaysPlatform today)
    {
        var contract = ContractTerm.Of(basis.Scenario);
        var (from, until) = (contract?.Ends ?? 0, Math.Min(move.Ends, basis.Months));
        if (from >= until)
        {
            return [];
        }

        var lines = basis.Scenario.Bridge is { } bridge ? Extended(basis, bridge, from, until) : PaidOn(basis, course, today, contract, from, until);
        return [.. lines, .. LateRenewals.Of(basis, lines)];
    }

    /// <summary>The platform of today without an extension.</summary>
    private static ImmutableArray<CostLine> PaidOn(
        CostBasis basis, Timeline course, TodaysPlatform today, ContractTerm? contract, int from, int until)
    {
        return 0 switch
        {
            _ when contract is { Contract.IsPerpetual: true } && basis.Scenario.Support == SupportNeed.Optional => [Owned(basis, from, until)],
            _ when contract is { Contract: { PerYear: not null } and ({ IsPerpetual: true } or { NoticeMonths: > 0 }) } =>
                ContractLines.Prolonged(basis, contract, CostCategory.DoubleRunning, until),
            _ when course.IsTodayGuessed && today.Products?.Any(product => TodaysLicences.AreByHosts(basis, product)) == true =>
                [Unknown(basis, from, until, Message.Of(AsToday.NoHosts))],
            _ when today.Products is { } products && Renewed(basis, course, Shortest(basis, products), from, until) is { IsEmpty: false } renewed => renewed,
            _ => [Unknown(basis, from, until, Message.Of(NoPlatform))],
        };
    }

    /// <summary>An extension that the vendor quoted.</summary>
    internal static ImmutableArray<CostLine> Extended(CostBasis basis, BridgeQuote bridge, int from, int until)
    {
        if (from + bridge.Months < until)
        {
            return [Unknown(basis, from, until, Message.Of(TooShort, ("months", bridge.Months), ("needed", until - from)))];
        }

        var line = basis.Book(
            Line(basis, from, until) with
            {
                Id = "bridge",
                Label = Message.Of("line.bridge"),
                Quantity = 1,
                Unit = Message.Of("unit.extension"),
                ListPrice = bridge.Price,
                PaidPrice = bridge.Price,
                Rule = Message.Of("double.bridge", ("months", bridge.Months), ("from", from + 1), ("until", until)),
                Provenance = new Provenance(
                    Message.Of("source.quote", ("from", bridge.From)),
                    FormattableString.Invariant($"{bridge.Date:yyyy-MM-dd}"),
                    Grade.A,
                    bridge.Place.ToString()),
            },
            whole => Booking.Once(whole, from));
        return [line, .. Prepaid.Credit(basis, line, [(from, 1, from + bridge.Months)])];
    }

    /// <summary>The products for the shortest term that each is sold for.</summary>
    internal static ImmutableArray<string> Shortest(CostBasis basis, ImmutableArray<string> products) =>
        [.. products.Select(product => basis.Prices.ShortestTerm(product, basis.Scenario.AsOf))];

    /// <summary>Products ordered anew. Licences that are bought once are owned already: of these only the support is paid on.</summary>
    internal static ImmutableArray<CostLine> Renewed(CostBasis basis, Timeline course, ImmutableArray<string> products, int from, int until) =>
    [
        .. TodaysLicences.Of(basis, CostCategory.DoubleRunning, products, course)
            .Where(line => line.Timing != CostTiming.Once)
            .SelectMany(line => Renewed(basis, line, from, until)),
    ];

    private static IEnumerable<CostLine> Renewed(CostBasis basis, CostLine line, int from, int until)
    {
        var term = line.Timing == CostTiming.Monthly ? 1 : Math.Max(1, line.TermYears ?? 1) * Duration.MonthsPerYear;
        var period = line.Timing == CostTiming.Monthly ? 1 : Duration.MonthsPerYear;
        var terms = ((until - from - 1) / term) + 1;
        var named = line with
        {
            Id = "parallel-" + line.Id,
            Label = Message.Of("line.while-moving", ("line", line.Label)),
            Rule = Clauses.With(
                Message.Of("double.renewed", ("from", from + 1), ("until", until), ("terms", terms), ("months", term)), line.Rule),
        };
        if (named.IsHole || named.Converted is not { } unit)
        {
            return [named];
        }

        var rise = new PriceRise(named, basis.Assumptions, from);
        var paid = Enumerable.Range(0, terms * term / period)
            .Select(each => from + (each * period))
            .Where(month => month < basis.Months)
            .Select(month => (Month: month, Units: named.Quantity * rise.Factor(month), Until: month + period))
            .ToList();
        named = named with { Payments = Booking.Of(unit.Amount, [.. paid.Select(each => (each.Month, each.Units))]) };
        var credit = Prepaid.Credit(basis, named, paid);
        return [from + (terms * term) > basis.Months ? OwedBeyond.Said(basis, named, from, named.Quantity) : named, .. credit];
    }

    /// <summary>Owned licences run on without support: nothing is paid, and it is said.</summary>
    private static CostLine Owned(CostBasis basis, int from, int until) => basis.Book(Line(basis, from, until) with
    {
        Id = "parallel-owned",
        ListPrice = Money.Zero(basis.Scenario.Currency),
        PaidPrice = Money.Zero(basis.Scenario.Currency),
        Rule = Clauses.With(Message.Of("double.needed", ("from", from + 1), ("until", until)), Message.Of("double.without-support")),
    });

    private static CostLine Unknown(CostBasis basis, int from, int until, Message hole) => Line(basis, from, until) with { Hole = hole };

    private static CostLine Line(CostBasis basis, int from, int until) => new()
    {
        Id = "parallel-platform",
        Category = CostCategory.DoubleRunning,
        Label = Message.Of("line.while-moving", ("line", Message.Of("line.todays-platform"))),
        Quantity = until - from,
        Unit = Message.Of("unit.month"),
        Timing = CostTiming.Once,
        Rule = Message.Of("double.needed", ("from", from + 1), ("until", until)),
        Provenance = new Provenance(Message.Of("source.contract"), "", Grade.M, basis.Scenario.Contract?.Place.ToString() ?? basis.Scenario.Name),
    };
}
