using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Checks a finished plan against its instance; it shares nothing with the search that made it.</summary>
public static class PackingCheck
{
    /// <summary>Every rule that the plan breaks, in words; empty for a sound plan.</summary>
    public static ImmutableArray<string> Violations(PackingInstance instance, PackingPlan plan)
    {
        if (plan.BinOf.Length != instance.Copies)
        {
            return [FormattableString.Invariant($"{plan.BinOf.Length} copies have a bin, {instance.Copies} are in the instance")];
        }

        if (plan.TypeOf.Any(type => type < 0 || type >= instance.Bins.Length) || plan.BinOf.Any(bin => bin < 0 || bin >= plan.TypeOf.Length))
        {
            return ["a copy lies in no bin, or a bin is of no kind"];
        }

        return [.. TooMany(instance, plan), .. Unused(plan), .. Overfull(instance, plan), .. Together(instance, plan)];
    }

    private static IEnumerable<string> TooMany(PackingInstance instance, PackingPlan plan) =>
        from kind in plan.TypeOf.CountBy(type => type)
        where kind.Value > instance.Bins[kind.Key].Available
        select FormattableString.Invariant($"{kind.Value} bins of kind {kind.Key} are used, {instance.Bins[kind.Key].Available} are there");

    private static IEnumerable<string> Unused(PackingPlan plan)
    {
        var used = plan.BinOf.ToHashSet();
        return from bin in Enumerable.Range(0, plan.TypeOf.Length)
               where !used.Contains(bin)
               select FormattableString.Invariant($"bin {bin} is empty");
    }

    private static IEnumerable<string> Overfull(PackingInstance instance, PackingPlan plan)
    {
        var loads = new long[plan.TypeOf.Length, instance.Dimensions];
        var copy = 0;
        for (var type = 0; type < instance.Counts.Length; type++)
        {
            for (var k = 0; k < instance.Counts[type]; k++, copy++)
            {
                for (var d = 0; d < instance.Dimensions; d++)
                {
                    loads[plan.BinOf[copy], d] += instance.SizeOf(type)[d];
                }
            }
        }

        return from bin in Enumerable.Range(0, plan.TypeOf.Length)
               from d in Enumerable.Range(0, instance.Dimensions)
               let capacity = instance.Bins[plan.TypeOf[bin]].Capacity[d]
               where loads[bin, d] > capacity
               select FormattableString.Invariant($"bin {bin} holds {loads[bin, d]} of dimension {d}, its capacity is {capacity}");
    }

    private static IEnumerable<string> Together(PackingInstance instance, PackingPlan plan)
    {
        var first = new int[instance.Counts.Length];
        for (var type = 1; type < first.Length; type++)
        {
            first[type] = first[type - 1] + instance.Counts[type - 1];
        }

        return from @group in instance.Groups.Index()
               from bin in @group.Item.Types
                   .SelectMany(type => Enumerable.Range(first[type], instance.Counts[type]))
                   .CountBy(copy => plan.BinOf[copy])
               where bin.Value > @group.Item.AtMost
               select FormattableString.Invariant($"bin {bin.Key} holds {bin.Value} copies of group {@group.Index}, {@group.Item.AtMost} may be together");
    }
}
