using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>A plan as prices see it: what is counted of its servers and VMs, whatever things cost.</summary>
/// <remarks>Thousands of trials ask for the prices of one plan, so everything is counted when it is first asked for, and kept with the plan.</remarks>
internal sealed class CountedPlan
{
    private readonly EstatePlan plan;
    private readonly Lazy<LicensedEstate> licensed;
    private readonly Lazy<LicensedEstate> withGuests;
    private readonly Lazy<ImmutableArray<LicensedEstate>> redHat;
    private readonly ConcurrentDictionary<GuestLicence, LicensedEstate> carrying = new();
    private readonly ConcurrentDictionary<ImmutableArray<PlannedHost>, ImmutableArray<PlannedHost>> others = new();

    private CountedPlan(EstatePlan plan, CaseCache cache)
    {
        this.plan = plan;
        Servers = [.. plan.Servers.Select(load => load.Server)];
        Running = ServerCounts.Of(Servers, cache);
        licensed = new Lazy<LicensedEstate>(() => LicensedHosts.Counted(plan));
        withGuests = new Lazy<LicensedEstate>(() => LicensedHosts.WithGuests(plan, Licensed));
        redHat = new Lazy<ImmutableArray<LicensedEstate>>(() => [.. plan.Clusters.Select(cluster => LicensedHosts.Carrying(cluster, LicensedHosts.IsRedHat))]);
    }

    /// <summary>The servers of the plan.</summary>
    public ImmutableArray<PlannedHost> Servers { get; }

    /// <summary>The same by kind.</summary>
    public ServerCounts Running { get; }

    /// <summary>All servers as licence metrics see them.</summary>
    public LicensedEstate Licensed => licensed.Value;

    /// <summary>The same with the VMs of any kind that may run on each at once, which few products ask for.</summary>
    public LicensedEstate LicensedWithGuests => withGuests.Value;

    /// <summary>The servers of each cluster that Red Hat guests may run on.</summary>
    public ImmutableArray<LicensedEstate> RedHat => redHat.Value;

    /// <summary>The plan as prices see it.</summary>
    public static CountedPlan Of(EstatePlan plan, CaseCache cache) => cache.Of(plan, each => new CountedPlan(each, cache));

    /// <summary>The servers that guests with a licence may run on.</summary>
    public LicensedEstate Carrying(GuestLicence licence) => carrying.GetOrAdd(licence, each => LicensedHosts.Carrying(plan, each.IsCarriedBy));

    /// <summary>Those of some servers that the plan does not use.</summary>
    public ImmutableArray<PlannedHost> Without(ImmutableArray<PlannedHost> servers) => others.GetOrAdd(servers, all =>
    {
        var used = Servers.Select(server => server.Name).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(server => !used.Contains(server.Name))];
    });
}
