using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Guests;

/// <summary>Subscriptions of Red Hat guests: for each cluster the VMs, or the hosts that they may run on, whichever is cheaper.</summary>
/// <remarks>
/// <para>
/// A VM that may move is subscribed itself, wherever it runs, or every host it may run on is. A subscription of VMs covers several (2); its fractions
/// are summed over the whole estate and rounded up once: a VM in each of two clusters needs one between them.
/// </para>
/// <para>
/// Which clusters subscribe their VMs is the cheapest choice of all, that rounding included: it depends on their number of VMs only by what is left
/// over after whole subscriptions, so the cheapest way to each remainder is kept from cluster to cluster. Within a cluster it is all guests or none.
/// </para>
/// </remarks>
public static class RedHatLines
{
    private const string PerUnit = "vms-per-unit";

    /// <summary>A line for the guests subscribed one by one and one for the hosts; none without Red Hat guests or where the scenario counts none.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ScenarioOption option, EstatePlan plan) =>
        Of(basis, option, CountedPlan.Of(plan, basis.Cache).RedHat);

    /// <summary>The product of an option whose price includes Red Hat guests; null for none.</summary>
    public static PriceRow? ContainedIn(CostBasis basis, ScenarioOption option) => option.Licences
        .Select(product => ProductPrice.Of(basis, product).Row)
        .FirstOrDefault(row => row.Includes.Contains(PriceRow.RedHatGuests));

    /// <summary>
    /// VMs on one host from which subscribing it may cost less than subscribing them: 7 where the host's costs 3.2 times as much as one for 2 VMs. 1 where a
    /// price is missing, so that nothing is known.
    /// </summary>
    internal static int LeastGuests(CostBasis basis, RedHatLicences editions) =>
        UnitCost.Of(basis, editions.Server) is > 0 and var server && UnitCost.Of(basis, editions.Datacenter) is { } datacenter
            ? (int)(datacenter / (server / VmsPerUnit(basis, editions))) + 1
            : 1;

    /// <summary>The lines, given the hosts that the guests of each cluster may run on.</summary>
    internal static ImmutableArray<CostLine> Of(CostBasis basis, ScenarioOption option, ImmutableArray<LicensedEstate> clusters)
    {
        var running = clusters.Where(cluster => !cluster.Hosts.IsEmpty).ToImmutableArray();
        if (basis.Scenario.RedHat is not { } editions || running.IsEmpty)
        {
            return [];
        }

        if (ContainedIn(basis, option) is { } platform)
        {
            return [Contained(basis, platform, running.Sum(Vms))];
        }

        var bySubscription = WithOwned(basis, editions, running, Cheapest(basis, editions, running));
        return
        [
            .. Lines(basis, editions.Server, bySubscription, Message.Of("red-hat.vms")),
            .. Lines(
                basis,
                editions.Datacenter,
                [.. running.Where(cluster => !bySubscription.Contains(cluster))],
                Message.Of("red-hat.hosts")),
        ];
    }

    private static IEnumerable<CostLine> Lines(CostBasis basis, string product, ImmutableArray<LicensedEstate> clusters, Message what) => clusters.IsEmpty
        ? []
        : ProductLines.Of(
            basis, CostCategory.GuestLicences, product, clusters is [var one] ? one : new LicensedEstate([.. clusters.SelectMany(cluster => cluster.Hosts)]))
            .Select(line => OwnedUnits.Beyond(basis, line with { Rule = Clauses.With(line.Rule, what), Guests = Confinement.RedHat }));

    /// <summary>
    /// The cheapest of three choices given what is owned: the one that is cheapest where nothing is, all VMs, or all hosts. Which choices are looked at does
    /// not depend on what is owned, so that more of it never costs more.
    /// </summary>
    private static ImmutableArray<LicensedEstate> WithOwned(
        CostBasis basis, RedHatLicences editions, ImmutableArray<LicensedEstate> clusters, ImmutableArray<LicensedEstate> cheapest)
    {
        if (!OwnedUnits.Any(basis, editions.Server, editions.Datacenter)
            || UnitCost.Of(basis, editions.Server) is not { } server || UnitCost.Of(basis, editions.Datacenter) is not { } datacenter)
        {
            return cheapest;
        }

        var rule = ProductPrice.Of(basis, editions.Datacenter).Row.Rule;
        return new[] { cheapest, clusters, [] }.MinBy(Cost);

        decimal Cost(ImmutableArray<LicensedEstate> byVm)
        {
            ImmutableArray<LicensedHost> hosts = [.. clusters.Except(byVm).SelectMany(cluster => cluster.Hosts)];
            var ofHosts = hosts.IsEmpty ? 0 : LicenceMetrics.Count(rule, new LicensedEstate(hosts), basis.Cache).Units;
            var ofVms = decimal.Ceiling(byVm.Sum(Vms) / VmsPerUnit(basis, editions));
            return (OwnedUnits.Bought(basis, editions.Server, ofVms) * server) + (OwnedUnits.Bought(basis, editions.Datacenter, ofHosts) * datacenter);
        }
    }

    /// <summary>The clusters whose VMs are subscribed. Where one price is missing, all take the other; where both are, the hosts are named.</summary>
    private static ImmutableArray<LicensedEstate> Cheapest(CostBasis basis, RedHatLicences editions, ImmutableArray<LicensedEstate> clusters)
    {
        if (UnitCost.Of(basis, editions.Server) is not { } server)
        {
            return [];
        }

        if (UnitCost.Of(basis, editions.Datacenter) is null)
        {
            return clusters;
        }

        var per = VmsPerUnit(basis, editions);
        var priced = clusters.Select(cluster => (Cluster: cluster, Vms: Vms(cluster), Hosts: UnitCost.Of(basis, editions.Datacenter, cluster)!.Value));

        // The order is that of the figures, so that clusters may come in any; a tie goes to the hosts, which leaves room for more VMs.
        ImmutableArray<Way> ways = [new Way(0, 0, [])];
        foreach (var (cluster, vms, hosts) in priced.OrderBy(each => each.Hosts).ThenBy(each => each.Vms))
        {
            ways =
            [
                .. ways.SelectMany(
                    way => new[] { way with { Cost = way.Cost + hosts }, new Way(
                        way.Cost + (vms / per * server), way.Vms + vms, way.BySubscription.Add(cluster)) })
                    .GroupBy(way => way.Vms % per)
                    .Select(group => group.MinBy(way => way.Cost)!),
            ];
        }

        return ways.MinBy(way => way.Cost + ((decimal.Ceiling(way.Vms / per) - (way.Vms / per)) * server))!.BySubscription;
    }

    private static CostLine Contained(CostBasis basis, PriceRow platform, int vms) => basis.Priced(
        new CostLine
        {
            Id = "red-hat-guests-contained",
            Category = CostCategory.GuestLicences,
            Label = Message.Of("line.red-hat-contained", ("system", Confinement.RedHat), ("product", platform.Product)),
            Quantity = 0,
            Unit = Message.Of("unit.vm"),
            Timing = CostTiming.Yearly,
            ListPrice = Money.Zero(basis.Scenario.Currency),
            PaidPrice = Money.Zero(basis.Scenario.Currency),
            Rule = Message.Of(
                "red-hat.contained", ("vms", vms), ("product", platform.Product), ("note", platform.Note is { } note ? note : Message.Of("red-hat.no-note"))),
            Provenance = platform.Provenance,
            Guests = Confinement.RedHat,
            IsContained = true,
        });

    private static decimal VmsPerUnit(CostBasis basis, RedHatLicences editions) => ProductPrice.Of(basis, editions.Server).Row.Rule.Parameter(PerUnit, 1);

    private static int Vms(LicensedEstate cluster) => cluster.Hosts.Sum(host => host.Vms);

    /// <summary>A choice for the clusters so far.</summary>
    /// <param name="Cost">Its cost, subscriptions of VMs not rounded up.</param>
    /// <param name="Vms">VMs subscribed.</param>
    /// <param name="BySubscription">Their clusters.</param>
    private sealed record Way(decimal Cost, decimal Vms, ImmutableArray<LicensedEstate> BySubscription);
}
