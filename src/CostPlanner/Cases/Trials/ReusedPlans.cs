using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Cases.Trials;

/// <summary>The plans of options that are placed alike, each made once for all trials and years in which hosts are as scarce.</summary>
/// <remarks>
/// A year of a trial makes hosts scarcer or less scarce than today at the point; that is rounded to a grid, and VMs are placed once for each of its
/// steps. What a trial did before changes nothing, so that the order of trials does not matter.
/// </remarks>
public sealed class ReusedPlans
{
    private static readonly Provenance Rounded = new(Message.Of("source.rounded"), "", Grade.A, "");

    private readonly Inventory inventory;
    private readonly Func<AssumptionSet, EstateDemand> today;
    private readonly PlacementTerms terms;
    private readonly ImmutableArray<HostSpan> point;
    private readonly ScaledEstate estate;
    private readonly Tightness tightness;
    private readonly ImmutableArray<string> exact;
    private readonly double step;
    private readonly ConcurrentDictionary<string, Needs> needs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Cell, Lazy<EstatePlan>> plans = new();
    private readonly ConcurrentDictionary<(EstatePlan Whole, Cell Cell), Lazy<(EstatePlan Plan, bool IsNew)>> parts = new();

    /// <summary>The plans of an estate.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="today">What its VMs need today under assumptions.</param>
    /// <param name="terms">On what terms they are placed at the point.</param>
    /// <param name="point">The hosts at the point.</param>
    /// <param name="exact">Assumptions that are not rounded, because no scale holds them.</param>
    /// <param name="step">The grid's step as a share, above 0.</param>
    /// <param name="cache">Keeps the hosts of today.</param>
    public ReusedPlans(
        Inventory inventory,
        Func<AssumptionSet,
            EstateDemand> today,
        PlacementTerms terms,
        ImmutableArray<HostSpan> point,
        ImmutableArray<string> exact,
        double step,
        CaseCache cache)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        (this.inventory, this.today, this.terms, this.point, this.exact, this.step) = (
            inventory, today, terms with { Effort = SearchEffort.Quick }, point, exact, step);
        var servers = point.SelectMany(stage => stage.Plan.Servers).Select(load => load.Server).ToList();
        var demand = today(terms.Assumptions);
        tightness = new Tightness(inventory, demand, terms);
        estate = new ScaledEstate(inventory, demand, servers.Count > 0 ? servers : EstateServers.Today(inventory, cache), terms.Platform, terms.Assumptions);
    }

    /// <summary>How many plans were made: a course at the point, and those of the grid.</summary>
    public int Count => 1 + plans.Count + parts.Values.Count(part => part.Value.IsNew);

    /// <summary>The hosts over time under drawn assumptions; within a step of the point exactly those of the point case.</summary>
    /// <param name="drawn">The assumptions.</param>
    /// <param name="years">Years looked ahead.</param>
    /// <param name="replaced">The month from which on hosts of today are gone; null where they last.</param>
    public ImmutableArray<HostSpan> Course(AssumptionSet drawn, int years, int? replaced)
    {
        if (IsPoint(drawn))
        {
            return point;
        }

        var need = NeedsUnder(drawn);
        var course = HostTimeline.Plan(
            new YearPlans(
                _ => need.Demand,
                (year, asked, owned) => Plan(CellOf(year, asked, need, owned), owned),
                (year, asked, whole) => Part(whole, CellOf(year, asked, need, []))),
            terms with { Assumptions = drawn },
            years,
            replaced);
        return [.. course.Where((stage, at) => at == 0 || stage.Plan != course[at - 1].Plan)];
    }

    private bool IsPoint(AssumptionSet drawn) => drawn.Of(AssumptionIds.Growth) == terms.Assumptions.Of(AssumptionIds.Growth)
        && exact.All(id => drawn.Of(id) == terms.Assumptions.Of(id))
        && estate.Under(drawn).Rounded(step) == PlacementScale.Point;

    private Needs NeedsUnder(AssumptionSet drawn) => needs.GetOrAdd(
        string.Join(' ', exact.Select(id => FormattableString.Invariant($"{drawn.Of(id):0.#########}"))),
        _ =>
        {
            var kept = terms.Assumptions.With([.. exact.Select(id => new AssumptionOverride(id, drawn.Of(id), Rounded))]);
            return new Needs(today(kept), kept);
        });

    private Cell CellOf(int year, PlacementTerms asked, Needs need, ImmutableArray<PlannedHost> owned)
    {
        var growth = Growth.Factor(asked.Assumptions.Of(AssumptionIds.Growth), year);
        return new Cell(
            need,
            tightness.Settled(estate.Under(asked.Assumptions, growth).Rounded(step), step),
            need.HasTraffic ? PlacementScale.Rounded(growth, step) : 1,
            asked.Policy,
            string.Join('\n', owned.Select(server => server.Name)));
    }

    private EstatePlan Plan(Cell cell, ImmutableArray<PlannedHost> owned) => plans.GetOrAdd(
        cell, _ => new Lazy<EstatePlan>(() => EstatePlacement.Plan(inventory, cell.Need.Grown(cell.Traffic), TermsOf(cell), owned))).Value;

    /// <summary>The plan of a step where it uses servers of another plan only, as it mostly does; else one on as few of those as suffice.</summary>
    private EstatePlan Part(EstatePlan whole, Cell cell) => parts.GetOrAdd((whole, cell), _ => new Lazy<(EstatePlan, bool)>(() =>
    {
        var own = Plan(cell, []);
        var servers = whole.Servers.Select(load => load.Server).ToHashSet();
        return own.Holds && own.Servers.All(load => servers.Contains(load.Server))
            ? (own, false)
            : (EstatePlacement.Within(whole, cell.Need.Grown(cell.Traffic), TermsOf(cell)), true);
    })).Value.Plan;

    private PlacementTerms TermsOf(Cell cell) => terms with { Assumptions = cell.Scale.Of(cell.Need.Assumptions, Rounded), Policy = cell.Policy };

    /// <summary>What VMs need today under the assumptions that are not rounded.</summary>
    private sealed class Needs(EstateDemand demand, AssumptionSet assumptions)
    {
        public EstateDemand Demand => demand;

        public AssumptionSet Assumptions => assumptions;

        /// <summary>Whether disk operations or network were measured of any VM: servers promise the same of them under all assumptions.</summary>
        public bool HasTraffic { get; } = demand.Carried.Any(vm => vm.Iops > 0 || vm.NetworkMbps > 0);

        /// <summary>The demand with so many times the disk operations and network traffic.</summary>
        public EstateDemand Grown(decimal traffic) => traffic == 1 ? demand : demand with
        {
            Running = [.. demand.Running.Select(vm => Busier(vm, traffic))],
            OfPlatform = [.. demand.OfPlatform.Select(vm => Busier(vm, traffic))],
        };

        private static VmDemand Busier(VmDemand vm, decimal traffic) => vm with { Iops = vm.Iops * traffic, NetworkMbps = vm.NetworkMbps * traffic };
    }

    /// <summary>All that a plan depends on.</summary>
    private readonly record struct Cell(Needs Need, PlacementScale Scale, decimal Traffic, HostPolicy Policy, string Owned);
}
