using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>A linear fit by least squares, with Student's intervals for its coefficients and for any point on it.</summary>
public sealed class LeastSquares
{
    private readonly double[,] inverse;
    private readonly double[] coefficients;
    private readonly double variance;
    private readonly int degrees;
    private readonly int points;

    private LeastSquares(double[,] inverse, double[] coefficients, double variance, int points)
    {
        (this.inverse, this.coefficients, this.variance, this.points) = (inverse, coefficients, variance, points);
        degrees = points - coefficients.Length;
    }

    /// <summary>Each coefficient, in the order of the columns.</summary>
    public ImmutableArray<Interval> Coefficients => [.. coefficients.Select((_, i) => At([.. coefficients.Select((_, j) => i == j ? 1.0 : 0.0)]))];

    /// <summary>Standard deviation of what the fit does not explain.</summary>
    public double Residual => Math.Sqrt(variance);

    /// <summary>The fit's value at a point, with the interval of the line there (not of a single measurement).</summary>
    /// <param name="row">The point's columns.</param>
    public Interval At(IReadOnlyList<double> row)
    {
        var value = 0.0;
        var spread = 0.0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            value += row[i] * coefficients[i];
            for (var j = 0; j < coefficients.Length; j++)
            {
                spread += row[i] * inverse[i, j] * row[j];
            }
        }

        var half = StudentT.Bound(Interval.Confidence, degrees) * Math.Sqrt(variance * Math.Max(0, spread));
        return new Interval(value, value - half, value + half, points);
    }

    /// <summary>The fit of values to rows; null where there are not more rows than columns, or where columns depend on each other.</summary>
    /// <param name="rows">The columns of each point; a constant is a column of ones.</param>
    /// <param name="values">What was measured at each point.</param>
    public static LeastSquares? Of(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, rows.Count);
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        if (columns == 0 || rows.Count <= columns || Inverse(Product(rows, columns)) is not { } inverse)
        {
            return null;
        }

        var coefficients = new double[columns];
        for (var i = 0; i < columns; i++)
        {
            for (var k = 0; k < rows.Count; k++)
            {
                for (var j = 0; j < columns; j++)
                {
                    coefficients[i] += inverse[i, j] * rows[k][j] * values[k];
                }
            }
        }

        var squares = rows.Select((row, k) => values[k] - row.Zip(coefficients, (x, b) => x * b).Sum()).Sum(error => error * error);
        return new LeastSquares(inverse, coefficients, squares / (rows.Count - columns), rows.Count);
    }

    private static double[,] Product(IReadOnlyList<IReadOnlyList<double>> rows, int columns)
    {
        var product = new double[columns, columns];
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(row.Count, columns, nameof(rows));
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    product[i, j] += row[i] * row[j];
                }
            }
        }

        return product;
    }

    /// <summary>By Gauss and Jordan with the largest pivot; null for a matrix that has no inverse, as far as the digits can tell.</summary>
    private static double[,]? Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var inverse = new double[n, n];
        var left = (double[,])matrix.Clone();
        for (var i = 0; i < n; i++)
        {
            inverse[i, i] = 1;
        }

        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(left[row, column]));
            if (Math.Abs(left[pivot, column]) <= Vanishing * Math.Abs(matrix[column, column]))
            {
                return null;
            }

            Swap(left, column, pivot);
            Swap(inverse, column, pivot);
            Eliminate(left, inverse, column);
        }

        return inverse;
    }

    private static void Eliminate(double[,] left, double[,] inverse, int column)
    {
        var n = left.GetLength(0);
        var scale = left[column, column];
        for (var j = 0; j < n; j++)
        {
            left[column, j] /= scale;
            inverse[column, j] /= scale;
        }

        for (var row = 0; row < n; row++)
        {
            var factor = row == column ? 0 : left[row, column];
            for (var j = 0; j < n && factor != 0; j++)
            {
                left[row, j] -= factor * left[column, j];
                inverse[row, j] -= factor * inverse[column, j];
            }
        }
    }

    private static void Swap(double[,] matrix, int one, int other)
    {
        for (var j = 0; j < matrix.GetLength(1); j++)
        {
            (matrix[one, j], matrix[other, j]) = (matrix[other, j], matrix[one, j]);
        }
    }

    private const double Vanishing = 1e-11;
}
