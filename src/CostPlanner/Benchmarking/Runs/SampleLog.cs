using System.Collections.Immutable;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The samples of one replicate as they come.</summary>
internal sealed class SampleLog
{
    private readonly List<GuestSample> samples = [];
    private int order = -1;

    /// <summary>All so far, in the order of steps and then of guests.</summary>
    public ImmutableArray<GuestSample> Samples => [.. samples];

    /// <summary>The next step begins.</summary>
    public void Advance() => order++;

    /// <summary>What a guest did, or had done to it; guests are counted from 1, null is the bare host.</summary>
    public void Add(GuestSample sample) => samples.Add(sample with { Order = order });

    /// <summary>The readings of a guest's process between two moments; what this host does not count is absent.</summary>
    public static ImmutableSortedDictionary<string, double> Readings(ProcessReading? before, ProcessReading? after, HostCpuTime? host)
    {
        var readings = ImmutableSortedDictionary.CreateBuilder<string, double>();
        void Set(string name, double? later, double? earlier)
        {
            if (later - earlier is { } between)
            {
                readings[name] = Math.Max(0, between);
            }
        }

        Set(StepReadings.Cpu, after?.Cpu, before?.Cpu);
        Set(StepReadings.VCpuRun, after?.VCpus?.Run, before?.VCpus?.Run);
        Set(StepReadings.VCpuWait, after?.VCpus?.Wait, before?.VCpus?.Wait);
        Set(StepReadings.HostCpu, host?.Busy, 0);
        return readings.ToImmutable();
    }

    /// <summary>The readings of the memory of a guest's process.</summary>
    /// <param name="memory">Its memory.</param>
    /// <param name="host">The host meanwhile.</param>
    /// <param name="secondLevel">The page tables that translate the guest's memory; null where they are not counted for it.</param>
    /// <param name="kernel">What else the kernel holds for it; null where it has no control group.</param>
    /// <param name="share">Its part of all guests' memory, by which the host's second-level page tables are split where they are not counted for each.</param>
    public static ImmutableSortedDictionary<string, double> Readings(
        ProcessMemory memory, HostReading host, ByteSize? secondLevel, ByteSize? kernel, double share)
    {
        var tables = Mib(memory.PageTables) + (secondLevel is { } own ? Mib(own) : share * Mib(host.SecondLevelPageTables ?? ByteSize.Zero));
        var readings = ImmutableSortedDictionary<string, double>.Empty.Add(MemoryReadings.Pss, Mib(memory.Pss)).Add(MemoryReadings.PageTables, tables);
        readings = memory.Ram is { } ram ? readings.Add(MemoryReadings.Ram, Mib(ram)) : readings;
        readings = kernel is { } held ? readings.Add(MemoryReadings.CgroupKernel, Mib(held)) : readings;
        return host.MemoryAvailable is { } available ? readings.Add(MemoryReadings.HostAvailable, Mib(available)) : readings;
    }

    private static double Mib(ByteSize size) => size.Bytes / (double)(1 << 20);
}
