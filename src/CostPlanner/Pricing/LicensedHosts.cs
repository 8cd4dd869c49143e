using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;

namespace CostPlanner.Pricing;

/// <summary>The hosts of a plan as licence metrics see them.</summary>
public static class LicensedHosts
{
    /// <summary>
    /// Every server of the plan. VMs move within their cluster, so Windows VMs count on every host of a cluster that runs any:
    /// ⌈Windows VMs of the cluster / (hosts − hosts that may fail)⌉, and no fewer than are placed there.
    /// </summary>
    public static LicensedEstate Of(EstatePlan plan) => new([.. plan.Clusters.SelectMany(OfCluster)]);

    private static IEnumerable<LicensedHost> OfCluster(ClusterPlan cluster)
    {
        var windows = cluster.Servers.Sum(load => load.Vms.Count(IsWindowsServer));
        var left = Math.Max(1, cluster.Servers.Length - cluster.Failover.Failures);
        var peak = (int)decimal.Ceiling((decimal)windows / left);
        return cluster.Servers.Select(load => new LicensedHost(
            load.Server.Name,
            load.Server.Sockets,
            load.Server.CoresPerSocket,
            load.Vms.Count(vm => vm.VCpus > 0),
            Math.Max(peak, load.Vms.Count(IsWindowsServer))));
    }

    private static bool IsWindowsServer(VmDemand vm) => vm.VCpus > 0 && vm.Vm.Guest == GuestFamily.WindowsServer;
}
