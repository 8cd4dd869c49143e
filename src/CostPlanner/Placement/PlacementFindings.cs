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
            .. clusters.SelectMany(
                each => each.Cluster.Misfits.Where(
                    misfit => !misfit.FitsAlone || each.Cluster.Shortfalls.IsEmpty).Select(misfit => (each.Option, each.Cluster, Misfit: misfit)))
                .GroupBy(each => (each.Misfit.Demand.Vm.Id, each.Misfit.Reason))
                .Select(group => FitsNowhere(group.First().Cluster, group.First().Misfit, Names(group.Select(each => each.Option)))),
            .. clusters.SelectMany(each => each.Cluster.Shortfalls.Select(shortfall => (each.Option, each.Cluster.Cluster, Shortfall: shortfall)))
                .GroupBy(each => (each.Cluster, each.Shortfall))
                .Select(group => FallsShort(group.First().Option, group.Key.Cluster, group.Key.Shortfall, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => each.Cluster is { Misfits.IsEmpty: true, Shortfalls.IsEmpty: true } && !each.Cluster.Failover.Holds)
                .GroupBy(each => (each.Cluster.Cluster, each.Cluster.Servers.Length))
                .Select(group => NotSurvived(group.First().Cluster, group.First().Option, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => !each.Cluster.Failover.GoDown.IsEmpty)
                .GroupBy(each => (each.Cluster.Cluster, Vms: string.Join('\n', each.Cluster.Failover.GoDown)))
                .Select(group => GoDown(group.First().Option, group.First().Cluster, Names(group.Select(each => each.Option)))),
            .. clusters.SelectMany(
                each => each.Cluster.Servers.Where(load => load.Server.Bought is not null).SelectMany(
                    load => load.Vms.Select(vm => (each.Option, load.Server, vm.Vm))))
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
               Message.Of("host-not-described", ("host", host.Name), ("missing", Missing(host))),
               host.Origin,
               Message.Of("host-not-described.done"),
               Message.Of("host-not-described.mend")),
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
                Message.Of("failover-none-today", ("pools", Reasons.Few(single))),
                scenario.Options[0].Place with { Row = null, Column = "failover" },
                Message.Of("failover-none-today.done"),
                Message.Of("failover-none-today.mend", ("failover", scenario.Failover), ("pool", single[0]))),
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
                Message.Of("rebuild-none-today", ("pools", Reasons.Few(pools))),
                scenario.Options[0].Place with { Row = null, Column = "failover" },
                Message.Of("rebuild-none-today.done"),
                Message.Of("rebuild-none-today.mend", ("failover", scenario.Failover), ("pool", pools[0]))),
        ];
    }

    private static Finding FitsNowhere(ClusterPlan cluster, UnplacedVm misfit, MessageValue options) => new(
        Severity.Error,
        "vm-fits-nowhere",
        Message.Of("vm-fits-nowhere", ("options", options), ("vm", misfit.Demand.Vm.Name), ("cluster", cluster.Cluster), ("reason", misfit.Reason)),
        misfit.Demand.Vm.Origin,
        Message.Of("vm-fits-nowhere.done"),
        Message.Of("vm-fits-nowhere.mend"));

    private static Finding FallsShort(ScenarioOption option, string cluster, Shortfall shortfall, MessageValue options) => new(
        Severity.Error,
        "hosts-fall-short",
        Message.Of("hosts-fall-short", ("options", options), ("cluster", cluster), ("what", shortfall.What), ("why", shortfall.Why)),
        option.Place,
        Message.Of("options-not-ranked"),
        shortfall.Mend);

    private static Finding GoDown(ScenarioOption option, ClusterPlan cluster, MessageValue options) => new(
        Severity.Warning,
        "vm-goes-down-with-its-hosts",
        Message.Of("vm-goes-down-with-its-hosts", ("options", options), ("cluster", cluster.Cluster), ("vms", Message.List(cluster.Failover.GoDown))),
        option.Place,
        Message.Of("vm-goes-down-with-its-hosts.done"),
        Message.Of("vm-goes-down-with-its-hosts.mend"));

    private static Finding WiderThanSocket(VirtualMachine vm, int cores, MessageValue options) => new(
        Severity.Note,
        "vm-wider-than-numa-node",
        Message.Of("vm-wider-than-numa-node.new-host", ("options", options), ("vm", vm.Name), ("vcpus", vm.VCpus), ("cores", cores)),
        vm.Origin,
        Message.Of("vm-wider-than-numa-node.done"),
        Message.Of("vm-wider-than-numa-node.mend"));

    private static Finding NoLeastCost(ScenarioOption option) => new(
        Severity.Warning,
        "least-cost-not-sought",
        Message.Of("least-cost-not-sought", ("option", option.Name)),
        option.Place,
        Message.Of("least-cost-not-sought.done"),
        Message.Of("least-cost-not-sought.mend"));

    private static Finding NotSurvived(ClusterPlan cluster, ScenarioOption option, MessageValue options) => new(
        Severity.Error,
        "failover-not-proven",
        Message.Of(
            "failover-not-proven",
            ("options", options), ("cluster", cluster.Cluster), ("failures", Reasons.Failures(cluster.Failover.Failures)), ("hosts", cluster.Servers.Length)),
        option.Place,
        Message.Of("options-not-ranked"),
        Message.Of("failover-not-proven.mend"));

    private static MessageValue Names(IEnumerable<ScenarioOption> options) => Message.List(options.Select(option => option.Name).Distinct());

    private static MessageValue Missing(Host host) => Message.List(new (bool IsMissing, Message What)[]
    {
        (host.Sockets is null, Message.Of("missing.sockets")),
        (host.Cores is null, Message.Of("missing.cores")),
        (host.Memory is null, Message.Of("missing.memory")),
        (host is { Sockets: not null, Cores: not null, CoresPerSocket: null }, Message.Of("missing.whole-cores")),
    }.Where(each => each.IsMissing).Select(each => each.What));
}
