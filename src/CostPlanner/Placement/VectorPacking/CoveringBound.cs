using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>A lower bound on the cost of priced bins: those chosen must hold the sum of each dimension.</summary>
/// <remarks>
/// For any weights of the dimensions the cost is at least: weighted demand, less for each bin offered what its weighted capacity is worth beyond its
/// price (Lagrangian duality). Weights are sought by subgradients; the bound itself is worked out in decimals, so that it never comes out too high.
/// </remarks>
internal static class CoveringBound
{
    public static decimal Of(PackingInstance given, ItemTable table)
    {
        var instance = InGrain(given, table);
        var dimensions = table.Dimensions;
        var weights = new double[dimensions];
        var best = Exactly(instance, table, weights);
        var target = instance.Bins.Max(bin => bin.Price == 0 ? 0 : (double)bin.Price * DimensionsNeed(table, bin));
        var pace = 2.0;
        var stale = 0;
        for (var step = 0; step < Tuning.CoveringSteps; step++)
        {
            var slack = Slack(instance, table, weights);
            var norm = slack.Select((each, d) => each * each / Math.Pow(Math.Max(1, table.Demand[d]), 2)).Sum();
            if (norm <= 0)
            {
                break;
            }

            var reach = pace * Math.Max(1, target - (double)best) / norm;
            for (var d = 0; d < dimensions; d++)
            {
                var scale = Math.Max(1.0, table.Demand[d]);
                weights[d] = Math.Max(0, weights[d] + (reach * slack[d] / scale / scale));
            }

            var bound = Exactly(instance, table, weights);
            stale = bound > best ? 0 : stale + 1;
            best = Math.Max(best, bound);
            if (stale == Tuning.CoveringPatience)
            {
                (pace, stale) = (pace / 2, 0);
            }
        }

        return RoundedUp(instance, best);
    }

    /// <summary>The instance with capacities rounded down to what all sizes of a dimension are multiples of: no bin can hold more of them.</summary>
    private static PackingInstance InGrain(PackingInstance instance, ItemTable table)
    {
        int[] grains = [.. Enumerable.Range(0, table.Dimensions).Select(table.CommonDivisor)];
        return new PackingInstance(
            [
                .. instance.Bins.Select(bin => bin with { Capacity = [.. bin.Capacity.Select((each, d) => each - (each % grains[d]))] }),
            ], instance.Sizes, instance.Counts, instance.Groups);
    }

    /// <summary>How many bins of that kind the largest dimension needs: with their price a cost that is surely above the bound sought.</summary>
    private static double DimensionsNeed(ItemTable table, BinType bin) =>
        1 + bin.Capacity.Select((each, d) => each == 0 ? 0 : (double)table.Demand[d] / each).Max();

    /// <summary>Demand less what the bins worth more than their price hold, by dimension.</summary>
    private static double[] Slack(PackingInstance instance, ItemTable table, double[] weights)
    {
        double[] slack = [.. table.Demand.Select(each => (double)each)];
        foreach (var bin in instance.Bins)
        {
            if (bin.Capacity.Select((each, d) => each * weights[d]).Sum() > (double)bin.Price)
            {
                for (var d = 0; d < slack.Length; d++)
                {
                    slack[d] -= (double)bin.Capacity[d] * (bin.Available ?? table.Copies);
                }
            }
        }

        return slack;
    }

    private static decimal Exactly(PackingInstance instance, ItemTable table, double[] weights)
    {
        decimal[] exact = [.. weights.Select(weight => (decimal)weight)];
        var bound = table.Demand.Select((each, d) => each * exact[d]).Sum();
        foreach (var bin in instance.Bins)
        {
            var worth = bin.Capacity.Select((each, d) => each * exact[d]).Sum();
            bound -= Math.Max(0, worth - bin.Price) * (bin.Available ?? table.Copies);
        }

        return Math.Max(0, bound);
    }

    /// <summary>Every cost is a multiple of the prices' common divisor, where they are whole numbers.</summary>
    private static decimal RoundedUp(PackingInstance instance, decimal bound)
    {
        if (instance.Bins.Any(bin => bin.Price != decimal.Truncate(bin.Price)))
        {
            return bound;
        }

        var divisor = 0m;
        foreach (var bin in instance.Bins)
        {
            for (var price = bin.Price; price != 0;)
            {
                (divisor, price) = (price, divisor % price);
            }
        }

        return divisor == 0 ? 0 : decimal.Ceiling(bound / divisor) * divisor;
    }
}
