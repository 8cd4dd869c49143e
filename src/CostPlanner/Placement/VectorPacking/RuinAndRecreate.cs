namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// Lowers the cost of priced bins: a few are emptied, their copies placed again with some chance, and worse states are kept less and less often.
/// </summary>
/// <remarks>Schrimpf and others, Record breaking optimization results using the ruin and recreate principle, 2000; cooling by the share of work done.</remarks>
internal sealed class RuinAndRecreate
{
    private readonly ItemTable table;
    private readonly PricedBins bins;
    private readonly float[] weights;
    private readonly int[] ranks;
    private readonly List<int> homeless = [];
    private SplitMix random;
    private long looks;

    public RuinAndRecreate(ItemTable table, PricedBins bins, int seed)
    {
        (this.table, this.bins) = (table, bins);
        random = new SplitMix(seed);
        bins.Rooms.Seed(ref random);
        weights = [.. table.TypeOf.Select(type => table.Weights[type])];
        var order = Enumerable.Range(0, weights.Length).OrderByDescending(copy => weights[copy]).ToArray();
        ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }
    }

    /// <summary>Puts every copy into a bin, the largest first; false when one found none.</summary>
    public bool Start()
    {
        for (var attempt = 0; attempt < Tuning.Starts; attempt++)
        {
            homeless.AddRange(Enumerable.Range(0, table.Copies));
            if (Recreate(attempt * random.Share()))
            {
                bins.Settle();
                return true;
            }

            homeless.Clear();
            foreach (var bin in bins.Used.ToArray())
            {
                bins.Empty(bin, homeless);
            }

            homeless.Clear();
            bins.Settle();
        }

        return false;
    }

    /// <summary>Searches until the work is done, or a state is as cheap as the bound; tells each state that is cheaper than all before.</summary>
    public void Run(WorkMeter meter, decimal bound, Action improved)
    {
        var cheapest = bins.Cost;
        var all = meter.Left;
        var hottest = Tuning.StartTemperature * bins.Cost / Math.Sqrt(Math.Max(1, Math.Min(bins.Kinds.Length, 2 * bins.Used.Count)));
        var step = 0;
        while (cheapest > (double)bound && bins.Used.Count > 1)
        {
            if ((++step & (Tuning.EjectionsBetweenStops - 1)) == 0)
            {
                var spent = looks;
                looks = 0;
                if (!meter.Spend(spent))
                {
                    return;
                }
            }

            var before = bins.Cost;
            Ruin();
            var temperature = hottest * Math.Max(0, meter.Left - looks) / all;
            if (!Recreate(Tuning.MostNoise * random.Share()) || !IsKept(bins.Cost - before, temperature))
            {
                homeless.Clear();
                bins.Undo();
                continue;
            }

            bins.Settle();
            if (bins.Cost < cheapest)
            {
                cheapest = bins.Cost;
                improved();
            }
        }
    }

    private bool IsKept(double more, double temperature) =>
        more <= 0 || (temperature > 0 && random.Share() < Math.Exp(-more / temperature));

    private void Ruin()
    {
        for (var count = 1 + random.Below(Tuning.BinsRuined); count > 0 && bins.Used.Count > 0; count--)
        {
            bins.Empty(bins.Used[random.Below(bins.Used.Count)], homeless);
        }

        for (var count = random.Below(Tuning.CopiesPulled); count > 0; count--)
        {
            var copy = random.Below(table.Copies);
            if (bins.BinOf[copy] != Packed.Nowhere)
            {
                bins.Remove(copy);
                homeless.Add(copy);
            }
        }
    }

    private bool Recreate(double noise)
    {
        homeless.Sort((one, other) => ranks[one] - ranks[other]);
        foreach (var copy in homeless)
        {
            var bin = Tightest(copy, noise);
            if (bin == Packed.Nowhere)
            {
                var kind = Cheapest(copy, noise);
                if (kind == Packed.Nowhere)
                {
                    return false;
                }

                bin = bins.Open(kind);
            }

            bins.Put(copy, bin);
        }

        homeless.Clear();
        return true;
    }

    /// <summary>The used bin that the copy fits into with the least weighted room left, give or take the noise.</summary>
    private int Tightest(int copy, double noise)
    {
        looks += bins.Used.Count;
        var at = bins.Rooms.Tightest(table.SizeOf(table.TypeOf[copy]), bins.Used.Count, noise, bins.AllowedAt(copy));
        return at == Packed.Nowhere ? at : bins.Used[at];
    }

    /// <summary>The kind of bin with the least price for what it holds, give or take the noise; one just emptied is a little less welcome.</summary>
    private int Cheapest(int copy, double noise)
    {
        var size = table.SizeOf(table.TypeOf[copy]);
        var (best, least) = (Packed.Nowhere, 0.0);
        looks += bins.Prices.Length;
        for (var kind = 0; kind < bins.Prices.Length; kind++)
        {
            if (!bins.HasUnused(kind) || !Fits(size, bins.Capacities[kind]))
            {
                continue;
            }

            var again = bins.WasEmptied(kind) ? Tuning.EmptiedAgain : 1;
            var price = bins.Prices[kind] / Math.Max(
                Tuning.LeastGain, bins.CapacityWeights[kind]) * again * (1 + (Tuning.NoiseOfKinds * noise * random.Share()));
            if (best == Packed.Nowhere || price < least)
            {
                (best, least) = (kind, price);
            }
        }

        return best;
    }

    private static bool Fits(ReadOnlySpan<int> size, int[] capacity)
    {
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > capacity[d])
            {
                return false;
            }
        }

        return true;
    }
}
