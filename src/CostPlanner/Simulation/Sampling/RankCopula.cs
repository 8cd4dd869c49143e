using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Simulation.Sampling;

/// <summary>A Gaussian copula: makes even shares go together by rank and leaves each of them even.</summary>
/// <remarks>
/// For Spearman's rank correlation ρ of two normal variables their correlation is r = 2 sin(π ρ / 6) (Pearson 1907). Inputs that go with no other
/// keep their share untouched.
/// </remarks>
internal sealed class RankCopula
{
    // A pivot this small is 0: the input follows from those before it.
    private const double Nothing = 1e-10;

    private readonly ImmutableArray<int> inputs;
    private readonly double[,] root;

    private RankCopula(ImmutableArray<int> inputs, double[,] root) => (this.inputs, this.root) = (inputs, root);

    /// <summary>
    /// The copula of inputs in this order; throws <see cref="CorrelationException"/> where a key is none of theirs or no numbers can go together so.
    /// </summary>
    public static RankCopula Of(ImmutableArray<string> keys, ImmutableArray<RankCorrelation> correlations)
    {
        var places = correlations.Select(each => (A: Place(keys, each, each.A), B: Place(keys, each, each.B), each.Rank)).ToArray();
        var inputs = places.SelectMany(each => new[] { each.A, each.B }).Distinct().Order().ToImmutableArray();
        var matrix = new double[inputs.Length, inputs.Length];
        for (var each = 0; each < inputs.Length; each++)
        {
            matrix[each, each] = 1;
        }

        foreach (var (a, b, rank) in places)
        {
            var (row, column) = (inputs.IndexOf(a), inputs.IndexOf(b));
            if (row == column || matrix[row, column] != 0)
            {
                throw new CorrelationException(row == column
                    ? Message.Of("correlation-of-itself", ("key", keys[a]))
                    : Message.Of("correlation-twice", ("one", keys[a]), ("other", keys[b])));
            }

            matrix[row, column] = matrix[column, row] = 2 * Math.Sin(Math.PI * (double)rank / 6);
        }

        return new RankCopula(inputs, Root(matrix, [.. inputs.Select(each => keys[each])]));
    }

    /// <summary>Why no numbers can go together so, or null where they can.</summary>
    public static Message? Contradiction(ImmutableArray<string> keys, ImmutableArray<RankCorrelation> correlations)
    {
        try
        {
            _ = Of(keys, correlations);
            return null;
        }
        catch (CorrelationException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>Makes the shares go together.</summary>
    public void Correlate(double[] shares)
    {
        if (inputs.IsEmpty)
        {
            return;
        }

        var normals = inputs.Select(input => StandardNormal.Quantile(shares[input])).ToArray();
        for (var row = 0; row < inputs.Length; row++)
        {
            var sum = 0.0;
            for (var column = 0; column <= row; column++)
            {
                sum += root[row, column] * normals[column];
            }

            shares[inputs[row]] = StandardNormal.Share(sum);
        }
    }

    private static int Place(ImmutableArray<string> keys, RankCorrelation correlation, string key) => keys.IndexOf(key) switch
    {
        < 0 => throw new CorrelationException(Message.Of("correlations-contradict.no-range", ("one", correlation.A), ("other", correlation.B), ("key", key))),
        var place => place,
    };

    /// <summary>Cholesky's root of the matrix, with a row of what goes before where an input follows wholly from others.</summary>
    private static double[,] Root(double[,] matrix, ImmutableArray<string> keys)
    {
        var root = new double[keys.Length, keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column] - Enumerable.Range(0, column).Sum(each => root[row, each] * root[column, each]);
                if (row == column ? rest < -Nothing : root[column, column] == 0 && Math.Abs(rest) > Math.Sqrt(Nothing))
                {
                    throw new CorrelationException(
                        Message.Of("correlations-contradict", ("keys", Message.List(keys)), ("key", keys[row])));
                }

                root[row, column] = row == column
                    ? rest > Nothing ? Math.Sqrt(rest) : 0
                    : root[column, column] == 0 ? 0 : rest / root[column, column];
            }
        }

        return root;
    }
}
