using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>What a plan must know of the host it will run on.</summary>
/// <param name="Cores">Physical cores; null where the host does not tell.</param>
/// <param name="Threads">Logical CPUs; null where the host does not tell.</param>
/// <param name="MostMib">MiB that all guests of a plan together may take; null where the host does not tell. What must be left, and what a run itself takes, is
/// not in it.</param>
/// <param name="Siblings">The logical CPUs of one core; fewer than two where there is no SMT.</param>
/// <param name="MergesPages">Whether KSM runs; null where the host does not tell.</param>
internal sealed record PlanHost(int? Cores, int? Threads, long? MostMib, ImmutableArray<int> Siblings, bool? MergesPages)
{
    private const long LeastLeftMib = 2048;
    private const int LeftShare = 10;

    /// <summary>
    /// What is free at the check and is not when guests are started: the tools for the bare host (110 MiB, in memory where /tmp is), and what others take
    /// meanwhile.
    /// </summary>
    private const long SpareMib = 512;

    /// <summary>From the host's facts. 2 GiB or a tenth of its memory, whichever is more, is left to it, and half a GiB is spare.</summary>
    public static PlanHost Of(HostFacts facts, ImmutableArray<int> siblings) => new(
        facts.Cpu.Cores,
        facts.Cpu.Threads,
        FreeMib(facts) is { } free ? Math.Max(0, free - SpareMib) : null,
        siblings,
        facts.Memory.Ksm);

    /// <summary>What is free beyond what must be left to the host, in MiB, 0 or more; null where it does not tell.</summary>
    public static long? FreeMib(HostFacts facts) =>
        facts.Memory is { Memory: { } all, MemoryAvailable: { } free } ? Math.Max(0, free.MiBRoundedDown - LeftMib(all)) : null;

    /// <summary>What must be left to a host of that memory, in MiB: 2 GiB or a tenth, whichever is more.</summary>
    public static long LeftMib(ByteSize memory) => Math.Max(LeastLeftMib, memory.MiBRoundedUp / LeftShare);

    /// <summary>What a guest is reckoned to take, in MiB: its memory and what QEMU needs beside it. TCG keeps what it has translated.</summary>
    public static int TakenMib(GuestShape shape, Accelerator accelerator) => shape.MemoryMib + accelerator switch
    {
        Accelerator.Kvm => 64 + (8 * shape.VCpus),
        Accelerator.Tcg => 128 + (16 * shape.VCpus),
        _ => throw new ArgumentOutOfRangeException(nameof(accelerator), accelerator, "not an accelerator"),
    };

    /// <summary>How many guests of a shape fit; 0 where the host does not tell its memory.</summary>
    public long Fitting(GuestShape shape, Accelerator accelerator) => (MostMib ?? 0) / TakenMib(shape, accelerator);

    /// <summary>Whether a set fits.</summary>
    public bool Fits(IEnumerable<GuestShape> shapes, Accelerator accelerator) => shapes.Sum(shape => TakenMib(shape, accelerator)) <= (MostMib ?? 0);
}
