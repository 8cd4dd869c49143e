using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>Dimensions, amounts and reasons as messages.</summary>
internal static class Reasons
{
    public static Message Of(Dimension dimension, CpuUnit unit = CpuUnit.VCpus) => dimension switch
    {
        Dimension.Cpu => unit == CpuUnit.VCpus ? Message.Of("axis.vcpus") : Message.Of("axis.busy-cores"),
        Dimension.Memory => Message.Of("axis.memory"),
        Dimension.LocalStorage => Message.Of("axis.local-storage"),
        Dimension.Iops => Message.Of("axis.iops"),
        Dimension.Network => Message.Of("axis.network"),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not a dimension"),
    };

    public static Message Failures(int failures) => failures switch
    {
        0 => Message.Of("failures.none"),
        1 => Message.Of("failures.one"),
        _ => Message.Of("failures.many", ("hosts", failures)),
    };

    /// <summary>The first of many names, and how many more there are.</summary>
    public static Message Few(IReadOnlyCollection<string> names) => names.Count > PlacementTuning.NamesShown
        ? Message.Of("names.first", ("names", Message.List(names.Take(PlacementTuning.NamesShown))), ("more", names.Count - PlacementTuning.NamesShown))
        : Message.Of("names.all", ("names", Message.List(names)));

    /// <summary>A bound that comes from the sum of an axis.</summary>
    public static Message SumOf(Axis axis, int failures) => Message.Of("bound.sum", ("axis", axis.Label), ("failures", Failures(failures)));

    /// <summary>A bound that comes from the capacity of the storage pool.</summary>
    public static Message Pool(StoragePool rule) => rule.Rebuild > 0
        ? Message.Of("bound.pool-rebuild", ("fill", rule.Fill), ("rebuild", rule.Rebuild))
        : Message.Of("bound.pool", ("fill", rule.Fill));

    /// <summary>A bound that comes from the storage pool's policy.</summary>
    public static Message PoolHosts(StoragePool rule) => rule.Rebuild > 0
        ? Message.Of("bound.policy-rebuild", ("hosts", rule.LeastHosts), ("rebuild", rule.Rebuild))
        : Message.Of("bound.policy", ("hosts", rule.LeastHosts));

    /// <summary>A bound that comes from a row of a cover.</summary>
    public static Message Of(CoverRow row, PackingProblem problem, int failures) => row.InSteps
        ? Message.Of("bound.steps", ("axis", problem.Axes[row.Axis].Label), ("failures", Failures(failures)))
        : SumOf(problem.Axes[row.Axis], failures);

    /// <summary>A bound that comes from the largest group, or from losses alone.</summary>
    public static Message Least(PackingProblem problem, int failures) => problem.Groups.MaxBy(Cover.ServersFor) is { } largest && Cover.ServersFor(largest) > 1
        ? largest.AtMost == 1
            ? Message.Of("bound.apart", ("rule", largest.Name))
            : Message.Of("bound.group", ("rule", largest.Name), ("most", largest.AtMost))
        : failures == 0 ? Message.Of("bound.one-host") : Message.Of("bound.one-more");

    /// <summary>Why an item fits on none of the servers even alone: a restriction that allows none, or the amount that stops it where it may run.</summary>
    public static Message WhyNowhere(PackingProblem problem, int item)
    {
        if (problem.Servers.IsEmpty)
        {
            return Message.Of("nowhere.no-host");
        }

        var obstacles = Enumerable.Range(0, problem.Servers.Length).Select(server => problem.Obstacles(item, server).ToList()).ToList();
        var allowed = obstacles.Index().Where(each => each.Item.All(d => problem.Axes[d].Restriction is null)).ToList();
        if (allowed.Count == 0)
        {
            var why = obstacles.MinBy(each => each.Count)!.Select(d => problem.Axes[d].Restriction?.Why).OfType<Message>();
            return Message.Of("nowhere.restricted", ("restrictions", Message.List(why)));
        }

        var dimension = allowed.MinBy(each => each.Item.Count).Item[0];
        var most = allowed.Max(each => problem.CapacityOf(each.Index)[dimension]);
        var needed = Amount(problem, dimension, problem.SizeOf(item)[dimension]);
        var (axis, offered) = (problem.Axes[dimension].Label, Amount(problem, dimension, most));
        return problem.Items[item].Vms.Length > 1
            ? Message.Of("nowhere.together", ("vms", problem.Items[item].Name), ("needed", needed), ("axis", axis), ("offered", offered))
            : Message.Of("nowhere.alone", ("needed", needed), ("axis", axis), ("offered", offered));
    }

    /// <summary>Why items that fit alone found no place: the hosts are too few.</summary>
    public static Message WhyNoRoom(Packing packing, int item)
    {
        var problem = packing.Problem;
        var tight = Enumerable.Range(0, problem.Dimensions)
            .Where(d => problem.Axes[d].Restriction is null && problem.Servers.Index().All(server => packing.FreeOn(server.Index)[d] < problem.SizeOf(item)[d]))
            .Select(d => problem.Axes[d].Label)
            .ToList();
        return tight.Count == 0
            ? Message.Of("no-room.beside", ("hosts", problem.Servers.Length))
            : Message.Of("no-room.left", ("hosts", problem.Servers.Length), ("axes", Message.List(tight)));
    }

    /// <summary>What is needed of an axis against what so many hosts may promise.</summary>
    public static Message Against(PackingProblem problem, int d, long needed, long offered, int hosts) => Message.Of(
        "shortfall.against",
        ("needed", Amount(problem, d, needed)), ("axis", problem.Axes[d].Label), ("hosts", hosts), ("offered", Amount(problem, d, offered)));

    private static MessageValue Amount(PackingProblem problem, int d, long value) => (problem.Axes[d].Dimension, problem.Natural(d, value)) switch
    {
        (Dimension.Memory or Dimension.LocalStorage, var mib) => ByteSize.FromMiB(mib),
        (Dimension.Network, var traffic) => Message.Of("amount.traffic", ("mbps", traffic)),
        (_, var amount) => Message.Of("amount.number", ("number", amount)),
    };
}
