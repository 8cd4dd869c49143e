using System.Collections.Immutable;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Facts of hosts, as far as plans ask for them.</summary>
internal static class PlanFacts
{
    /// <summary>A server of 2 sockets of 16 cores with SMT and 512 GiB, 500 of them free.</summary>
    public static HostFacts Server { get; } = Of(32, 64, 512, 500);

    /// <summary>The CPUs of one of its cores.</summary>
    public static ImmutableArray<int> Siblings { get; } = [31, 63];

    /// <summary>A machine of two cores without SMT and 24 GiB, 20 of them free.</summary>
    public static HostFacts Small { get; } = Of(2, 2, 24, 20);

    public static HostFacts Of(int? cores, int? threads, long? memoryGib, long? freeGib, bool? ksm = false) => new(
        new CpuFacts { Cores = cores, Threads = threads },
        new MemoryFacts { Memory = Size(memoryGib), MemoryAvailable = Size(freeGib), Ksm = ksm },
        new SystemFacts(),
        new KvmFacts { Parameters = ImmutableSortedDictionary<string, string>.Empty },
        ImmutableSortedDictionary<string, Message>.Empty);

    private static ByteSize? Size(long? gib) => gib is { } known ? ByteSize.FromGiB(known) : null;
}
