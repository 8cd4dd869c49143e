using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Dimensions, amounts and reasons in words.</summary>
internal static class Words
{
    public static string Of(Dimension dimension, CpuUnit unit = CpuUnit.VCpus) => dimension switch
    {
        Dimension.Cpu => unit == CpuUnit.VCpus ? "vCPUs" : "busy cores",
        Dimension.Memory => "memory",
        Dimension.LocalStorage => "storage inside hosts",
        Dimension.Iops => "disk operations a second",
        Dimension.Network => "network traffic",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not a dimension"),
    };

    public static string Failures(int failures) => failures switch
    {
        0 => "no host lost",
        1 => "one host lost",
        _ => FormattableString.Invariant($"{failures} hosts lost"),
    };

    /// <summary>The first of many names, and how many more there are.</summary>
    public static string Few(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(PlacementTuning.NamesShown))
        + (names.Count > PlacementTuning.NamesShown ? FormattableString.Invariant($" and {names.Count - PlacementTuning.NamesShown} more") : "");

    /// <summary>A bound that comes from the sum of an axis.</summary>
    public static string SumOf(Axis axis, int failures) => $"the sum of {axis.Words} with {Failures(failures)}";

    /// <summary>A bound that comes from the capacity of the storage pool.</summary>
    public static string Pool(StoragePool rule) => FormattableString.Invariant(
        $"the storage pool, filled to {rule.Fill:0.#%} at most{(rule.Rebuild > 0 ? $", with room to rebuild {(rule.Rebuild == 1 ? "a lost host" : "two lost hosts")}" : "")}");

    /// <summary>A bound that comes from the storage pool's policy.</summary>
    public static string PoolHosts(StoragePool rule) => FormattableString.Invariant(
        $"the storage policy, which needs {rule.LeastHosts} hosts{(rule.Rebuild > 0 ? $" and {rule.Rebuild} more to rebuild on" : "")}");

    /// <summary>A bound that comes from a row of a cover.</summary>
    public static string Of(CoverRow row, PackingProblem problem, int failures) => row.InSteps
        ? $"the sizes of {problem.Axes[row.Axis].Words} that fill a host, with {Failures(failures)}"
        : SumOf(problem.Axes[row.Axis], failures);

    /// <summary>A bound that comes from the largest group, or from losses alone.</summary>
    public static string Least(PackingProblem problem, int failures) => problem.Groups.MaxBy(Cover.ServersFor) is { } largest && Cover.ServersFor(largest) > 1
        ? largest.AtMost == 1
            ? $"the VMs of rule \"{largest.Name}\", each on a host of its own"
            : FormattableString.Invariant($"the VMs of rule \"{largest.Name}\", at most {largest.AtMost} on a host")
        : failures == 0 ? "one host at least" : "one host more than may fail";

    /// <summary>Why an item fits on none of the servers even alone: a restriction that allows none, or the amount that stops it where it may run.</summary>
    public static string WhyNowhere(PackingProblem problem, int item)
    {
        if (problem.Servers.IsEmpty)
        {
            return "the cluster has no host that is fully described, and the scenario names no new_host";
        }

        var obstacles = Enumerable.Range(0, problem.Servers.Length).Select(server => problem.Obstacles(item, server).ToList()).ToList();
        var allowed = obstacles.Index().Where(each => each.Item.All(d => problem.Axes[d].Restriction is null)).ToList();
        if (allowed.Count == 0)
        {
            return string.Join("; ", obstacles.MinBy(each => each.Count)!.Select(d => problem.Axes[d].Restriction?.Why).OfType<string>());
        }

        var dimension = allowed.MinBy(each => each.Item.Count).Item[0];
        var most = allowed.Max(each => problem.CapacityOf(each.Index)[dimension]);
        return $"{(problem.Items[item].Vms.Length > 1 ? $"{problem.Items[item].Name}, kept together, need" : "it needs")} {Amount(problem, dimension, problem.SizeOf(item)[dimension])} of "
            + $"{problem.Axes[dimension].Words}, the largest host may promise {Amount(problem, dimension, most)}";
    }

    /// <summary>Why items that fit alone found no place: the hosts are too few.</summary>
    public static string WhyNoRoom(Packing packing, int item)
    {
        var problem = packing.Problem;
        var tight = Enumerable.Range(0, problem.Dimensions)
            .Where(d => problem.Axes[d].Restriction is null && problem.Servers.Index().All(server => packing.FreeOn(server.Index)[d] < problem.SizeOf(item)[d]))
            .Select(d => problem.Axes[d].Words)
            .ToList();
        var what = tight.Count == 0 ? "room for it beside the others" : string.Join(" and ", tight) + " left";
        return FormattableString.Invariant($"none of the {problem.Servers.Length} hosts offered has {what}");
    }

    /// <summary>What is needed of an axis against what so many hosts may promise.</summary>
    public static string Against(PackingProblem problem, int d, long needed, long offered, int hosts) => FormattableString.Invariant(
        $"they need {Amount(problem, d, needed)} of {problem.Axes[d].Words}, {hosts} hosts may promise {Amount(problem, d, offered)}");

    private static string Amount(PackingProblem problem, int d, long value) => (problem.Axes[d].Dimension, problem.Natural(d, value)) switch
    {
        (Dimension.Memory or Dimension.LocalStorage, var mib) => FormattableString.Invariant($"{ByteSize.FromMiB(mib).GiB:#,0.#} GiB"),
        (Dimension.Network, var traffic) => FormattableString.Invariant($"{traffic:#,0} Mbit/s"),
        (_, var amount) => FormattableString.Invariant($"{amount:#,0.##}"),
    };
}
