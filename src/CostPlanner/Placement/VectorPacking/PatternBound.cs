using System.Numerics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>For few types of items, or few items to a bin: the linear program over all ways to fill a bin, which gives a bound and nearly a plan.</summary>
/// <remarks>
/// By column generation: Gilmore and Gomory, A linear programming approach to the cutting-stock problem, 1961. The bound is Farley's, worked out in
/// whole numbers from rounded duals (Farley, A note on bounding a class of linear programming problems, 1990), so that no rounding can make it too high.
/// </remarks>
internal static class PatternBound
{
    /// <summary>
    /// The bound on the number of bins and how often each pattern is used in the linear program; null where patterns would be too many to look at.
    /// </summary>
    /// <param name="table">The copies to pack.</param>
    /// <param name="packed">The bins of a packing that is known: a bound as high ends the search.</param>
    /// <param name="meter">Counts the looks.</param>
    public static (int Bound, List<(int[] Pattern, double Uses)> Patterns)? Of(ItemTable table, int packed, WorkMeter meter)
    {
        if (table.Groups is not null || Pricing(table, packed, meter) is not { } price)
        {
            return null;
        }

        var program = new PatternProgram(table, packed);
        var bound = 0;
        for (var round = 0; round < Tuning.MostPatterns; round++)
        {
            // Any prices give a bound; none below nothing or above a bin, or not a number, gives a good one.
            long[] duals = [.. program.Duals.Select(dual => dual > 0 ? (long)(Math.Min(1, dual) * Tuning.DualParts) : 0)];
            if (price(duals) is not { } patterns)
            {
                break;
            }

            // No bin holds more worth than the best pattern, so at least so many are needed.
            var worth = duals.Zip(table.Counts).Aggregate(BigInteger.Zero, (sum, each) => sum + ((BigInteger)each.First * each.Second));
            var most = patterns.Count == 0 ? (BigInteger)Tuning.DualParts : patterns[0].Aggregate(BigInteger.Zero, (sum, type) => sum + duals[type]);
            bound = Math.Max(bound, most.IsZero ? 0 : (int)((worth + most - 1) / most));
            if (bound >= packed || bound >= Math.Ceiling(program.Bins - Tuning.Slack ?? packed)
                || (!program.Improve(patterns, meter) && (meter.Stopped is not null || !program.RaiseStandIns())))
            {
                break;
            }
        }

        return (bound, program.Solution());
    }

    /// <summary>What finds patterns worth more than a bin, the best first: null once the work is done.</summary>
    private static Func<long[], List<int[]>?>? Pricing(ItemTable table, int packed, WorkMeter meter)
    {
        if (PatternFills.Suits(table, packed))
        {
            var fills = new PatternFills(table);
            return duals => fills.Better(duals, (long)Tuning.DualParts, meter);
        }

        // About as many columns are needed as there are types; without the work for them the bound would be a poor one.
        return table.Types <= Math.Min(Tuning.MostTypesForPatterns, table.Copies - 1)
            && PatternKnapsack.For(table) is { } knapsack && knapsack.Looks * table.Types <= meter.Left
            ? duals => meter.Spend(knapsack.Looks) ? [knapsack.Best(duals)] : null
            : null;
    }
}
