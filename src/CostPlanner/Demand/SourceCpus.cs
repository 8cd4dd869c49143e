using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>The CPUs that the VMs of an estate run on today, in the source's words.</summary>
public sealed class SourceCpus
{
    private readonly Dictionary<string, string?> byHost;
    private readonly ILookup<string, string> byCluster;

    /// <summary>The CPUs of an inventory.</summary>
    public SourceCpus(Inventory inventory)
    {
        byHost = inventory.Hosts.DistinctBy(host => host.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(host => host.Name, host => host.CpuModel, StringComparer.OrdinalIgnoreCase);
        byCluster = inventory.Hosts.Where(host => host is { Cluster: not null, CpuModel: not null })
            .Select(host => (host.Cluster, host.CpuModel)).Distinct()
            .ToLookup(each => each.Cluster!, each => each.CpuModel!, StringComparer.Ordinal);
    }

    /// <summary>The CPU of the VM's host; where that is not known, the one that all hosts of its cluster have; null where neither is known.</summary>
    public string? Of(VirtualMachine vm)
    {
        if (vm.Host is { } host && byHost.GetValueOrDefault(host) is { } own)
        {
            return own;
        }

        return vm.Cluster is { } cluster && byCluster[cluster].Take(2).ToList() is [var only] ? only : null;
    }
}
