using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>One server of a plan and the VMs placed on it.</summary>
/// <param name="Server">The server.</param>
/// <param name="Vms">The VMs, by name of the demand.</param>
/// <param name="Used">How full each dimension is, as a share of what may be promised; absent where the server has none of it.</param>
public sealed record ServerLoad(PlannedHost Server, ImmutableArray<VmDemand> Vms, ImmutableSortedDictionary<Dimension, Fraction> Used);

/// <summary>A VM that no server can take, and why.</summary>
/// <param name="Demand">What it needs.</param>
/// <param name="Reason">What stops it, with both figures.</param>
/// <param name="FitsAlone">Whether it would fit on an empty server, so that only room is short.</param>
public sealed record UnplacedVm(VmDemand Demand, Message Reason, bool FitsAlone = false);

/// <summary>What was shown by taking hosts away.</summary>
/// <param name="Failures">Hosts taken away at once: 0, 1 or 2.</param>
/// <param name="CasesTried">Every host for 1, every pair for 2.</param>
/// <param name="Holds">Whether in every case each VM of the hosts taken away was placed again on the rest, all rules kept.</param>
/// <param name="WorstCase">The hosts whose loss leaves the least room; empty for 0 failures.</param>
/// <param name="Tightest">The dimension that is fullest on the rest in the worst case, or null for 0 failures.</param>
/// <param name="TightestUse">How full it is over all hosts left, or null for 0 failures.</param>
public sealed record FailoverProof(
    int Failures,
    int CasesTried,
    bool Holds,
    ImmutableArray<string> WorstCase,
    Dimension? Tightest,
    Fraction? TightestUse)
{
    /// <summary>Cases in which VMs of other hosts had to move to make room.</summary>
    public int CasesWithMoves { get; init; }

    /// <summary>Sites lost, one after the other, in further cases.</summary>
    public int SitesTried { get; init; }

    /// <summary>VMs that a rule allows on so few hosts that they go down with them; they need no place elsewhere.</summary>
    public ImmutableArray<string> GoDown { get; init; } = [];

    /// <summary>This proof and that of the sites; the worst case is the one that leaves less room.</summary>
    internal FailoverProof And(FailoverProof sites, int count)
    {
        var worst = (sites.TightestUse?.Value ?? 0) > (TightestUse?.Value ?? 0) ? sites : this;
        return worst with
        {
            CasesTried = CasesTried + sites.CasesTried,
            Holds = Holds && sites.Holds,
            CasesWithMoves = CasesWithMoves + sites.CasesWithMoves,
            SitesTried = count,
            GoDown = [.. GoDown.Union(sites.GoDown)],
        };
    }
}

/// <summary>Why no plan of the servers offered is possible, in the smallest terms that show it.</summary>
/// <param name="What">The VMs, rule or device that cannot be served.</param>
/// <param name="Why">What they need against what is offered, with both figures.</param>
/// <param name="Mend">What would make it fit.</param>
public sealed record Shortfall(Message What, Message Why, Message Mend);

/// <summary>What a plan's hosts cost over the horizon, as placement reckons it, and the least that any plan could cost.</summary>
/// <param name="Cost">Hosts with their licences and those of their guests.</param>
/// <param name="Hosts">Hosts with their licences, without those of their guests.</param>
/// <param name="LowerBound">The hosts of no plan of the servers offered cost less.</param>
/// <param name="Spread">What the plan would cost with licensed guests on any host; null where none are confined.</param>
public sealed record PlanCost(Money Cost, Money Hosts, Money LowerBound, Money? Spread)
{
    /// <summary>By how much the hosts cost more than the bound, as a share of it; null where the bound is nothing.</summary>
    public decimal? Gap => LowerBound.Amount > 0 ? (Hosts - LowerBound) / LowerBound : null;
}

/// <summary>The servers of one cluster, every VM by name on one of them, and how good that is.</summary>
/// <param name="Cluster">The cluster, or the host that stands alone; or what the scenario plans as one.</param>
/// <param name="HostsToday">Hosts of the cluster in the inventory; null where it lists none, for VMs do run on some.</param>
/// <param name="Servers">The servers used, with their VMs.</param>
/// <param name="Misfits">VMs that fit nowhere; empty for a plan that holds.</param>
/// <param name="LowerBound">No plan can do with fewer servers of the ones offered.</param>
/// <param name="BoundBy">What the lower bound comes from.</param>
/// <param name="Failover">What was shown by taking hosts away.</param>
public sealed record ClusterPlan(
    string Cluster,
    int? HostsToday,
    ImmutableArray<ServerLoad> Servers,
    ImmutableArray<UnplacedVm> Misfits,
    int LowerBound,
    Message BoundBy,
    FailoverProof Failover)
{
    /// <summary>Why no plan is possible; empty for a plan that holds, and where only the search found none.</summary>
    public ImmutableArray<Shortfall> Shortfalls { get; init; } = [];

    /// <summary>Guests kept to a few of the servers, so that only those need a licence; empty where they may run on all.</summary>
    public ImmutableArray<Confinement> Confinements { get; init; } = [];

    /// <summary>The rules as they held here: where hosts that a rule names were replaced, it names those that took their place.</summary>
    public PlacementRules Rules { get; init; } = PlacementRules.None;

    /// <summary>The storage pool that the VMs share; null where none of them lies on one.</summary>
    public PoolUse? Storage { get; init; }

    /// <summary>VMs that do not run and take room in the storage pool alone: they are on no server.</summary>
    public ImmutableArray<VmDemand> Stored { get; init; } = [];

    /// <summary>Hosts of today that are kept, and whose cores or memory are not known: no VM is placed on them, and their licences cannot be counted.</summary>
    public int HostsNotDescribed { get; init; }

    /// <summary>Whether the pool is a single host today, so that none may fail unless the scenario says so.</summary>
    public bool IsOneHostToday { get; init; }

    /// <summary>What the hosts cost, where the cheapest were sought.</summary>
    public PlanCost? Cost { get; init; }

    /// <summary>Whether every VM has a place, the loss of hosts is survived and the storage pool holds what is on it.</summary>
    public bool Holds => Misfits.IsEmpty && Failover.Holds && Storage is not { Holds: false };

    /// <summary>Servers that carry no VM, for those that may fail.</summary>
    public int KeptFree => Servers.Count(load => load.Vms.IsEmpty);

    /// <summary>Whether no plan with fewer servers is possible.</summary>
    public bool IsProvenFewest => Servers.Length <= LowerBound;

    /// <summary>How full a dimension is over all servers, as a share of what may be promised; null where there is none of it.</summary>
    public Fraction? Used(Dimension dimension) => UseOf(Servers, dimension) ?? (dimension == Dimension.LocalStorage ? Storage?.Share : null);

    private static Fraction? UseOf(ImmutableArray<ServerLoad> servers, Dimension dimension)
    {
        var shares = servers.Where(each => each.Used.ContainsKey(dimension)).Select(each => each.Used[dimension].Value).ToList();
        return shares.Count == 0 ? null : new Fraction(shares.Sum() / shares.Count);
    }
}

/// <summary>The plan of a whole estate, cluster by cluster.</summary>
public sealed record EstatePlan(ImmutableArray<ClusterPlan> Clusters)
{
    /// <summary>All servers used.</summary>
    public IEnumerable<ServerLoad> Servers => Clusters.SelectMany(cluster => cluster.Servers);

    /// <summary>Whether every cluster's plan holds.</summary>
    public bool Holds => Clusters.All(cluster => cluster.Holds);

    /// <summary>Hosts in the inventory; null where those of a cluster, or all, are not known. VMs outside any cluster alone do not make it unknown.</summary>
    public int? HostsToday =>
        Clusters.Any(cluster => cluster.HostsToday is null && cluster.Cluster != HostGroups.NoHost) || Clusters.All(cluster => cluster.HostsToday is null)
            ? null
            : Clusters.Sum(cluster => cluster.HostsToday ?? 0);

    /// <summary>Hosts of today that are kept, and whose cores or memory are not known.</summary>
    public int HostsNotDescribed => Clusters.Sum(cluster => cluster.HostsNotDescribed);

    /// <summary>Servers used.</summary>
    public int HostsUsed => Clusters.Sum(cluster => cluster.Servers.Length);

    /// <summary>Servers to be bought.</summary>
    public int HostsBought => Servers.Count(each => each.Server.Bought is not null);

    /// <summary>Whether the cheapest hosts were sought, in every cluster that has any; else the fewest.</summary>
    public bool SeeksLeastCost => Servers.Any() && Clusters.All(cluster => cluster.Servers.IsEmpty || cluster.Cost is not null);

    /// <summary>The sum of the clusters' lower bounds.</summary>
    public int LowerBound => Clusters.Sum(cluster => cluster.LowerBound);
}
