using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>
/// The hosts of an estate that may run Windows Server, by kind: what is cheaper for a host follows from what it is and carries, not from which one it is.
/// </summary>
/// <remarks>Sorted when first asked for, and kept with the estate.</remarks>
internal sealed class HostKinds
{
    private readonly ImmutableArray<LicensedHost> hosts;
    private readonly ImmutableArray<int> kindOf;
    private readonly ConcurrentDictionary<string, LicensedEstate> chosen = new(StringComparer.Ordinal);

    private HostKinds(LicensedEstate estate)
    {
        hosts = estate.WithWindows;
        var kinds = hosts.Select(Kind).Distinct().ToList();
        kindOf = [.. hosts.Select(host => kinds.IndexOf(Kind(host)))];
        Single = [.. kinds.Select((_, kind) => new LicensedEstate([hosts[kindOf.IndexOf(kind)]]))];
    }

    /// <summary>One host of each kind, alone.</summary>
    public ImmutableArray<LicensedEstate> Single { get; }

    /// <summary>The kinds of an estate's hosts.</summary>
    public static HostKinds WithWindows(LicensedEstate estate, CaseCache cache) => cache.Of(estate, static each => new HostKinds(each));

    /// <summary>The hosts of some kinds.</summary>
    /// <param name="kinds">For each kind whether its hosts are wanted.</param>
    public LicensedEstate Of(bool[] kinds) => chosen.GetOrAdd(
        string.Concat(kinds.Select(each => each ? '+' : '-')),
        _ => new LicensedEstate([.. hosts.Where((_, host) => kinds[kindOf[host]])]));

    // What a metric may look at of a host on which Windows Server runs; how many other VMs there are it does not.
    private static (int, int, int, ByteSize, ByteSize) Kind(LicensedHost host) =>
        (host.Sockets, host.CoresPerSocket, host.WindowsVms, host.Memory, host.RawStorage);
}
