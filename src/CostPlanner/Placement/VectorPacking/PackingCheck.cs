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

        if (!AllBelow(plan.TypeOf, instance.Bins.Length) || !AllBelow(plan.BinOf, plan.TypeOf.Length))
        {
            return ["a copy lies in no bin, or a bin is of no kind"];
        }

        return [.. TooMany(instance, plan), .. Unused(plan), .. Overfull(instance, plan), .. Together(instance, plan)];
    }

    private static bool AllBelow(ImmutableArray<int> numbers, int limit)
    {
        foreach (var number in numbers)
        {
            if (number < 0 || number >= limit)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> TooMany(PackingInstance instance, PackingPlan plan) =>
        from kind in plan.TypeOf.CountBy(type => type)
        where kind.Value > instance.Bins[kind.Key].Available
        select FormattableString.Invariant($"{kind.Value} bins of kind {kind.Key} are used, {instance.Bins[kind.Key].Available} are there");

    private static IEnumerable<string> Unused(PackingPlan plan)
    {
        var isUsed = new bool[plan.TypeOf.Length];
        foreach (var bin in plan.BinOf)
        {
            isUsed[bin] = true;
        }

        return from bin in Enumerable.Range(0, isUsed.Length)
               where !isUsed[bin]
               select FormattableString.Invariant($"bin {bin} is empty");
    }

    private static IEnumerable<string> Overfull(PackingInstance instance, PackingPlan plan)
    {
        var loads = Loads(instance, plan);
        return from at in Enumerable.Range(0, loads.Length)
               where loads[at] > CapacityAt(at)
               select FormattableString.Invariant(
                   $"bin {at / instance.Dimensions} holds {loads[at]} of dimension {at % instance.Dimensions}, its capacity is {CapacityAt(at)}");

        int CapacityAt(int at) => instance.Bins[plan.TypeOf[at / instance.Dimensions]].Capacity[at % instance.Dimensions];
    }

    /// <summary>What each bin holds, bin after bin, dimension after dimension.</summary>
    private static long[] Loads(PackingInstance instance, PackingPlan plan)
    {
        var loads = new long[plan.TypeOf.Length * instance.Dimensions];
        var binOf = plan.BinOf.AsSpan();
        var copy = 0;
        for (var type = 0; type < instance.Counts.Length; type++)
        {
            var size = instance.SizeOf(type);
            foreach (var bin in binOf.Slice(copy, instance.Counts[type]))
            {
                var load = loads.AsSpan(bin * size.Length, size.Length);
                for (var d = 0; d < size.Length; d++)
                {
                    load[d] += size[d];
                }
            }

            copy += instance.Counts[type];
        }

        return loads;
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
