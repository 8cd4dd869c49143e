using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>What the user should know about a plan.</summary>
public static class PlacementFindings
{
    /// <summary>VMs that fit nowhere and clusters that do not survive the loss of hosts, for one option.</summary>
    public static ImmutableArray<Finding> Of(EstatePlan plan, ScenarioOption option) =>
    [
        .. plan.Clusters.SelectMany(cluster => cluster.Misfits.Select(misfit => FitsNowhere(cluster, misfit, option))),
        .. plan.Clusters.Where(cluster => cluster.Misfits.IsEmpty && !cluster.Failover.Holds).Select(cluster => NotSurvived(cluster, option)),
    ];

    /// <summary>Hosts that the source does not describe well enough to place VMs on.</summary>
    public static ImmutableArray<Finding> OfHosts(Inventory inventory) =>
    [
        .. from host in inventory.Hosts
           where !EstateServers.IsKnown(host)
           select new Finding(
               Severity.Warning,
               "host-not-described",
               $"{host.Name} lacks {Missing(host)}",
               host.Origin,
               "it was counted as a host of today, and no VM was placed on it",
               "export the full vHost sheet, or let the options buy new hosts (hosts: refresh)"),
    ];

    private static Finding FitsNowhere(ClusterPlan cluster, Misfit misfit, ScenarioOption option) => new(
        Severity.Error,
        "vm-fits-nowhere",
        $"{option.Id}: {misfit.Demand.Vm.Name} of cluster {cluster.Cluster} fits nowhere: {misfit.Reason}",
        misfit.Demand.Vm.Origin,
        "the option is not ranked, its total does not carry this VM",
        "name a larger new_host, or list the VM under leave_out");

    private static Finding NotSurvived(ClusterPlan cluster, ScenarioOption option) => new(
        Severity.Error,
        "failover-not-proven",
        FormattableString.Invariant($"{option.Id}: cluster {cluster.Cluster} does not survive {Words.Failures(cluster.Failover.Failures)} on the {cluster.Servers.Length} hosts offered"),
        option.Place,
        "the option is not ranked",
        "name a new_host to be bought where existing hosts do not suffice, or lower failover");

    private static string Missing(Host host) => string.Join(
        ", ",
        new[] { (host.Sockets is null, "its sockets"), (host.Cores is null, "its cores"), (host.Memory is null, "its memory"), (host is { Sockets: not null, Cores: not null, CoresPerSocket: null }, "a whole number of cores per socket") }
            .Where(each => each.Item1)
            .Select(each => each.Item2));
}
