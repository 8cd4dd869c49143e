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
                "No VM of the inventory has two samples: one moment says nothing about use over time",
                "Give series of a week at least; a snapshot sizes VMs as configured");
            return null;
        }

        var interval = distances.OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key;
        var (first, last) = (read.Min(each => each.Span.First), read.Max(each => each.Span.Last));
        var start = first - (first % interval);
        var slots = ((last - start) / interval) + 1;
        if (slots is < 2 or > MostSlots)
        {
            log.Refuse(
                path, "usage-too-long", FormattableString.Invariant(
                    $"The series have {slots:N0} steps of {interval:N0} seconds, and 2 to {MostSlots:N0} can be worked with"),
                    "Give longer steps or a shorter time");
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
                FormattableString.Invariant($"{doubled:N0} samples fall into a step of {interval:N0} seconds that has one already"),
                new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), "The largest figure of each step was taken"));
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
