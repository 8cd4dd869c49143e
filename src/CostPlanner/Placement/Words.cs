using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Dimensions, amounts and reasons in words.</summary>
internal static class Words
{
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Cpu => "vCPUs",
        Dimension.Memory => "memory",
        Dimension.LocalStorage => "storage inside hosts",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not a dimension"),
    };

    public static string Failures(int failures) => failures switch
    {
        0 => "no host lost",
        1 => "one host lost",
        _ => FormattableString.Invariant($"{failures} hosts lost"),
    };

    /// <summary>Why an item fits on none of the servers even alone: the server it comes closest to, and what stops it there.</summary>
    public static string WhyNowhere(PackingProblem problem, int item)
    {
        if (problem.Servers.IsEmpty)
        {
            return "the cluster has no host that is fully described, and the scenario names no new_host";
        }

        var obstacles = Enumerable.Range(0, problem.Servers.Length).Select(server => problem.Obstacle(item, server)).ToImmutableArray();
        if (obstacles.All(obstacle => obstacle == PackingProblem.WidthObstacle))
        {
            var widest = problem.Servers.Max(server => server.Threads);
            return FormattableString.Invariant($"it runs {problem.WidthOf(item)} vCPUs at once, the widest host has {widest} threads");
        }

        var dimension = obstacles.First(obstacle => obstacle is >= 0)!.Value;
        var most = Enumerable.Range(0, problem.Servers.Length).Max(server => problem.CapacityOf(server)[dimension]);
        return $"it needs {Amount(dimension, problem.SizeOf(item)[dimension])} of {Of((Dimension)dimension)}, "
            + $"the largest host may promise {Amount(dimension, most)}";
    }

    /// <summary>Why items that fit alone found no place: the hosts are too few.</summary>
    public static string WhyNoRoom(PackingProblem problem, Packing packing, int item)
    {
        var tight = Enumerable.Range(0, PackingProblem.Dimensions)
            .Where(d => Enumerable.Range(0, packing.ServerCount).All(server => packing.FreeOn(server)[d] < problem.SizeOf(item)[d]))
            .Select(d => Of((Dimension)d))
            .ToList();
        var what = tight.Count == 0 ? "room for it beside the others" : string.Join(" and ", tight) + " left";
        return FormattableString.Invariant($"none of the {packing.ServerCount} hosts offered has {what}");
    }

    private static string Amount(int dimension, long value) => (Dimension)dimension == Dimension.Cpu
        ? FormattableString.Invariant($"{(decimal)value / Tuning.PartsPerVCpu:0.##}")
        : FormattableString.Invariant($"{ByteSize.FromMiB(value).GiB:#,0.#} GiB");
}
