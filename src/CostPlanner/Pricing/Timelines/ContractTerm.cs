using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Timelines;

/// <summary>When today's contract is paid and when it ends, counted in months of the horizon.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Ends">Months that it still covers, prolonged where its notice is past.</param>
/// <param name="NoticeBy">The last day to give notice; null where none is needed.</param>
/// <param name="IsProlonged">Whether that day was past on the scenario's day, so that it runs on for a term.</param>
/// <param name="Owed">What is owed until it ends: months of payment, and for how many years of the yearly amount.</param>
public sealed record ContractTerm(TodaysContract Contract, int Ends, DateOnly? NoticeBy, bool IsProlonged, ImmutableArray<(int Month, decimal Years)> Owed)
{
    /// <summary>The last day that it covers, prolonged where its notice is past; null where nobody says.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The course of a scenario's contract; null where it has none.</summary>
    /// <remarks>
    /// A year is paid in advance on the day after each anniversary of the end; payments before the scenario's day are sunk. A contract that needs
    /// notice and ended before has run on, term by term. One whose end is not known covers no month and owes nothing: whatever is decided, the
    /// platform is paid from the first month on.
    /// </remarks>
    public static ContractTerm? Of(Scenario scenario)
    {
        if (scenario.Contract is not { } contract)
        {
            return null;
        }

        if (contract.Ends is not { } lastDay)
        {
            return new ContractTerm(contract, 0, NoticeBy: null, IsProlonged: false, []);
        }

        if (contract.NoticeMonths > 0)
        {
            var late = Duration.MonthsBegun(lastDay, scenario.AsOf.AddDays(-1));
            lastDay = lastDay.AddMonths((late + contract.RenewalMonths - 1) / contract.RenewalMonths * contract.RenewalMonths);
        }

        var noticeBy = lastDay.AddMonths(-contract.NoticeMonths);
        var prolonged = contract.NoticeMonths > 0 && noticeBy < scenario.AsOf;
        var ends = Duration.MonthsBegun(scenario.AsOf, lastDay);
        var owed = new List<(int, decimal)>();
        for (var day = lastDay.AddDays(1).AddYears(-1); day >= scenario.AsOf; day = day.AddYears(-1))
        {
            owed.Insert(0, (Duration.MonthsBegun(scenario.AsOf, day) - 1, 1));
        }

        if (prolonged)
        {
            owed.Add((ends, YearsOf(contract)));
            ends += contract.RenewalMonths;
        }

        return new ContractTerm(contract, ends, contract.NoticeMonths > 0 ? noticeBy : null, prolonged, [.. owed])
        {
            LastDay = prolonged ? lastDay.AddMonths(contract.RenewalMonths) : lastDay,
        };
    }

    /// <summary>What prolonging it term by term from its end until a month costs: months of payment, and for how many years of the yearly amount.</summary>
    public IEnumerable<(int Month, decimal Years)> ProlongedTo(int month)
    {
        for (var from = Ends; from < month; from += Contract.RenewalMonths)
        {
            yield return (from, YearsOf(Contract));
        }
    }

    private static decimal YearsOf(TodaysContract contract) => (decimal)contract.RenewalMonths / Duration.MonthsPerYear;
}
