namespace CostPlanner.Simulation.Sensitivity;

/// <summary>Spearman's rank correlation: how far two series rise together, whatever the shape of the rise.</summary>
internal static class SpearmanRank
{
    /// <summary>-1 to 1; null where one of the series does not vary. Figures alike share the mean of their ranks.</summary>
    public static double? Of(IReadOnlyList<decimal> a, IReadOnlyList<decimal> b)
    {
        var (ranksOfA, ranksOfB) = (Ranks(a), Ranks(b));
        var mean = (a.Count - 1) / 2.0;
        var (product, squaresOfA, squaresOfB) = (0.0, 0.0, 0.0);
        for (var each = 0; each < a.Count; each++)
        {
            var (x, y) = (ranksOfA[each] - mean, ranksOfB[each] - mean);
            (product, squaresOfA, squaresOfB) = (product + (x * y), squaresOfA + (x * x), squaresOfB + (y * y));
        }

        return squaresOfA == 0 || squaresOfB == 0 ? null : product / Math.Sqrt(squaresOfA * squaresOfB);
    }

    private static double[] Ranks(IReadOnlyList<decimal> figures)
    {
        var order = Enumerable.Range(0, figures.Count).OrderBy(each => figures[each]).ToArray();
        var ranks = new double[figures.Count];
        for (var first = 0; first < order.Length;)
        {
            var next = first;
            while (next < order.Length && figures[order[next]] == figures[order[first]])
            {
                next++;
            }

            foreach (var place in order[first..next])
            {
                ranks[place] = (first + next - 1) / 2.0;
            }

            first = next;
        }

        return ranks;
    }
}
