using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement;

/// <summary>The hosts from a month on.</summary>
/// <param name="From">The first month; 0 is the first of the horizon.</param>
/// <param name="Demand">What the VMs need until the next stage begins.</param>
/// <param name="Plan">The hosts that carry them.</param>
public sealed record HostSpan(int From, EstateDemand Demand, EstatePlan Plan);

/// <summary>How the VMs of an estate are placed in a year of the horizon.</summary>
/// <param name="DemandAfter">What they need after so many years.</param>
/// <param name="Anew">Their plan after so many years, on servers bought before beside the hosts of today.</param>
/// <param name="Within">Their plan after so many years on as few servers of another plan as suffice; that plan itself where they cannot be placed so.</param>
public sealed record YearPlans(
    Func<int, EstateDemand> DemandAfter,
    Func<int, PlacementTerms, ImmutableArray<PlannedHost>, EstatePlan> Anew,
    Func<int, PlacementTerms, EstatePlan, EstatePlan> Within)
{
    /// <summary>Every year placed for itself.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="demandAfter">What its VMs need after so many years.</param>
    public static YearPlans Of(Inventory inventory, Func<int, EstateDemand> demandAfter) => new(
        demandAfter,
        (years, terms, owned) => EstatePlacement.Plan(inventory, demandAfter(years), terms, owned),
        (years, terms, plan) => EstatePlacement.Within(plan, demandAfter(years), terms));
}

/// <summary>Which hosts an estate has, year by year: as many as its demand at the end of each year needs, no sooner than it needs them.</summary>
/// <remarks>
/// The hosts for the greatest demand are planned first; every other year runs on as few of those as suffice. So a host that was bought is never
/// bought in vain, and what is owned only grows.
/// </remarks>
public static class HostTimeline
{
    /// <summary>The stages, in order; one alone where demand does not change and hosts last.</summary>
    /// <param name="plans">How the VMs of a year are placed.</param>
    /// <param name="terms">On what terms they are placed.</param>
    /// <param name="years">Years looked ahead.</param>
    /// <param name="replaced">The month from which on hosts of today are gone and new ones in their place; null where they last.</param>
    public static ImmutableArray<HostSpan> Plan(YearPlans plans, PlacementTerms terms, int years, int? replaced = null)
    {
        var months = years * Duration.MonthsPerYear;
        if (replaced is not { } last || last >= months || terms.Policy == HostPolicy.Refresh || terms.NewHosts.IsEmpty)
        {
            return Span(plans, terms, 0, months, []);
        }

        var before = Span(plans, terms, 0, last, []);
        ImmutableArray<PlannedHost> owned = [
            .. before.SelectMany(stage => stage.Plan.Servers).Select(load => load.Server).Where(server => server.Bought is not null).Distinct(),
        ];
        return [.. before, .. Span(plans, terms with { Policy = HostPolicy.Refresh }, last, months, owned)];
    }

    private static ImmutableArray<HostSpan> Span(YearPlans plans, PlacementTerms terms, int from, int to, ImmutableArray<PlannedHost> owned)
    {
        var growth = terms.Assumptions.Of(AssumptionIds.Growth);
        var starts = Enumerable.Range(from, to - from).Where(month => month == from || (growth != 0 && month % Duration.MonthsPerYear == 0)).ToList();
        if (starts.Count == 0)
        {
            return [];
        }

        var greatestLast = growth >= 0;
        var inOrder = greatestLast ? Enumerable.Reverse(starts) : starts;
        var stages = new List<HostSpan>();
        foreach (var start in inOrder)
        {
            // Where nothing changes, what the estate needs is what it needs at the end.
            var year = growth == 0 ? YearOf(to - 1) : YearOf(start);
            var plan = stages.Count == 0 ? plans.Anew(year, terms, owned)
                : stages[0].Plan.Holds ? plans.Within(year, terms, stages[^1].Plan)
                : stages[0].Plan;
            stages.Add(new HostSpan(start, plans.DemandAfter(year), plan));
        }

        return [.. stages.OrderBy(stage => stage.From)];
    }

    /// <summary>The year, counted from 1, that a month lies in.</summary>
    private static int YearOf(int month) => (month / Duration.MonthsPerYear) + 1;
}
