using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What is paid on for the platform of today.</summary>
public static class ContractLines
{
    /// <summary>What is owed to the end of today's contract, the same in every option, whatever is decided; none without a contract.</summary>
    public static ImmutableArray<CostLine> Owed(CostBasis basis) =>
        ContractTerm.Of(basis.Scenario) is { } course && course.Owed.Any(each => each.Month < basis.Months)
        ? [Line(basis, course, "contract", CostCategory.TodaysContract, course.Contract.Name, course.Owed, $"{Ends(course)}{Sunk(course)}")]
        : [];

    /// <summary>The support of licences that are owned, paid on from the contract's end until a month.</summary>
    public static CostLine Support(CostBasis basis, ContractTerm course, CostCategory category, int until) => Line(
        basis,
        course,
        category == CostCategory.Migration ? "parallel-contract" : "contract-prolonged",
        category,
        category == CostCategory.Migration ? $"{course.Contract.Name}, while VMs move" : $"{course.Contract.Name}, prolonged",
        course.ProlongedTo(Math.Min(until, basis.Months)),
        string.Create(
            CultureInfo.InvariantCulture,
            $"prolonged {course.Contract.RenewalMonths} months at a time, from month {course.Ends + 1} to month {Math.Min(until, basis.Months)} at least; the "
                + $"licences are owned{Sunk(course)}"));

    /// <summary>Whether an option needs no other platform licences than those that are owned.</summary>
    public static bool IsOwned(Scenario scenario, ScenarioOption option) =>
        scenario.Contract is { IsPerpetual: true } contract && !option.Licences.IsEmpty && option.Licences.All(contract.Products.Contains);

    private static CostLine Line(
        CostBasis basis, ContractTerm course, string id, CostCategory category, string label, IEnumerable<(int Month, decimal Years)> years, string rule)
    {
        var inTime = years.Where(each => each.Month < basis.Months)
            .Select(each => (each.Month, Years: Math.Min(each.Years, (decimal)(basis.Months - each.Month) / Duration.MonthsPerYear)))
            .ToList();
        var line = basis.Priced(new CostLine
        {
            Id = id,
            Category = category,
            Label = label,
            Quantity = inTime.Sum(each => each.Years),
            Unit = "year",
            Timing = CostTiming.Yearly,
            ListPrice = course.Contract.PerYear,
            PaidPrice = course.Contract.PerYear,
            Rule = rule,
            Provenance = new Provenance("the user's contract", "", Grade.A, course.Contract.Place.ToString()),
        });
        return line.Converted is not { } unit ? line : line with
        {
            Payments = Booking.Of(inTime.Select(each => (each.Month, unit.Amount * (each.Years * Factor(basis, line, course, each.Month))))),
        };
    }

    /// <summary>Until the contract ends its price is held; what prolongs it rises from then on.</summary>
    private static decimal Factor(CostBasis basis, CostLine line, ContractTerm course, int month) => month < course.Ends
        ? 1
        : new PriceRise(line with { Category = CostCategory.TodaysContract }, basis.Assumptions, course.Ends).Factor(month);

    private static string Ends(ContractTerm course)
    {
        var ends = FormattableString.Invariant($"ends {course.Contract.Ends:yyyy-MM-dd}, paid a year in advance");
        return course switch
        {
            { IsProlonged: true } => FormattableString.Invariant(
                $"{ends}; notice was due on {course.NoticeBy:yyyy-MM-dd}, so it runs on for {course.Contract.RenewalMonths} months"),
            { NoticeBy: { } day } => FormattableString.Invariant($"{ends}; notice is due on {day:yyyy-MM-dd}"),
            _ => ends,
        };
    }

    private static string Sunk(ContractTerm course) =>
        course.Contract.PaidOnce is { } once ? $"; {once} paid for them before are sunk and in no total" : "";
}
