using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>The hosts from a month on.</summary>
/// <param name="From">The first month; 0 is the first of the horizon.</param>
/// <param name="Demand">What the VMs need until the next stage begins.</param>
/// <param name="Plan">The hosts that carry them.</param>
public sealed record HostStage(int From, EstateDemand Demand, EstatePlan Plan);

/// <summary>Which hosts an estate has, year by year: as many as its demand at the end of each year needs, no sooner than it needs them.</summary>
/// <remarks>
/// The hosts for the greatest demand are planned first; every other year runs on as few of those as suffice. So a host that was bought is never
/// bought in vain, and what is owned only grows.
/// </remarks>
public static class EstateCourse
{
    /// <summary>The stages, in order; one alone where demand does not change and hosts last.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="afterYears">What its VMs need after so many years.</param>
    /// <param name="terms">On what terms they are placed.</param>
    /// <param name="years">Years looked ahead.</param>
    /// <param name="replaced">The month from which on hosts of today are gone and new ones in their place; null where they last.</param>
    public static ImmutableArray<HostStage> Plan(
        Inventory inventory, Func<int, EstateDemand> afterYears, PlacementTerms terms, int years, int? replaced = null)
    {
        var months = years * Duration.MonthsPerYear;
        if (replaced is not { } last || last >= months || terms.Policy == HostPolicy.Refresh || terms.NewHosts.IsEmpty)
        {
            return Span(inventory, afterYears, terms, 0, months, []);
        }

        var before = Span(inventory, afterYears, terms, 0, last, []);
        ImmutableArray<Server> owned = [.. before.SelectMany(stage => stage.Plan.Servers).Select(load => load.Server).Where(server => server.Bought is not null).Distinct()];
        return [.. before, .. Span(inventory, afterYears, terms with { Policy = HostPolicy.Refresh }, last, months, owned)];
    }

    private static ImmutableArray<HostStage> Span(
        Inventory inventory, Func<int, EstateDemand> afterYears, PlacementTerms terms, int from, int to, ImmutableArray<Server> owned)
    {
        var growth = terms.Assumptions.Of(AssumptionIds.Growth);
        var starts = Enumerable.Range(from, to - from).Where(month => month == from || (growth != 0 && month % Duration.MonthsPerYear == 0)).ToList();
        if (starts.Count == 0)
        {
            return [];
        }

        var greatestLast = growth >= 0;
        var inOrder = greatestLast ? Enumerable.Reverse(starts) : starts;
        var stages = new List<HostStage>();
        foreach (var start in inOrder)
        {
            // Where nothing changes, what the estate needs is what it needs at the end.
            var demand = afterYears(growth == 0 ? YearOf(to - 1) : YearOf(start));
            var plan = stages.Count == 0 ? EstatePlacement.Plan(inventory, demand, terms, owned)
                : stages[0].Plan.Holds ? EstatePlacement.Within(stages[^1].Plan, demand, terms)
                : stages[0].Plan;
            stages.Add(new HostStage(start, demand, plan));
        }

        return [.. stages.OrderBy(stage => stage.From)];
    }

    /// <summary>The year, counted from 1, that a month lies in.</summary>
    private static int YearOf(int month) => (month / Duration.MonthsPerYear) + 1;
}
