namespace CostPlanner.Benchmarking.Statistics;

/// <summary>
/// How likely a difference of two means is when the two series are of the same kind: the share of all ways to deal the figures out that differ as much.
/// </summary>
/// <remarks>
/// Nothing is assumed of the distribution. Every way is counted where there are not more than 10,000, else 9,999 drawn with a seed, and the one
/// that was measured is counted among them, so that no p is zero.
/// </remarks>
public static class PermutationTest
{
    /// <summary>Ways drawn where there are too many to count.</summary>
    public const int Resamples = 9_999;

    private const int MostCounted = 10_000;
    private const double Hair = 1e-9;

    /// <summary>p of the two-sided test on the difference of means; between 0 (excluded) and 1.</summary>
    public static double P(IReadOnlyList<double> a, IReadOnlyList<double> b, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(a.Count, nameof(a));
        ArgumentOutOfRangeException.ThrowIfZero(b.Count, nameof(b));
        double[] all = [.. a, .. b];
        var split = new Split(all, a.Count, Math.Abs(Moments.Of(a).Mean - Moments.Of(b).Mean));
        return Ways(all.Length, a.Count) <= MostCounted ? split.Exact() : split.Drawn(new Random(seed));
    }

    /// <summary>The least p that so many figures can show, however different they are.</summary>
    public static double LeastP(int a, int b) => Math.Max((a == b ? 2.0 : 1.0) / Ways(a + b, a), 1.0 / (Resamples + 1));

    /// <summary>n over k, as far as it matters here.</summary>
    private static double Ways(int n, int k)
    {
        var ways = 1.0;
        for (var i = 1; i <= k; i++)
        {
            ways *= (n - k + i) / (double)i;
        }

        return Math.Round(ways);
    }

    /// <summary>All figures, of which the first so many are side A, and the difference that was measured.</summary>
    private sealed class Split(double[] all, int size, double measured)
    {
        private readonly double sum = all.Sum();
        private readonly double scale = all.Max(Math.Abs);
        private long ways;
        private long asFar;

        public double Exact()
        {
            Choose(0, 0, 0);
            return asFar / (double)ways;
        }

        public double Drawn(Random dice)
        {
            var deck = all.ToArray();
            var hits = 1;
            for (var draw = 0; draw < Resamples; draw++)
            {
                var chosen = 0.0;
                for (var i = 0; i < size; i++)
                {
                    var j = dice.Next(i, deck.Length);
                    (deck[i], deck[j]) = (deck[j], deck[i]);
                    chosen += deck[i];
                }

                hits += IsAsFar(chosen) ? 1 : 0;
            }

            return hits / (Resamples + 1.0);
        }

        private void Choose(int from, int taken, double chosen)
        {
            if (taken == size)
            {
                ways++;
                asFar += IsAsFar(chosen) ? 1 : 0;
                return;
            }

            for (var i = from; i <= all.Length - (size - taken); i++)
            {
                Choose(i + 1, taken + 1, chosen + all[i]);
            }
        }

        // Sums in another order differ in their last digits; those are no difference.
        private bool IsAsFar(double chosen) =>
            Math.Abs((chosen / size) - ((sum - chosen) / (all.Length - size))) >= measured - (Hair * scale);
    }
}
