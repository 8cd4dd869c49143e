using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>The hosts of a plan as licence metrics see them.</summary>
/// <remarks>
/// A VM that carries a licence counts on every host it may run on (see <see cref="ConcurrentGuests"/>), and no fewer than are placed on it.
/// </remarks>
public static class LicensedHosts
{
    /// <summary>Whether a guest needs a subscription of Red Hat.</summary>
    internal static bool IsRedHat(VirtualMachine vm) => vm.Guest == GuestFamily.RedHat;

    /// <summary>Every server of the plan, with all VMs placed there and the Windows Server VMs that may run there at once.</summary>
    public static LicensedEstate Of(EstatePlan plan, CaseCache cache) => CountedPlan.Of(plan, cache).Licensed;

    /// <summary>The same, with the VMs of any kind that may run on each server at once.</summary>
    public static LicensedEstate WithGuests(EstatePlan plan, CaseCache cache) => CountedPlan.Of(plan, cache).LicensedWithGuests;

    /// <summary>An estate of the plan's servers with the VMs of any kind that may run on each at once, counted anew.</summary>
    internal static LicensedEstate WithGuests(EstatePlan plan, LicensedEstate licensed) => licensed with
    {
        Hosts = [.. licensed.Hosts.Zip(plan.Clusters.SelectMany(cluster => Carried(cluster, _ => true)), (host, all) => host with { Guests = all.AtOnce })],
    };

    /// <summary>The same, counted anew.</summary>
    internal static LicensedEstate Counted(EstatePlan plan) => new(
    [
        .. from cluster in plan.Clusters
           from host in Carried(cluster, IsWindowsServer)
           select Host(host.Load.Server, Running(host.Load).Count(), host.AtOnce) with { Pool = cluster.Cluster, VmMemory = MemoryOf(Running(host.Load)) },
    ]);

    /// <summary>The servers that VMs with a licence may run on, with those VMs alone: the ones placed there, and as many as may run there at once.</summary>
    public static LicensedEstate Carrying(EstatePlan plan, Func<VirtualMachine, bool> carries) =>
        new([.. plan.Clusters.SelectMany(cluster => Carrying(cluster, carries).Hosts)]);

    /// <summary>The same for one cluster.</summary>
    public static LicensedEstate Carrying(ClusterPlan cluster, Func<VirtualMachine, bool> carries) => new(
    [
        .. from host in Carried(cluster, carries)
           where host.AtOnce > 0
           select Host(host.Load.Server, host.Placed, host.AtOnce) with
           {
               Pool = cluster.Cluster,
               VmCpus = [.. Running(host.Load).Where(carries).Select(vm => vm.VCpus)],
           },
    ]);

    /// <summary>Whether a guest needs a licence of Windows Server.</summary>
    internal static bool IsWindowsServer(VirtualMachine vm) => vm.Guest == GuestFamily.WindowsServer;

    /// <summary>A server with those VMs.</summary>
    internal static LicensedHost Host(PlannedHost server, int vms, int windowsVms) => new(server.Name, server.Sockets, server.CoresPerSocket, vms, windowsVms)
    {
        Memory = server.Memory,
        RawStorage = server.RawStorage,
    };

    /// <summary>The configured memory of each VM.</summary>
    internal static ImmutableArray<ByteSize> MemoryOf(IEnumerable<VirtualMachine> vms) => [.. vms.Select(vm => vm.Memory)];

    private static IEnumerable<(ServerLoad Load, int Placed, int AtOnce)> Carried(ClusterPlan cluster, Func<VirtualMachine, bool> carries)
    {
        var atOnce = ConcurrentGuests.Of(
            [.. cluster.Servers.Select(load => load.Server)],
            [.. cluster.Servers.SelectMany(Running)],
            carries,
            cluster.Rules,
            cluster.Failover.Failures,
            cluster.Confinements);
        foreach (var load in cluster.Servers)
        {
            var placed = Running(load).Count(carries);
            yield return (load, placed, Math.Max(placed, atOnce.GetValueOrDefault(load.Server.Name)));
        }
    }

    /// <summary>The VMs that run on a server; those that only store their disks there carry no licence.</summary>
    private static IEnumerable<VirtualMachine> Running(ServerLoad load) => load.Vms.Where(vm => vm.IsRunning).Select(vm => vm.Vm);
}
