using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.Pools;

namespace CostPlanner.Placement;

/// <summary>What the user should know about a plan.</summary>
public static class PlacementFindings
{
    /// <summary>
    /// VMs that fit nowhere, what falls short, clusters that do not survive losses, VMs that go down with their hosts or span NUMA nodes of new
    /// ones, and where the least cost could not be sought; each named once with the options that it touches.
    /// </summary>
    public static ImmutableArray<Finding> Of(IEnumerable<(ScenarioOption Option, EstatePlan Plan)> options)
    {
        var clusters = options.SelectMany(each => each.Plan.Clusters.Select(cluster => (each.Option, Cluster: cluster))).ToList();
        return
        [
            .. clusters.SelectMany(each => each.Cluster.Misfits.Where(misfit => !misfit.FitsAlone || each.Cluster.Shortfalls.IsEmpty).Select(misfit => (each.Option, each.Cluster, Misfit: misfit)))
                .GroupBy(each => (each.Misfit.Demand.Vm.Id, each.Misfit.Reason))
                .Select(group => FitsNowhere(group.First().Cluster, group.First().Misfit, Names(group.Select(each => each.Option)))),
            .. clusters.SelectMany(each => each.Cluster.Shortfalls.Select(shortfall => (each.Option, each.Cluster.Cluster, Shortfall: shortfall)))
                .GroupBy(each => (each.Cluster, each.Shortfall))
                .Select(group => FallsShort(group.First().Option, group.Key.Cluster, group.Key.Shortfall, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => each.Cluster is { Misfits.IsEmpty: true, Shortfalls.IsEmpty: true } && !each.Cluster.Failover.Holds)
                .GroupBy(each => (each.Cluster.Cluster, each.Cluster.Servers.Length))
                .Select(group => NotSurvived(group.First().Cluster, group.First().Option, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => !each.Cluster.Failover.GoDown.IsEmpty)
                .GroupBy(each => (each.Cluster.Cluster, Vms: string.Join(", ", each.Cluster.Failover.GoDown)))
                .Select(group => GoDown(group.First().Option, group.Key.Cluster, group.Key.Vms, Names(group.Select(each => each.Option)))),
            .. clusters.SelectMany(each => each.Cluster.Servers.Where(load => load.Server.Bought is not null).SelectMany(load => load.Vms.Select(vm => (each.Option, load.Server, vm.Vm))))
                .Where(each => each.Vm.Runs && each.Vm.VCpus > each.Server.CoresPerSocket)
                .GroupBy(each => (each.Vm.Id, each.Server.CoresPerSocket))
                .Select(group => WiderThanSocket(group.First().Vm, group.Key.CoresPerSocket, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => each.Cluster is { Rules.Objective: Objective.LeastCost, Cost: null, Servers.IsEmpty: false })
                .GroupBy(each => each.Option)
                .Select(group => NoLeastCost(group.Key)),
        ];
    }

    /// <summary>Hosts that the source does not describe well enough to place VMs on.</summary>
    public static ImmutableArray<Finding> OfHosts(Inventory inventory) =>
    [
        .. from host in inventory.Hosts
           where !host.IsDescribed
           select new Finding(
               Severity.Warning,
               "host-not-described",
               $"host {host.Name} lacks {Missing(host)}",
               host.Origin,
               "it was counted as a host of today, and no VM was placed on it",
               "enter what it lacks in the inventory, or let the options buy new hosts (hosts: refresh)"),
    ];

    /// <summary>That pools of one host have no failover, where the scenario asks for some.</summary>
    public static ImmutableArray<Finding> OfFailover(Scenario scenario, EstatePlan plan)
    {
        ImmutableArray<string> single =
        [
            .. plan.Clusters
                .Where(cluster => cluster is { IsOneHostToday: true, Failover: { Failures: 0, SitesTried: 0 }, Servers.IsEmpty: false })
                .Select(cluster => cluster.Cluster),
        ];
        return scenario.Failover == 0 || single.IsEmpty ? [] :
        [
            new Finding(
                Severity.Note,
                "failover-none-today",
                $"no failover today where a pool has one host: {Words.Few(single)}",
                scenario.Options[0].Place with { Row = null, Column = "failover" },
                "none was planned there",
                FormattableString.Invariant($"to plan some: failover: {{default: {scenario.Failover}, '{single[0]}': 1}}; or placement: {{within: site}}, which plans the hosts of a site as one")),
        ];
    }

    /// <summary>That storage pools which have no host to rebuild on today are planned without one.</summary>
    public static ImmutableArray<Finding> OfRebuild(Scenario scenario, EstatePlan plan)
    {
        ImmutableArray<string> pools = [.. plan.Clusters.Where(cluster => cluster.Storage?.Rule.HasNoSpareToday == true).Select(cluster => cluster.Cluster)];
        return pools.IsEmpty ? [] :
        [
            new Finding(
                Severity.Note,
                "rebuild-none-today",
                $"vSAN has no more hosts today than its policy needs: {Words.Few(pools)}",
                scenario.Options[0].Place with { Row = null, Column = "failover" },
                "no host was planned to rebuild lost copies on; until a lost host is back the pool runs on the copies that are left",
                FormattableString.Invariant($"to plan one: failover: {{default: {scenario.Failover}, '{pools[0]}': {scenario.Failover}}}")),
        ];
    }

    private static Finding FitsNowhere(ClusterPlan cluster, UnplacedVm misfit, string options) => new(
        Severity.Error,
        "vm-fits-nowhere",
        $"{options}: VM {misfit.Demand.Vm.Name} of cluster {cluster.Cluster} fits nowhere: {misfit.Reason}",
        misfit.Demand.Vm.Origin,
        "the options are not ranked, their totals do not carry this VM",
        "name a larger new_host, or list the VM under leave_out");

    private static Finding FallsShort(ScenarioOption option, string cluster, Shortfall shortfall, string options) => new(
        Severity.Error,
        "hosts-fall-short",
        $"{options}: cluster {cluster}: {shortfall.What}: {shortfall.Why}",
        option.Place,
        "the options are not ranked",
        shortfall.Mend);

    private static Finding GoDown(ScenarioOption option, string cluster, string vms, string options) => new(
        Severity.Warning,
        "vm-goes-down-with-its-hosts",
        $"{options}: cluster {cluster}: {vms} may run on so few hosts that the failures provided for can take all of them",
        option.Place,
        "when that happens the VMs stay down; they were not asked to find another place",
        "allow them on one host more than may fail, if they must go on");

    private static Finding WiderThanSocket(VirtualMachine vm, int cores, string options) => new(
        Severity.Note,
        "vm-wider-than-numa-node",
        FormattableString.Invariant($"{options}: VM {vm.Name} has {vm.VCpus} vCPUs, a socket of the new host it is placed on has {cores} cores: it spans NUMA nodes"),
        vm.Origin,
        "it was placed all the same",
        "check whether it needs so many vCPUs");

    private static Finding NoLeastCost(ScenarioOption option) => new(
        Severity.Warning,
        "least-cost-not-sought",
        $"{option.Name}: a price of its hosts or licences is missing, so the cheapest hosts could not be sought",
        option.Place,
        "the fewest hosts were taken",
        "enter the missing price under quotes");

    private static Finding NotSurvived(ClusterPlan cluster, ScenarioOption option, string options) => new(
        Severity.Error,
        "failover-not-proven",
        FormattableString.Invariant($"{options}: cluster {cluster.Cluster} does not survive {Words.Failures(cluster.Failover.Failures)} on the {cluster.Servers.Length} hosts offered"),
        option.Place,
        "the options are not ranked",
        "name a new_host to be bought where existing hosts do not suffice, or lower failover");

    private static string Names(IEnumerable<ScenarioOption> options) => string.Join("; ", options.Select(option => option.Name).Distinct());

    private static string Missing(Host host) => string.Join(
        ", ",
        new[] { (host.Sockets is null, "its sockets"), (host.Cores is null, "its cores"), (host.Memory is null, "its memory"), (host is { Sockets: not null, Cores: not null, CoresPerSocket: null }, "a whole number of cores per socket") }
            .Where(each => each.Item1)
            .Select(each => each.Item2));
}
