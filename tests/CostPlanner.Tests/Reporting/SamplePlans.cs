using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Tests.Reporting;

/// <summary>Plans for the sample estate: VMs dealt out in turn, and bounds and proofs that fit.</summary>
internal static class SamplePlans
{
    private const decimal Growth = 1.16m;

    public static EstateDemand DemandOf(Inventory inventory, decimal overheadMiB)
    {
        var running = inventory.Vms.Where(vm => vm.Runs).Select(vm =>
            new VmDemand(vm, vm.VCpus * Growth, (vm.Memory * Growth) + ByteSize.FromMiB(overheadMiB), ByteSize.Zero));
        return new EstateDemand(
            [.. running],
            [.. inventory.Vms.Where(vm => !vm.Runs && !vm.IsTemplate)],
            [.. inventory.Vms.Where(vm => vm.IsTemplate)],
            [],
            []);
    }

    /// <summary>A plan on so many servers per cluster; new ones where a model is given.</summary>
    public static EstatePlan Of(Inventory inventory, EstateDemand demand, ImmutableArray<int> servers, ImmutableArray<int> bounds, ServerModel? model) => new(
    [
        .. SampleEstate.Clusters.Select((cluster, index) => ClusterOf(inventory, demand, cluster.Name, servers[index], bounds[index], model)),
    ]);

    private static ClusterPlan ClusterOf(Inventory inventory, EstateDemand demand, string cluster, int count, int bound, ServerModel? model)
    {
        var hosts = inventory.Hosts.Where(host => host.Cluster == cluster).ToList();
        var vms = demand.Running.Where(each => each.Vm.Cluster == cluster).OrderByDescending(each => each.Memory).ToList();
        var loads = Enumerable.Range(0, count)
            .Select(index => LoadOf(ServerOf(hosts[index], cluster, index, model), [.. vms.Where((_, place) => place % count == index)]))
            .ToImmutableArray();
        var memory = loads.Average(load => load.Used[Dimension.Memory].Value);
        return new ClusterPlan(
            cluster,
            hosts.Count,
            loads,
            [],
            bound,
            FormattableString.Invariant($"memory of {vms.Count} VMs, and one host to spare"),
            new FailoverProof(1, count, true, [loads[0].Server.Name], Dimension.Memory, new Fraction(Math.Min(1, memory * count / (count - 1)))));
    }

    private static PlannedHost ServerOf(Host host, string cluster, int index, ServerModel? model) => new()
    {
        Name = model is null ? host.Name : FormattableString.Invariant($"{cluster}-new-{index + 1:00}"),
        Cluster = cluster,
        Sockets = model?.Sockets ?? host.Sockets!.Value,
        CoresPerSocket = model?.CoresPerSocket ?? host.CoresPerSocket!.Value,
        Threads = model is null ? host.Threads!.Value : model.Cores * model.ThreadsPerCore,
        Memory = model?.Memory ?? host.Memory!.Value,
        Bought = model,
        CpuModel = model?.Cpu ?? host.CpuModel,
    };

    private static ServerLoad LoadOf(PlannedHost server, ImmutableArray<VmDemand> vms)
    {
        var cpu = vms.Sum(vm => vm.Cpu) / ((server.Cores - 2) * 4);
        var memory = vms.Sum(vm => vm.Memory.GiB) / (server.Memory.GiB - 16);
        return new ServerLoad(
            server,
            vms,
            ImmutableSortedDictionary<Dimension, Fraction>.Empty
                .Add(Dimension.Cpu, new Fraction(Math.Min(1, cpu)))
                .Add(Dimension.Memory, new Fraction(Math.Min(1, memory))));
    }
}
