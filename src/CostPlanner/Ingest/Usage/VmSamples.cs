using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>
/// The samples of one VM as they are read: time and figures, in the order of the file, each figure with a bit that says whether it was there.
/// </summary>
internal sealed class VmSamples(VirtualMachine vm)
{
    private static readonly int Metrics = Enum.GetValues<Metric>().Length;
    private readonly List<uint> times = [];
    private readonly List<byte> seen = [];
    private readonly List<float>?[] values = new List<float>?[Metrics];

    /// <summary>The VM.</summary>
    public VirtualMachine Vm { get; } = vm;

    /// <summary>How many samples there are.</summary>
    public int Count => times.Count;

    /// <summary>The first and the last time, in Unix seconds.</summary>
    public (uint First, uint Last) Span => (times.Min(), times.Max());

    /// <summary>Takes in a sample: a figure for each metric, and null where it was not there.</summary>
    public void Add(uint time, ReadOnlySpan<float?> figures)
    {
        byte bits = 0;
        for (var metric = 0; metric < Metrics; metric++)
        {
            if (figures[metric] is { } figure)
            {
                bits |= (byte)(1 << metric);
                var list = values[metric] ??= [];
                while (list.Count < times.Count)
                {
                    list.Add(0); // never read: its bit is not set
                }

                list.Add(figure);
            }
        }

        times.Add(time);
        seen.Add(bits);
    }

    /// <summary>Adds how often each distance between neighbouring samples occurs.</summary>
    public void CountDistances(Dictionary<uint, int> distances)
    {
        Sort();
        for (var i = 1; i < times.Count; i++)
        {
            var distance = times[i] - times[i - 1];
            if (distance > 0)
            {
                distances[distance] = distances.GetValueOrDefault(distance) + 1;
            }
        }
    }

    /// <summary>The samples in slots. Of several samples in a slot the largest counts, so that no peak is lost; how many did not, is told.</summary>
    public VmUsage InSlots(uint start, uint interval, ref long doubled)
    {
        var slots = times.ConvertAll(time => (int)((time - start) / interval));
        var distinct = Distinct(slots);
        doubled += slots.Count - distinct.Length;
        var series = Array.ConvertAll(Enum.GetValues<Metric>(), metric => Series(metric, slots, distinct));
        return new VmUsage(Vm.Id, distinct.Length, series[(int)Metric.Cpu], series[(int)Metric.Memory], series[(int)Metric.Iops], series[(int)Metric.Network]);
    }

    private UsageSeries Series(Metric metric, List<int> slots, ImmutableArray<int> distinct)
    {
        if (values[(int)metric] is not { } figures)
        {
            return UsageSeries.None;
        }

        var taken = ImmutableArray.CreateBuilder<int>(distinct.Length);
        var largest = ImmutableArray.CreateBuilder<float>(distinct.Length);
        for (var i = 0; i < figures.Count; i++)
        {
            if ((seen[i] & (1 << (int)metric)) == 0)
            {
                continue;
            }

            if (taken.Count > 0 && taken[^1] == slots[i])
            {
                largest[^1] = Math.Max(largest[^1], figures[i]);
            }
            else
            {
                taken.Add(slots[i]);
                largest.Add(figures[i]);
            }
        }

        // Metrics that are all there in every slot share one list of slots.
        return new UsageSeries(taken.Count == distinct.Length ? distinct : taken.ToImmutable(), largest.ToImmutable());
    }

    private static ImmutableArray<int> Distinct(List<int> slots)
    {
        var distinct = ImmutableArray.CreateBuilder<int>(slots.Count);
        foreach (var slot in slots)
        {
            if (distinct.Count == 0 || distinct[^1] != slot)
            {
                distinct.Add(slot);
            }
        }

        return distinct.ToImmutable();
    }

    private void Sort()
    {
        for (var i = 1; i < times.Count; i++)
        {
            if (times[i] < times[i - 1])
            {
                Reorder([.. Enumerable.Range(0, times.Count).OrderBy(index => times[index])]);
                return;
            }
        }
    }

    private void Reorder(int[] order)
    {
        Permute(times, order);
        foreach (var list in values.OfType<List<float>>())
        {
            while (list.Count < order.Length)
            {
                list.Add(0); // never read: its bit is not set
            }

            Permute(list, order);
        }

        Permute(seen, order);
    }

    private static void Permute<T>(List<T> list, int[] order)
    {
        var before = list.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            list[i] = before[order[i]];
        }
    }
}
