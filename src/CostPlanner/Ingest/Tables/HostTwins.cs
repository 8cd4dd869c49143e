using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// A host with gaps takes what it lacks from its twins: hosts of the same server model and CPU that contradict it in nothing and agree among
/// themselves. A host without a CPU model, or without twins, keeps its gaps.
/// </summary>
internal static class HostTwins
{
    /// <summary>The hosts in their order, with a finding for those that took figures of others.</summary>
    public static ImmutableArray<Host> Fill(ImmutableArray<Host> hosts, ReadingLog log)
    {
        var complete = hosts.Where(host => host is { CoresPerSocket: not null, Memory: not null, CpuModel: not null })
            .ToLookup(host => (host.Model, host.CpuModel));
        var modelsAreKnown = hosts.Any(host => host.Model is not null);
        var pairs = hosts.Select(host => (Before: host, After: Filled(host))).ToList();
        var groups = pairs.Where(pair => pair.Before != pair.After)
            .GroupBy(pair => (pair.After.Model, pair.After.CpuModel, Figures: Figures(pair.Before, pair.After)));
        foreach (var group in groups)
        {
            var twins = ReadingWords.Some([.. complete[(group.Key.Model, group.Key.CpuModel)].Select(host => host.Name)]);
            log.Add(
                Severity.Warning, "host-from-twins",
                Message.Of(
                    "host-from-twins", ("hosts", group.Count()), ("names", ReadingWords.Some([.. group.Select(pair => pair.Before.Name)]))),
                group.First().Before.Origin,
                Message.Of("host-from-twins.done", ("figures", group.Key.Figures), ("twins", twins)),
                Message.Of("host-from-twins.mend"),
                onFirstPage: true);
        }

        return [.. pairs.Select(pair => pair.After)];

        Host Filled(Host host)
        {
            var hasGaps = host is { Sockets: null } or { Cores: null } or { Memory: null };
            if (!hasGaps || host.CpuModel is null || (host.Model is null && modelsAreKnown))
            {
                return host;
            }

            var twins = complete[(host.Model, host.CpuModel)]
                .Where(twin => Agrees(host.Sockets, twin.Sockets) && Agrees(host.Cores, twin.Cores) && Agrees(host.Memory, twin.Memory)).ToList();
            var cpus = twins.Select(twin => (twin.Sockets, twin.Cores)).Distinct().ToList();
            var threadings = twins.Select(twin => twin.HyperThreading).Distinct().ToList();
            var memories = twins.Select(twin => twin.Memory).Distinct().ToList();
            return host with
            {
                Sockets = host.Sockets ?? (cpus is [var one] ? one.Sockets : null),
                Cores = host.Cores ?? (cpus is [var same] ? same.Cores : null),
                Memory = host.Memory ?? (memories is [var memory] ? memory : null),
                HyperThreading = host.HyperThreading ?? (threadings is [var threading] ? threading : null),
            };
        }
    }

    private static bool Agrees<T>(T? own, T? other)
        where T : struct => own is null || Equals(own, other);

    /// <summary>What was lacking, with the figures taken.</summary>
    private static MessageValue Figures(Host before, Host after) => Message.List(new[]
    {
        before.Sockets is null && after.Sockets is { } sockets ? Message.Of("twin.sockets", ("sockets", sockets)) : null,
        before.Cores is null && after.Cores is { } cores ? Message.Of("twin.cores", ("cores", cores)) : null,
        before.Memory is null && after.Memory is { } memory ? Message.Of("twin.memory", ("memory", memory)) : null,
        before.HyperThreading is null && after.HyperThreading is { } threading
            ? Message.Of(threading ? "twin.two-threads" : "twin.one-thread")
            : null,
    }.OfType<Message>());
}
