using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Proposals;

/// <summary>Which measure stands for which assumption.</summary>
/// <param name="AssumptionId">The assumption.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Divisor">What the measure is divided by to be in the assumption's unit.</param>
/// <param name="Weight">For parts of one sum: how often the part counts in the whole that is judged, in the assumption's unit; null where the assumption is
/// judged by itself.</param>
public sealed record MeasuredAssumption(string AssumptionId, Measure Measure, decimal Divisor = 1, decimal? Weight = null)
{
    private const int MiBPerGiB = 1024;

    /// <summary>
    /// The table. An assumption that is not in it is never set by a measurement.
    /// <list type="bullet">
    /// <item><c>cpu-overcommit</c>: vCPUs per core at the knee of the density sweep; the value is the largest number that always passed. The knee
    /// was measured with the second threads of the cores at work, and the model adds their worth (<c>thread-yield</c>) to the cores, so
    /// it is divided by 1 + the yield that will hold: otherwise they would count twice. Where the host had one thread on each core nothing is divided.</item>
    /// <item><c>thread-yield</c>: what two guests on the threads of one core do more than one guest on it.</item>
    /// <item><c>qemu-overhead-base</c>, <c>qemu-overhead-per-vcpu</c>, <c>qemu-overhead-share</c>: the three coefficients of the memory fit, the last from MiB
    /// per GiB to a share. One fit: all three are taken or none, and they are judged together, for a guest of 2 vCPUs and 4 GiB, whose interval knows that what
    /// one coefficient has too much another has too little.</item>
    /// </list>
    /// </summary>
    public static ImmutableArray<MeasuredAssumption> Table { get; } =
    [
        new(AssumptionIds.ThreadYield, Measures.SmtYield),
        new(AssumptionIds.CpuOvercommit, Measures.Overcommit),
        new(AssumptionIds.QemuOverheadBase, Measures.MemoryOverheadBase, 1, 1),
        new(AssumptionIds.QemuOverheadPerVCpu, Measures.MemoryOverheadPerVCpu, 1, MemoryFit.TypicalVCpus),
        new(AssumptionIds.QemuOverheadShare, Measures.MemoryOverheadPerGiB, MiBPerGiB, MemoryFit.TypicalGiB * MiBPerGiB),
    ];
}
