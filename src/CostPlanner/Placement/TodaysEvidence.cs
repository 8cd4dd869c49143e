using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Placement.Pools;

namespace CostPlanner.Placement;

/// <summary>Something that runs today and that the plan's own rules would not let run on the same hosts.</summary>
/// <param name="Cluster">The pool.</param>
/// <param name="What">The figure, within a sentence: vCPUs per core.</param>
/// <param name="Runs">What runs today, in that figure.</param>
/// <param name="Allowed">What the rules allow, in that figure.</param>
/// <param name="Hosts">Hosts of the pool that are up and known.</param>
/// <param name="Lost">Hosts whose loss the rules ask for, where the figures hold without it; 0 where they do not hold on all hosts either.</param>
/// <param name="Assumption">The assumption that contradicts what runs; null where a rule of placement does.</param>
/// <param name="Value">Its value now.</param>
/// <param name="Holds">The value at which all of it would hold; null where no value of it alone does.</param>
public sealed record Contradiction(
    string Cluster, Message What, decimal Runs, decimal Allowed, int Hosts, int Lost, string? Assumption, decimal Value, decimal? Holds)
{
    /// <summary>The VM that it is about; null where it is about all VMs of the pool together.</summary>
    public string? Vm { get; init; }

    /// <summary>How the rules come to what they allow; none where that needs no words.</summary>
    public Message Detail { get; init; } = Message.None;

    /// <summary>Whether the rules ask for more than there is, and not for less than runs.</summary>
    public bool IsLeast { get; init; }

    /// <summary>The contradiction with both figures, as a sentence without its end.</summary>
    public Message Sentence => Vm is not null
        ? Message.Of("contradiction.vm", ("vm", Vm), ("cluster", Cluster), ("runs", Runs), ("what", What), ("allowed", Allowed))
        : Message.Of(
            IsLeast ? "contradiction.least" : "contradiction.most",
            ("hosts", Hosts == 1 ? Message.Of("contradiction.one-host") : Message.Of("contradiction.hosts", ("hosts", Hosts))),
            ("cluster", Cluster), ("runs", Runs), ("what", What), ("allowed", Allowed),
            ("lost", Lost > 0 ? Message.Of("contradiction.lost", ("failures", Reasons.Failures(Lost))) : Message.None),
            ("detail", Detail.IsNone ? Message.None : Message.Of("contradiction.detail", ("detail", Detail))));

    /// <summary>The value at which what runs would hold, as a sentence without its end.</summary>
    public Message Offer => (Assumption, Holds) switch
    {
        (null, _) => Message.Of("offer.threads"),
        ({ } id, { } value) => Message.Of(Lost > 0 ? "offer.value-or-failover" : "offer.value", ("assumption", id), ("value", Value), ("holds", value)),
        ({ } id, _) => Message.Of(Lost > 0 ? "offer.failover" : "offer.none", ("assumption", id), ("value", Value)),
    };
}

/// <summary>Today's estate is evidence: what runs on hosts that are up must hold under the plan's own rules on those hosts.</summary>
/// <remarks>
/// Asked of sums, without growth and without any search: of CPU, memory, storage inside hosts and the storage pool, on all hosts and with those lost that
/// may fail; and of each VM alone on the largest of the hosts. VMs on hosts in maintenance, and on hosts that are not described, prove nothing and are left
/// out.
/// </remarks>
public static class TodaysEvidence
{
    /// <summary>Every contradiction in a pool; none where its hosts or its VMs are not known.</summary>
    /// <param name="pool">The pool as it is today: the need of today, every host of it that is described.</param>
    /// <param name="inventory">The estate.</param>
    public static ImmutableArray<Contradiction> Of(ClusterQuestion pool, Inventory inventory)
    {
        var down = inventory.Hosts.Where(host => host.InMaintenance).Select(host => host.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<PlannedHost> up = [.. pool.Existing.Where(server => server.Bought is null && !down.Contains(server.Name))];
        var names = up.Select(server => server.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var described = pool.Existing.Length >= pool.HostsToday;
        ImmutableArray<VmDemand> vms =
        [
            .. pool.Demands.Where(vm => vm.Vm.Host is { } host ? names.Contains(host) || (described && !down.Contains(host)) : described),
        ];
        return up.IsEmpty || vms.IsEmpty ? [] : [.. new Evidence(pool, up, vms).All()];
    }

    private sealed class Evidence(ClusterQuestion pool, ImmutableArray<PlannedHost> up, ImmutableArray<VmDemand> vms)
    {
        private readonly AssumptionSet assumptions = pool.Terms.Assumptions;
        private readonly ImmutableArray<ServerCapacity> capacities = [.. up.Select(pool.Terms.CapacityOf)];
        private readonly int cores = up.Sum(server => server.Cores);
        private readonly ByteSize memory = Sum(up.Select(server => server.Memory));
        private readonly int failures = Math.Min(pool.Terms.Failures, up.Length - 1);

        public IEnumerable<Contradiction> All() =>
            new[] { Cpu(), Memory(), Local(), Pool(), PoolHosts() }.OfType<Contradiction>().Concat(Single());

        private Contradiction? Cpu()
        {
            var measured = pool.Terms.CpuUnit == CpuUnit.BusyCores;
            return Held(
                vms.Sum(vm => vm.Cpu),
                capacities.Select(each => each.Cpu),
                failures,
                cores,
                measured ? Message.Of("figure.busy-cores") : Message.Of("figure.vcpus"),
                measured ? AssumptionIds.CpuTarget : AssumptionIds.CpuOvercommit) is { } found ? found with
            {
                Detail = measured
                    ? Message.Of(
                        "figure.busy-cores.detail",
                        ("target", assumptions.Of(AssumptionIds.CpuTarget)),
                        ("reserved", assumptions.Of(AssumptionIds.ReservedCores)))
                    : Message.Of(
                        "figure.vcpus.detail",
                        ("overcommit", assumptions.Of(AssumptionIds.CpuOvercommit)), ("target", assumptions.Of(AssumptionIds.CpuTarget)),
                        ("reserved", assumptions.Of(AssumptionIds.ReservedCores))),
            }
            : null;
        }

        private Contradiction? Memory() => Held(
            vms.Sum(vm => vm.Memory.GiB),
            capacities.Select(each => each.Memory.GiB),
            failures,
            memory.GiB,
            Message.Of("figure.memory"),
            AssumptionIds.MemoryTarget,
            AssumptionIds.MemoryOvercommit);

        private Contradiction? Local() => Held(
            vms.Sum(vm => vm.LocalStorage.GiB),
            capacities.Select(each => each.LocalStorage.GiB),
            failures,
            Sum(up.Select(server => server.LocalStorage)).GiB,
            Message.Of("figure.local-storage"),
            AssumptionIds.StorageTarget);

        private Contradiction? Pool() => pool.Storage is not { } rule ? null : Held(
            StoragePool.NeededBy(pool.Demands).GiB,
            up.Select(server => server.PooledStorage.GiB * rule.Fill),
            rule.Rebuild,
            Sum(up.Select(server => server.PooledStorage)).GiB,
            Message.Of("figure.vsan"),
            AssumptionIds.VsanFill);

        private Contradiction? PoolHosts()
        {
            var hosts = up.Count(server => server.PooledStorage > ByteSize.Zero);
            if (pool.Storage is not { } rule || hosts == 0 || hosts >= rule.Hosts)
            {
                return null;
            }

            // Enough for the policy, and only none to rebuild on; or too few for the policy itself.
            (string?, decimal, decimal?) offer = hosts >= rule.LeastHosts
                ? (AssumptionIds.VsanRebuild, assumptions.Of(AssumptionIds.VsanRebuild), hosts - rule.LeastHosts)
                : (AssumptionIds.VsanLeastHosts, rule.LeastHosts, rule.Rebuild == 0 ? hosts : null);
            return Found(Message.Of("figure.vsan-hosts"), hosts, rule.Hosts, offer) with { IsLeast = true, Detail = Reasons.PoolHosts(rule) };
        }

        /// <summary>VMs that run alone on no host of today by the rules, though they run on one.</summary>
        private IEnumerable<Contradiction> Single()
        {
            var largest = capacities.Max(each => each.Memory.GiB);
            foreach (var vm in vms.Where(vm => vm.IsRunning && vm.Memory.GiB > largest && vm.Memory.GiB <= memory.GiB))
            {
                var offer = Value(vm.Memory.GiB, largest, AssumptionIds.MemoryTarget, AssumptionIds.MemoryOvercommit);
                var (runs, allowed) = (decimal.Round(vm.Memory.GiB, 1), decimal.Round(largest, 1));
                yield return Found(Message.Of("figure.memory-of-host"), runs, allowed, offer) with { Vm = vm.Vm.Name };
            }

            var most = capacities.Max(each => each.LocalStorage.GiB);
            foreach (var vm in vms.Where(vm => vm.LocalStorage.GiB > most && most > 0))
            {
                var offer = Value(vm.LocalStorage.GiB, most, AssumptionIds.StorageTarget);
                var (runs, allowed) = (decimal.Round(vm.LocalStorage.GiB, 1), decimal.Round(most, 1));
                yield return Found(Message.Of("figure.storage-of-host"), runs, allowed, offer) with { Vm = vm.Vm.Name };
            }

            var threads = up.Max(server => server.Threads);
            foreach (var vm in vms.Where(vm => vm.IsRunning && vm.Vm.VCpus > threads))
            {
                yield return Found(Message.Of("figure.threads-of-host"), vm.Vm.VCpus, threads, (null, threads, null)) with { Vm = vm.Vm.Name };
            }
        }

        /// <summary>A contradiction on all hosts that are up, with the assumption, its value, and the value at which it would hold.</summary>
        private Contradiction Found(Message what, decimal runs, decimal allowed, (string? Id, decimal Value, decimal? Holds) offer) =>
            new(pool.Cluster, what, runs, allowed, up.Length, 0, offer.Id, offer.Value, offer.Holds);

        /// <summary>A need against what hosts promise together, with the largest lost; null where it holds.</summary>
        /// <param name="needed">The need.</param>
        /// <param name="promised">What each host promises.</param>
        /// <param name="lost">Hosts that are lost.</param>
        /// <param name="whole">What the figures are told for each of: cores, GiB.</param>
        /// <param name="what">The figure.</param>
        /// <param name="ids">Assumptions that what is promised is a multiple of, the one to offer first in front.</param>
        private Contradiction? Held(decimal needed, IEnumerable<decimal> promised, int lost, decimal whole, Message what, params ImmutableArray<string> ids)
        {
            var ordered = promised.OrderDescending().ToList();
            var (all, left) = (ordered.Sum(), ordered.Skip(lost).Sum());
            if (needed <= left || whole == 0 || all == 0)
            {
                return null;
            }

            var holdsOnAll = needed <= all;
            var (id, value, holds) = Value(needed, left, ids);
            return new Contradiction(pool.Cluster, what, needed / whole, (holdsOnAll ? left : all) / whole, up.Length, holdsOnAll ? lost : 0, id, value, holds);
        }

        /// <summary>The first assumption of which a value that can mean something lets so much be promised as is needed.</summary>
        private (string Id, decimal Value, decimal? Holds) Value(decimal needed, decimal promised, params ImmutableArray<string> ids)
        {
            foreach (var id in ids.Where(_ => promised > 0))
            {
                var holds = RoundedUp(assumptions.Of(id) * needed / promised);
                if (KnownAssumptions.Of(id).Bounds.Hold(holds))
                {
                    return (id, assumptions.Of(id), holds);
                }
            }

            return (ids[0], assumptions.Of(ids[0]), null);
        }

        private static decimal RoundedUp(decimal value) => decimal.Ceiling(value * Tuned) / Tuned;

        private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
    }

    /// <summary>Values are offered in hundredths, rounded up.</summary>
    private const decimal Tuned = PlacementTuning.PartsOfOffers;
}
