using System.Numerics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>For few item types: the linear program over all ways to fill a bin, solved by column generation, which gives a bound and nearly a plan.</summary>
/// <remarks>
/// Gilmore and Gomory, A linear programming approach to the cutting-stock problem, 1961. The bound is Farley's, worked out in whole numbers from
/// rounded duals (Farley, A note on bounding a class of linear programming problems, 1990), so that no rounding can make it too high.
/// </remarks>
internal static class PatternBound
{
    /// <summary>The bound on the number of bins and how often each pattern is used in the linear program; null where patterns would be too many to look at.</summary>
    public static (int Bound, List<(int[] Pattern, double Uses)> Patterns)? Of(ItemTable table, WorkMeter meter)
    {
        if (table.Types > Tuning.MostTypesForPatterns || table.Groups is not null || PatternKnapsack.For(table) is not { } knapsack)
        {
            return null;
        }

        // About as many columns are needed as there are types; without the work for them the bound would be a poor one.
        if (knapsack.Looks * table.Types > meter.Left)
        {
            return null;
        }

        var program = new PatternProgram(table);
        var bound = 0;
        for (var column = 0; column < Tuning.MostPatterns && meter.Spend(knapsack.Looks); column++)
        {
            var duals = program.Duals().Select(dual => (long)(Math.Max(0, dual) * Tuning.DualParts)).ToArray();
            var pattern = knapsack.Best(duals);
            var (worth, most) = (Worth(duals, table.Counts), Worth(duals, pattern));
            if (most.IsZero)
            {
                break;
            }

            // No bin holds more worth than the best pattern, so at least so many are needed.
            bound = Math.Max(bound, (int)((worth + most - 1) / most));
            if (!program.Improves(pattern))
            {
                break;
            }

            program.Enter(pattern);
        }

        return (bound, program.Solution());
    }

    private static BigInteger Worth(long[] duals, int[] counts)
    {
        var sum = BigInteger.Zero;
        for (var type = 0; type < duals.Length; type++)
        {
            sum += (BigInteger)duals[type] * counts[type];
        }

        return sum;
    }
}
