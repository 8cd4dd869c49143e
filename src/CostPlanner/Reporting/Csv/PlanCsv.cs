using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Reporting.Csv;

/// <summary>Writes a packing as CSV: item, bin.</summary>
/// <remarks>Items are numbered from 1 in the order of the instance, copy after copy, and bins from 1, unless the instance names them.</remarks>
public static class PlanCsv
{
    /// <summary>Writes the file; one that is there already is replaced.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="items">The name of each copy; empty for numbers.</param>
    /// <param name="bins">For each kind of bin the names of its bins; empty for numbers.</param>
    public static void Write(string path, PackingPlan plan, ImmutableArray<string> items, ImmutableArray<ImmutableArray<string>> bins)
    {
        var names = Names(plan, bins);
        AtomicFile.Write(path, to =>
        {
            to.WriteLine("item,bin");
            for (var copy = 0; copy < plan.BinOf.Length; copy++)
            {
                to.Write(items.IsEmpty ? (copy + 1).ToString(CultureInfo.InvariantCulture) : items[copy]);
                to.Write(',');
                to.WriteLine(names[plan.BinOf[copy]]);
            }
        });
    }

    private static string[] Names(PackingPlan plan, ImmutableArray<ImmutableArray<string>> bins)
    {
        var used = new int[bins.Length];
        return
        [
            .. plan.TypeOf.Select((type, bin) => bins.IsEmpty ? (bin + 1).ToString(CultureInfo.InvariantCulture) : bins[type][used[type]++]),
        ];
    }
}
