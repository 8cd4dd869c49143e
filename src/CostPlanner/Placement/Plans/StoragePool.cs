using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Placement.Plans;

/// <summary>What the storage pool (vSAN) of a cluster asks of its hosts together; no VM is packed into one host's share of it.</summary>
/// <param name="Fill">The share of the raw capacity that may be filled: 1 less the operations reserve.</param>
/// <param name="LeastHosts">The fewest hosts with storage on which the policy can place its copies.</param>
/// <param name="Rebuild">Hosts whose loss leaves room, and hosts, to make every copy again.</param>
public sealed record StoragePool(decimal Fill, int LeastHosts, int Rebuild)
{
    /// <summary>Hosts with storage that it needs at least.</summary>
    public int Hosts => LeastHosts + Rebuild;

    /// <summary>Whether hosts may fail, and the pool has no host today to rebuild on: it is planned without one more, and that is said.</summary>
    public bool HasNoSpareToday { get; init; }

    /// <summary>
    /// The pool of a cluster on those terms. A pool of two hosts today has its witness elsewhere: it needs one host fewer than its policy, whose third host
    /// is the witness. A pool that has no more hosts today than it needs at least (two with a witness, three of a mirror) runs without a host to rebuild
    /// on, as the estate shows: none is planned unless the scenario states the failures of this very pool.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="hostsToday">Hosts with storage that the pool has today; 0 where it is not known.</param>
    /// <param name="isStated">Whether the scenario states how many hosts of this very pool may fail.</param>
    public static StoragePool Of(PlacementTerms terms, int hostsToday, bool isStated = false)
    {
        var stated = (int)decimal.Ceiling(terms.Assumptions.Of(AssumptionIds.VsanLeastHosts));
        var rebuild = Math.Min(terms.Failures, (int)decimal.Ceiling(terms.Assumptions.Of(AssumptionIds.VsanRebuild)));
        var least = hostsToday == 2 && stated == hostsToday + 1 ? hostsToday : stated;
        var hasNoSpare = rebuild > 0 && hostsToday == least && (!isStated || least < stated);
        return new StoragePool(terms.Assumptions.Of(AssumptionIds.VsanFill), least, hasNoSpare ? 0 : rebuild) { HasNoSpareToday = hasNoSpare };
    }

    /// <summary>Raw bytes that hold so much with the operations reserve.</summary>
    public long RawFor(ByteSize needed) => (long)decimal.Ceiling(needed.Bytes / Fill);

    /// <summary>What those VMs take of the pool.</summary>
    public static ByteSize NeededBy(IEnumerable<VmDemand> demands) => demands.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.PooledStorage);

    /// <summary>Whether those servers hold so much raw capacity, and enough of them any, when the largest are lost.</summary>
    /// <param name="raw">Raw bytes needed; nothing is asked where they are 0.</param>
    /// <param name="servers">The servers.</param>
    internal bool IsMetBy(long raw, IEnumerable<PlannedHost> servers)
    {
        var offered = servers.Select(server => server.PooledStorage.Bytes).Where(bytes => bytes > 0).OrderDescending().ToList();
        return raw == 0 || (offered.Count >= Hosts && offered.Skip(Rebuild).Sum() >= raw);
    }
}

/// <summary>How full the storage pool of a plan is.</summary>
/// <param name="Rule">What it asks of the hosts.</param>
/// <param name="Needed">What its VMs take, copies and all.</param>
/// <param name="Raw">The raw capacity of the plan's servers.</param>
/// <param name="Hosts">The plan's servers that have any.</param>
/// <param name="Largest">The raw capacity of those servers that may be lost and rebuilt.</param>
public sealed record PoolUse(StoragePool Rule, ByteSize Needed, ByteSize Raw, int Hosts, ByteSize Largest)
{
    /// <summary>Whether everything fits, with the reserve, when the largest hosts are lost that are to be rebuilt.</summary>
    public bool Holds => Needed == ByteSize.Zero || (Hosts >= Rule.Hosts && (Raw - Largest).Bytes >= Rule.RawFor(Needed));

    /// <summary>How full it is, all hosts running, as a share of what may be filled; null where there is nothing to fill.</summary>
    public Fraction? Share => Raw.Bytes == 0 || Needed.Bytes > Raw.Bytes * Rule.Fill ? null : new Fraction(Needed.Bytes / (Raw.Bytes * Rule.Fill));

    /// <summary>The use of a pool by those VMs on those servers.</summary>
    public static PoolUse Of(StoragePool rule, ByteSize needed, ImmutableArray<PlannedHost> servers)
    {
        var offered = servers.Select(server => server.PooledStorage).Where(each => each > ByteSize.Zero).OrderDescending().ToList();
        return new PoolUse(rule, needed, Sum(offered), offered.Count, Sum(offered.Take(rule.Rebuild)));
    }

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
