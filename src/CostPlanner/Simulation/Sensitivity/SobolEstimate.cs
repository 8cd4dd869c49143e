using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>The figures of one row: of trial A, of trial B, and of A with each factor's values from B.</summary>
internal sealed record SobolRow(double A, double B, double[] Mixed);

/// <summary>Sobol indices from rows of figures, with intervals.</summary>
internal static class SobolEstimate
{
    private const int Resamples = 500;

    // Numbers of trials below 0 are no trials: they draw rows again.
    private const int FirstResample = -1;

    private const double Outside = 0.025;

    /// <summary>First-order and total index of each factor; null where fewer than two rows are there or the figure does not vary.</summary>
    public static (VarianceShare First, VarianceShare Total)[]? Of(SobolRow[] rows, int factors, ulong seed)
    {
        if (rows.Length < 2 || Indices(rows, factors) is not { } point)
        {
            return null;
        }

        var again = new (double First, double Total)[Resamples][];
        Parallel.For(0, Resamples, each => again[each] = Indices(Again(rows, seed, each), factors) ?? point);
        return [.. Enumerable.Range(0, factors).Select(factor => (
            Interval(point[factor].First, [.. again.Select(each => each[factor].First)]),
            Interval(point[factor].Total, [.. again.Select(each => each[factor].Total)])))];
    }

    private static (double First, double Total)[]? Indices(SobolRow[] rows, int factors)
    {
        var mean = rows.Sum(row => row.A + row.B) / (2 * rows.Length);
        var variance = rows.Sum(row => Square(row.A - mean) + Square(row.B - mean)) / ((2 * rows.Length) - 1);
        if (variance <= 0)
        {
            return null;
        }

        var scale = rows.Length * variance;
        return [.. Enumerable.Range(0, factors).Select(factor => (
            rows.Sum(row => (row.B - mean) * (row.Mixed[factor] - row.A)) / scale,
            rows.Sum(row => Square(row.A - row.Mixed[factor])) / (2 * scale)))];
    }

    private static SobolRow[] Again(SobolRow[] rows, ulong seed, int resample)
    {
        var generator = new TrialGenerator(seed, FirstResample - resample);
        return [.. rows.Select((_, row) => rows[(int)(generator.Share((ulong)row + 1) * rows.Length)])];
    }

    private static VarianceShare Interval(double value, double[] again)
    {
        Array.Sort(again);
        var outside = (int)(Outside * again.Length);
        return new VarianceShare(value, again[outside], again[^(outside + 1)]);
    }

    private static double Square(double value) => value * value;
}
