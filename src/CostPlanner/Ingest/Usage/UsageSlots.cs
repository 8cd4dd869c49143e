using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>Puts samples into slots of one length, the same for all VMs.</summary>
internal static class UsageSlots
{
    private const int MostSlots = 4_000_000;

    /// <summary>
    /// The history. A slot is as long as the most frequent distance between two samples of a VM, the shorter of two that are equally frequent,
    /// and begins at a multiple of it. Null, with an error, where there are no two samples to tell it from.
    /// </summary>
    public static UsageHistory? Of(string path, ImmutableArray<string> files, List<VmSamples> read, UsageLog log)
    {
        var distances = new Dictionary<uint, int>();
        foreach (var samples in read)
        {
            samples.CountDistances(distances);
        }

        if (distances.Count == 0)
        {
            log.Refuse(
                path,
                "usage-no-series",
                Message.Of("usage-no-series"),
                Message.Of("usage-no-series.mend"));
            return null;
        }

        var interval = distances.OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key;
        var (first, last) = (read.Min(each => each.Span.First), read.Max(each => each.Span.Last));
        var start = first - (first % interval);
        var slots = ((last - start) / interval) + 1;
        if (slots is < 2 or > MostSlots)
        {
            log.Refuse(
                path, "usage-too-long",
                Message.Of("usage-too-long", ("steps", slots), ("seconds", interval), ("most", MostSlots)), Message.Of("usage-too-long.mend"));
            return null;
        }

        return Of(path, files, read, DateTimeOffset.FromUnixTimeSeconds(start), interval, (int)slots, log);
    }

    private static UsageHistory Of(
        string path, ImmutableArray<string> files, List<VmSamples> read, DateTimeOffset start, uint interval, int slots, UsageLog log)
    {
        var doubled = 0L;
        var usages = ImmutableArray.CreateBuilder<VmUsage>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            usages.Add(read[i].InSlots((uint)start.ToUnixTimeSeconds(), interval, ref doubled));
            read[i] = new VmSamples(read[i].Vm); // what was read is not needed twice
        }

        if (doubled > 0)
        {
            log.Add(new Finding(
                Severity.Note, "usage-slots-shared",
                Message.Of("usage-slots-shared", ("samples", doubled), ("seconds", interval)),
                new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), Message.Of("usage-slots-shared.done")));
        }

        return new UsageHistory
        {
            Files = [.. files.Select(file => Path.GetFileName(file))],
            Start = start,
            Interval = TimeSpan.FromSeconds(interval),
            Slots = slots,
            Vms = usages.ToImmutable(),
        };
    }
}
