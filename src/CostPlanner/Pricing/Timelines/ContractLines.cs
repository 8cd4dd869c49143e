using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What is paid on for the platform of today.</summary>
public static class ContractLines
{
    /// <summary>The id of the contract paid on in an option that stays.</summary>
    internal const string ProlongedId = "contract-prolonged";

    /// <summary>The id of the contract paid on while VMs move.</summary>
    internal const string ParallelId = "parallel-contract";

    /// <summary>What is owed to the end of today's contract, the same in every option, whatever is decided; none without a contract.</summary>
    /// <remarks>What is owed and of unknown amount is in no total: it is the same in all, so that no option looks better for it.</remarks>
    public static ImmutableArray<CostLine> Owed(CostBasis basis) =>
        ContractTerm.Of(basis.Scenario) is { Contract.PerYear: not null } course && course.Owed.Any(each => each.Month < basis.Months)
        ? Lines(basis, course, "contract", CostCategory.TodaysContract, course.Contract.Name, course.Owed, Clauses.With(Ends(course), Sunk(course)))
        : [];

    /// <summary>The contract, paid on from its end until a month, term by term.</summary>
    public static ImmutableArray<CostLine> Prolonged(CostBasis basis, ContractTerm course, CostCategory category, int until) => Lines(
        basis,
        course,
        category == CostCategory.DoubleRunning ? ParallelId : ProlongedId,
        category,
        Message.Of(category == CostCategory.DoubleRunning ? "line.while-moving" : "line.prolonged", ("line", course.Contract.Name)),
        course.ProlongedTo(Math.Min(until, basis.Months)),
        Clauses.With(
            Message.Of("contract.prolonged", ("months", course.Contract.RenewalMonths), ("from", course.Ends + 1), ("to", Math.Min(until, basis.Months))),
            course.Contract.IsPerpetual ? Message.Of("contract.owned") : null,
            Sunk(course)));

    /// <summary>Whether an option needs no other platform licences than those that are owned.</summary>
    public static bool IsOwned(Scenario scenario, ScenarioOption option) =>
        scenario.Contract is { IsPerpetual: true } contract && !option.Licences.IsEmpty && option.Licences.All(contract.Products.Contains);

    private static ImmutableArray<CostLine> Lines(
        CostBasis basis, ContractTerm course, string id, CostCategory category, Message label, IEnumerable<(int Month, decimal Years)> years, Message rule)
    {
        var inTime = years.Where(each => each.Month < basis.Months).ToList();
        var line = basis.Priced(new CostLine
        {
            Id = id,
            Category = category,
            Label = label,
            Quantity = inTime.Sum(each => each.Years),
            Unit = Message.Of("unit.year"),
            Timing = CostTiming.Yearly,
            ListPrice = course.Contract.PerYear,
            PaidPrice = course.Contract.PerYear,
            Rule = rule,
            Provenance = new Provenance(Message.Of("source.contract"), "", Grade.A, course.Contract.Place.ToString()),
            Hole = course.Contract.PerYear is null ? Message.Of(AsToday.NoPrice) : null,
        });
        if (line.Converted is not { } unit)
        {
            return [line];
        }

        var paid = inTime
            .Select(each => (each.Month, Units: each.Years * Factor(basis, line, course, each.Month), Until: each.Month + MonthsOf(each.Years)))
            .ToList();
        line = line with { Payments = Booking.Of(paid.Select(each => (each.Month, unit.Amount * each.Units))) };
        return [line, .. Prepaid.Credit(basis, line, paid)];
    }

    private static int MonthsOf(decimal years) => (int)decimal.Round(years * Duration.MonthsPerYear);

    /// <summary>Until the contract ends its price is held; what prolongs it rises from then on.</summary>
    private static decimal Factor(CostBasis basis, CostLine line, ContractTerm course, int month) => month < course.Ends
        ? 1
        : new PriceRise(line with { Category = CostCategory.TodaysContract }, basis.Assumptions, course.Ends).Factor(month);

    private static Message Ends(ContractTerm course) => Clauses.With(Message.Of("contract.ends", ("day", course.Contract.Ends!.Value)), course switch
    {
        { IsProlonged: true, NoticeBy: { } past } => Message.Of("contract.runs-on", ("day", past), ("months", course.Contract.RenewalMonths)),
        { NoticeBy: { } day } => Message.Of("contract.notice", ("day", day)),
        _ => null,
    });

    private static Message? Sunk(ContractTerm course) => course.Contract.PaidOnce is { } once ? Message.Of("contract.sunk", ("amount", once)) : null;
}
