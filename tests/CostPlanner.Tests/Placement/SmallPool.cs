using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Tests.Placement;

/// <summary>A pool so small that every choice of servers and every way to place VMs on them is tried. It shares no code with the search, its bounds or its check.</summary>
/// <remarks>All figures are decimals as they stand, nothing is rounded. Together with another set of servers a plan stands or falls by itself: the fewest is the fewest.</remarks>
internal sealed class SmallPool
{
    private readonly ImmutableArray<PlannedHost> servers;
    private readonly PlacementTerms terms;
    private readonly List<List<VmDemand>> units;
    private readonly List<decimal[]> needs;
    private readonly List<decimal?[]> offers;
    private readonly int buckets;

    /// <summary>The pool.</summary>
    /// <param name="vms">The VMs to place.</param>
    /// <param name="servers">The servers offered.</param>
    /// <param name="terms">The terms, of KVM.</param>
    public SmallPool(ImmutableArray<VmDemand> vms, ImmutableArray<PlannedHost> servers, PlacementTerms terms)
    {
        (this.servers, this.terms) = (servers, terms);
        buckets = vms.Select(vm => Math.Max(vm.CpuByBucket.Length, vm.MemoryByBucket.Length)).Append(1).Max();
        units = Units(vms);
        needs = [.. units.Select(Need)];
        offers = [.. servers.Select(Offer)];
    }

    /// <summary>What a set of servers must hold together, whatever lies where: of storage that is pooled, say; nothing by default.</summary>
    public Func<IReadOnlyList<PlannedHost>, bool> HoldsTogether { get; init; } = _ => true;

    /// <summary>The fewest of the servers on which all VMs have a place and every loss is survived; null where all of them are too few.</summary>
    public int? Fewest() => Enumerable.Range(0, 1 << servers.Length)
        .Select(bits => Enumerable.Range(0, servers.Length).Where(at => (bits >> at & 1) == 1).ToArray())
        .OrderBy(set => set.Length)
        .FirstOrDefault(Holds)?.Length;

    private bool Holds(int[] set)
    {
        if (units.Count == 0)
        {
            return true;
        }

        if (set.Length <= terms.Failures || !HoldsTogether([.. set.Select(at => servers[at])]) || !Fits(units, set, spread: true))
        {
            return false;
        }

        var losses = terms.Failures switch
        {
            0 => [],
            1 => set.Select(one => new[] { one }),
            _ => from one in set from other in set where one < other select new[] { one, other },
        };
        return losses.All(lost => Survives(set, lost, spread: true))
            && (!terms.Rules.SurviveSite || set.Select(at => servers[at].Site).Distinct().All(site => Survives(set, [.. set.Where(at => servers[at].Site == site)], spread: false)));
    }

    /// <summary>Whether all VMs but those that are tied to lost servers alone find a place on the others, wherever the rest moves.</summary>
    private bool Survives(int[] set, int[] lost, bool spread)
    {
        var left = units.Where(unit => !IsTied(unit) || set.Any(at => !lost.Contains(at) && IsTiedTo(unit, servers[at]))).ToList();
        return left.Count == 0 || Fits(left, [.. set.Except(lost)], spread);
    }

    private bool Fits(List<List<VmDemand>> placed, int[] set, bool spread)
    {
        var order = placed.OrderByDescending(unit => needs[units.IndexOf(unit)].Sum()).ToList();
        var on = set.ToDictionary(at => at, _ => new List<VmDemand>());
        var used = set.ToDictionary(at => at, at => new decimal[offers[at].Length]);
        return Place(0);

        bool Place(int next)
        {
            if (next == order.Count)
            {
                return true;
            }

            var need = needs[units.IndexOf(order[next])];
            foreach (var at in set.Where(at => MayRun(order[next], servers[at])))
            {
                Add(at, need, 1);
                on[at].AddRange(order[next]);
                if (offers[at].Zip(used[at]).All(each => each.First is not { } offer || each.Second <= offer) && AreApart(on[at]) && (!spread || AreSpread(on)) && Place(next + 1))
                {
                    return true;
                }

                on[at].RemoveRange(on[at].Count - order[next].Count, order[next].Count);
                Add(at, need, -1);
            }

            return false;
        }

        void Add(int at, decimal[] need, int sign)
        {
            for (var d = 0; d < need.Length; d++)
            {
                used[at][d] += sign * need[d];
            }
        }
    }

    /// <summary>CPU and memory in each bucket, storage, operations, traffic, VMs that run, and each device.</summary>
    private decimal[] Need(List<VmDemand> unit) =>
    [
        .. Enumerable.Range(0, buckets).Select(bucket => unit.Sum(vm => vm.CpuByBucket.IsEmpty ? vm.Cpu : vm.CpuByBucket[bucket])),
        .. Enumerable.Range(0, buckets).Select(bucket => unit.Sum(vm => (decimal)(vm.MemoryByBucket.IsEmpty ? vm.Memory : vm.MemoryByBucket[bucket]).Bytes)),
        unit.Sum(vm => (decimal)vm.LocalStorage.Bytes),
        unit.Sum(vm => vm.Iops ?? 0),
        unit.Sum(vm => vm.NetworkMbps ?? 0),
        unit.Count(vm => vm.Cpu > 0),
        .. terms.Rules.Devices.Select(device => (decimal)unit.Count(vm => vm.Cpu > 0 && Is(device.Vms, vm.Vm.Name))),
    ];

    /// <summary>The same of a server; null where it states none, so that it does not bind. KVM keeps 4 GiB and 2 cores in the assumptions of tests.</summary>
    private decimal?[] Offer(PlannedHost server)
    {
        var cores = server.Cores - terms.Assumptions.Of(AssumptionIds.ReservedCores) + ((server.Threads - server.Cores) * terms.Assumptions.Of(AssumptionIds.ThreadYield));
        var cpu = Math.Max(0, cores) * terms.Assumptions.Of(AssumptionIds.CpuOvercommit) * terms.Assumptions.Of(AssumptionIds.CpuTarget);
        var memory = Math.Max(0, server.Memory.Bytes - (terms.Assumptions.Of(AssumptionIds.KvmReservedMemory) * 1024 * 1024))
            * terms.Assumptions.Of(AssumptionIds.MemoryOvercommit) * terms.Assumptions.Of(AssumptionIds.MemoryTarget);
        return
        [
            .. Enumerable.Repeat((decimal?)cpu, buckets),
            .. Enumerable.Repeat((decimal?)memory, buckets),
            server.LocalStorage.Bytes * terms.Assumptions.Of(AssumptionIds.StorageTarget),
            server.Iops,
            server.NetworkMbps,
            terms.Rules.VmsPerHost,
            .. terms.Rules.Devices.Select(device => (decimal?)Devices(device, server)),
        ];
    }

    private static int Devices(PassthroughDevice device, PlannedHost server) => (server.Bought is null ? Is(device.Hosts, server.Name) : device.OnNewHosts) ? device.PerHost : 0;

    /// <summary>VMs that rules keep together, and all others alone.</summary>
    private List<List<VmDemand>> Units(ImmutableArray<VmDemand> vms)
    {
        var found = vms.Select(vm => new List<VmDemand> { vm }).ToList();
        foreach (var rule in terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.KeepTogether))
        {
            var joined = found.Where(unit => unit.Any(vm => vm.Cpu > 0 && Is(rule.Vms, vm.Vm.Name))).ToList();
            found = [.. found.Except(joined), .. joined.Count == 0 ? Array.Empty<List<VmDemand>>() : [[.. joined.SelectMany(unit => unit)]]];
        }

        return found;
    }

    private bool MayRun(List<VmDemand> unit, PlannedHost server) => Runs(unit).All(vm => vm.VCpus <= server.Threads) && IsTiedTo(unit, server);

    private bool IsTied(List<VmDemand> unit) => Runs(unit).Any(vm =>
        terms.Rules.Rules.Any(rule => rule.Kind is RuleKind.RunOn or RuleKind.NotOn && Is(rule.Vms, vm.Name)) || terms.Rules.Devices.Any(device => Is(device.Vms, vm.Name)));

    /// <summary>Whether the rules that name hosts, and devices, leave the VMs that server.</summary>
    private bool IsTiedTo(List<VmDemand> unit, PlannedHost server) => Runs(unit).All(vm =>
            terms.Rules.Rules.Where(rule => rule.Kind is RuleKind.RunOn or RuleKind.NotOn && Is(rule.Vms, vm.Name)).All(rule => Is(rule.Hosts, server.Name) == (rule.Kind == RuleKind.RunOn)))
        && terms.Rules.Devices.All(device => Runs(unit).Count(vm => Is(device.Vms, vm.Name)) <= Devices(device, server) || !Runs(unit).Any(vm => Is(device.Vms, vm.Name)));

    private bool AreApart(List<VmDemand> together) =>
        Runs(together).SelectMany(vm => vm.AntiAffinityRules).CountBy(rule => rule).All(rule => rule.Value <= 1)
        && terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.KeepApart).All(rule => Runs(together).Count(vm => Is(rule.Vms, vm.Name)) <= rule.AtMost);

    private bool AreSpread(Dictionary<int, List<VmDemand>> on) => terms.Rules.Rules.Where(rule => rule.Kind == RuleKind.SpreadOverSites).All(rule =>
        on.GroupBy(each => servers[each.Key].Site).All(site => site.Sum(each => Runs(each.Value).Count(vm => Is(rule.Vms, vm.Name))) <= rule.AtMost));

    private static IEnumerable<VirtualMachine> Runs(List<VmDemand> unit) => unit.Where(vm => vm.Cpu > 0).Select(vm => vm.Vm);

    private static bool Is(ImmutableArray<string> patterns, string name) => patterns.Any(pattern =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase));
}
