using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>What the user should know about a plan.</summary>
public static class PlacementFindings
{
    /// <summary>VMs that fit nowhere and clusters that do not survive the loss of hosts, each named once with the options that it touches.</summary>
    public static ImmutableArray<Finding> Of(IEnumerable<(ScenarioOption Option, EstatePlan Plan)> options)
    {
        var clusters = options.SelectMany(each => each.Plan.Clusters.Select(cluster => (each.Option, Cluster: cluster))).ToList();
        return
        [
            .. clusters.SelectMany(each => each.Cluster.Misfits.Select(misfit => (each.Option, each.Cluster, Misfit: misfit)))
                .GroupBy(each => (each.Misfit.Demand.Vm.Id, each.Misfit.Reason))
                .Select(group => FitsNowhere(group.First().Cluster, group.First().Misfit, Names(group.Select(each => each.Option)))),
            .. clusters.Where(each => each.Cluster.Misfits.IsEmpty && !each.Cluster.Failover.Holds)
                .GroupBy(each => (each.Cluster.Cluster, each.Cluster.Servers.Length))
                .Select(group => NotSurvived(group.First().Cluster, group.First().Option, Names(group.Select(each => each.Option)))),
        ];
    }

    /// <summary>Hosts that the source does not describe well enough to place VMs on.</summary>
    public static ImmutableArray<Finding> OfHosts(Inventory inventory) =>
    [
        .. from host in inventory.Hosts
           where !EstateServers.IsKnown(host)
           select new Finding(
               Severity.Warning,
               "host-not-described",
               $"host {host.Name} lacks {Missing(host)}",
               host.Origin,
               "it was counted as a host of today, and no VM was placed on it",
               "export the full vHost sheet, or let the options buy new hosts (hosts: refresh)"),
    ];

    private static Finding FitsNowhere(ClusterPlan cluster, Misfit misfit, string options) => new(
        Severity.Error,
        "vm-fits-nowhere",
        $"{options}: VM {misfit.Demand.Vm.Name} of cluster {cluster.Cluster} fits nowhere: {misfit.Reason}",
        misfit.Demand.Vm.Origin,
        "the options are not ranked, their totals do not carry this VM",
        "name a larger new_host, or list the VM under leave_out");

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
