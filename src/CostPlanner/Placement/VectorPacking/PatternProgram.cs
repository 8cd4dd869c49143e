using System.Numerics;
using System.Runtime.InteropServices;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// The linear program "fewest bins, so that each type is packed as often as asked", solved by the revised simplex method with a dense inverse.
/// </summary>
/// <remarks>
/// A pattern is a list of types, one for each copy in the bin; there is one row for each type. At first each type has a stand-in: a bin of its own that
/// costs what the type's weight would in a packing already known. So prices are about right from the start; stand-ins still in use are made dearer
/// until each is a whole bin. A little more is asked of each type than there is, of each another little, so that few steps change nothing.
/// </remarks>
internal sealed class PatternProgram
{
    private readonly int rows;
    private readonly int copies;
    private readonly double[][] inverse;
    private readonly double[] direction;
    private readonly double[] duals;
    private readonly double[] uses;
    private readonly double[] costs;
    private readonly int[][] basis;
    private List<int[]> known = [];

    /// <summary>The program for that table, of which a packing in so many bins is known.</summary>
    public PatternProgram(ItemTable table, int bins)
    {
        (rows, copies) = (table.Types, table.Copies);
        // One list for each column of the inverse.
        inverse = [.. Enumerable.Range(0, rows).Select(_ => new double[rows])];
        (direction, duals, uses, costs, basis) = (new double[rows], new double[rows], new double[rows], new double[rows], new int[rows][]);
        var random = new SplitMix(rows);
        var all = table.Weights.Zip(table.Counts, (weight, count) => (double)weight * count).Sum();
        for (var type = 0; type < rows; type++)
        {
            var most = MostInBin(table, type);
            basis[type] = [.. Enumerable.Repeat(type, most)];
            inverse[type][type] = 1.0 / most;
            costs[type] = Math.Clamp(bins * most * table.Weights[type] / all, Tuning.CheapestStandIn, 1);
            duals[type] = costs[type] / most;
            uses[type] = (table.Counts[type] + (Tuning.MoreAsked * random.Share())) / most;
        }
    }

    /// <summary>What a copy of each type costs at the present solution, in bins.</summary>
    public IReadOnlyList<double> Duals => duals;

    /// <summary>Bins in the present solution; null while it makes use of stand-ins.</summary>
    public double? Bins => Enumerable.Range(0, rows).Any(IsStandIn) ? null : uses.Sum();

    /// <summary>The patterns in use and how often each is.</summary>
    public List<(int[] Pattern, double Uses)> Solution() => [.. basis.Zip(uses).Where(each => each.Second > 0 && each.Second <= copies + 1)];

    /// <summary>Takes steps until no known pattern lowers the cost or the work is done; false when there was none to take.</summary>
    public bool Improve(List<int[]> patterns, WorkMeter meter)
    {
        known.AddRange(patterns);
        var steps = 0;
        while (Steepest() is { } pattern && Enter(pattern) && meter.Spend(((long)rows * rows / Tuning.LooksShare) + known.Count))
        {
            steps++;
        }

        if (known.Count > Tuning.MostKnownPatterns)
        {
            known = [.. known.OrderByDescending(Worth).Take(Tuning.MostKnownPatterns / 2)];
        }

        return steps > 0;
    }

    /// <summary>Makes the stand-ins that are in use dearer; false when there are none.</summary>
    public bool RaiseStandIns()
    {
        int[] raised = [.. Enumerable.Range(0, rows).Where(IsStandIn)];
        foreach (var row in raised)
        {
            var more = Math.Min(1, Tuning.RaiseOfStandIns * costs[row]) - costs[row];
            costs[row] += more;
            for (var type = 0; type < rows; type++)
            {
                duals[type] += more * inverse[type][row];
            }
        }

        return raised.Length > 0;
    }

    private bool IsStandIn(int row) => costs[row] < 1 && uses[row] > Tuning.MoreAsked;

    private double Worth(int[] pattern)
    {
        var worth = 0.0;
        foreach (var type in pattern)
        {
            worth += duals[type];
        }

        return worth;
    }

    /// <summary>The known pattern that is worth most beyond its bin, by its length.</summary>
    private int[]? Steepest()
    {
        var best = Tuning.LeastGain;
        int[]? found = null;
        foreach (var pattern in CollectionsMarshal.AsSpan(known))
        {
            var gain = (Worth(pattern) - 1) / (pattern.Length + 1);
            (best, found) = gain > best ? (gain, pattern) : (best, found);
        }

        return found;
    }

    /// <summary>Takes a pattern in for the one that limits it.</summary>
    private bool Enter(int[] pattern)
    {
        direction.AsSpan().Clear();
        foreach (var type in pattern)
        {
            AddTo(direction, inverse[type], 1);
        }

        if (Leaving() is not { } leaving)
        {
            return false;
        }

        Pivot(leaving, Worth(pattern) - 1);
        (basis[leaving], costs[leaving]) = (pattern, 1);
        return true;
    }

    private int? Leaving()
    {
        int? leaving = null;
        for (var row = 0; row < rows; row++)
        {
            if (direction[row] > Tuning.LeastGain && (leaving is not { } least || uses[row] / direction[row] < uses[least] / direction[least]))
            {
                leaving = row;
            }
        }

        return leaving;
    }

    private void Pivot(int leaving, double gain)
    {
        for (var type = 0; type < rows; type++)
        {
            if (inverse[type][leaving] is var old && old != 0)
            {
                var share = old / direction[leaving];
                AddTo(inverse[type], direction, -share);
                inverse[type][leaving] = share;
                duals[type] -= share * gain;
            }
        }

        var step = uses[leaving] / direction[leaving];
        AddTo(uses, direction, -step);
        uses[leaving] = step;
    }

    private static void AddTo(double[] sum, double[] values, double times)
    {
        var x = 0;
        for (; x <= sum.Length - Vector<double>.Count; x += Vector<double>.Count)
        {
            (new Vector<double>(sum, x) + (new Vector<double>(values, x) * times)).CopyTo(sum, x);
        }

        for (; x < sum.Length; x++)
        {
            sum[x] += values[x] * times;
        }
    }

    private static int MostInBin(ItemTable table, int type)
    {
        var most = table.Counts[type];
        var size = table.SizeOf(type);
        for (var d = 0; d < size.Length; d++)
        {
            most = size[d] == 0 ? most : Math.Min(most, table.Capacity[d] / size[d]);
        }

        return Math.Max(1, most);
    }
}
