namespace CostPlanner.Placement.VectorPacking;

/// <summary>The linear program "fewest bins, so that each type is packed as often as asked", solved by the revised simplex method with a dense inverse.</summary>
/// <remarks>It starts from patterns of one type each and takes in one pattern at a time; there is one row for each type.</remarks>
internal sealed class PatternProgram
{
    private readonly int rows;
    private readonly double[,] inverse;
    private readonly double[] uses;
    private readonly int[][] basis;

    public PatternProgram(ItemTable table)
    {
        rows = table.Types;
        inverse = new double[rows, rows];
        uses = new double[rows];
        basis = new int[rows][];
        for (var type = 0; type < rows; type++)
        {
            var most = MostInBin(table, type);
            basis[type] = new int[rows];
            basis[type][type] = most;
            inverse[type, type] = 1.0 / most;
            uses[type] = (double)table.Counts[type] / most;
        }
    }

    /// <summary>What a copy of each type costs at the present solution, in bins.</summary>
    public double[] Duals()
    {
        var duals = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < rows; column++)
            {
                duals[column] += inverse[row, column];
            }
        }

        return duals;
    }

    /// <summary>Whether taking the pattern in would lower the number of bins.</summary>
    public bool Improves(int[] pattern) => pattern.Zip(Duals(), (count, dual) => count * dual).Sum() > 1 + Tuning.LeastGain;

    /// <summary>Takes a pattern in for the one that limits it.</summary>
    public void Enter(int[] pattern)
    {
        var direction = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < rows; column++)
            {
                direction[row] += inverse[row, column] * pattern[column];
            }
        }

        var leaving = Packed.Nowhere;
        for (var row = 0; row < rows; row++)
        {
            if (direction[row] > Tuning.LeastGain && (leaving == Packed.Nowhere || uses[row] / direction[row] < uses[leaving] / direction[leaving]))
            {
                leaving = row;
            }
        }

        Pivot(leaving, direction);
        basis[leaving] = pattern;
    }

    /// <summary>The patterns in use and how often each is.</summary>
    public List<(int[] Pattern, double Uses)> Solution() => [.. basis.Zip(uses)];

    private void Pivot(int leaving, double[] direction)
    {
        var step = uses[leaving] / direction[leaving];
        for (var column = 0; column < rows; column++)
        {
            inverse[leaving, column] /= direction[leaving];
        }

        for (var row = 0; row < rows; row++)
        {
            if (row == leaving)
            {
                continue;
            }

            uses[row] -= step * direction[row];
            for (var column = 0; column < rows; column++)
            {
                inverse[row, column] -= direction[row] * inverse[leaving, column];
            }
        }

        uses[leaving] = step;
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
