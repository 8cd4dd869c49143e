using System.Runtime.InteropServices;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// Saves bins by repacking groups of them, or all at once when they are few: the emptiest bin of a group is emptied into the others, as far as it goes.
/// </summary>
/// <remarks>
/// A bin that was not emptied wholly is emptier than before and soon chosen again, so that the room left collects in few bins. The groups of a round
/// share no bin, each has a generator of its own and they are taken back in their order: the number of threads changes nothing.
/// </remarks>
internal sealed class GroupRepair
{
    private readonly ItemTable table;
    private readonly Incumbent incumbent;
    private readonly WorkMeter meter;
    private readonly SearchLimits limits;
    private readonly EjectionSearch[] searches;
    private readonly List<int[]> bins;
    private readonly List<float> weights;
    private long round;
    private long groupsWithoutGain;
    private int roundsToWait;
    private long wholeLooks = Tuning.WholeLooks;
    private int patience = Tuning.EjectionsWithoutGain;

    public GroupRepair(ItemTable table, Incumbent incumbent, WorkMeter meter, SearchLimits limits)
    {
        (this.table, this.incumbent, this.meter, this.limits) = (table, incumbent, meter, limits);
        searches = [.. Enumerable.Range(0, limits.Threads).Select(_ => new EjectionSearch(table))];
        bins = Lists(incumbent.Best!);
        weights = [.. bins.Select(Weight)];
    }

    /// <summary>Goes on until the bound is reached, so many looks were taken or the work is done.</summary>
    public static void Run(ItemTable table, Incumbent incumbent, WorkMeter meter, SearchLimits limits, long looks)
    {
        var part = new WorkMeter(limits, Math.Min(looks, meter.Left));
        var before = part.Left;
        new GroupRepair(table, incumbent, part, limits).Run();
        meter.Spend(before - part.Left);
    }

    /// <summary>Goes on until the bound is reached or the work is done.</summary>
    public void Run()
    {
        while (bins.Count > Math.Max(1, incumbent.Bound) && meter.Stopped is null)
        {
            if (table.Copies > Tuning.WholeInstanceCopies || !EmptyLightest())
            {
                Round();
            }
        }

        incumbent.Offer(AsPacked());
    }

    /// <summary>
    /// Empties the lightest bin into all others and says whether that saved it; after a failure some rounds of groups come first, and the next attempt may take
    /// longer.
    /// </summary>
    private bool EmptyLightest()
    {
        if (roundsToWait > 0)
        {
            roundsToWait--;
            return false;
        }

        var lightest = weights.IndexOf(weights.Min());
        (bins[lightest], bins[^1]) = (bins[^1], bins[lightest]);
        (weights[lightest], weights[^1]) = (weights[^1], weights[lightest]);
        var search = searches[0];
        var random = new SplitMix(limits.Seed, ++round);
        search.Load(CollectionsMarshal.AsSpan(bins));
        while (search.Group.Unplaced.Count > 0 && search.Looks < wholeLooks && meter.Stopped is null)
        {
            var before = search.Looks;
            search.Run(Tuning.GroupEjections, Tuning.GroupEjections, ref random, meter.IsCalledOff);
            meter.Spend(search.Looks - before);
        }

        if (search.Group.Unplaced.Count > 0)
        {
            (wholeLooks, roundsToWait) = (2 * wholeLooks, Tuning.RoundsBetweenWhole);
            return false;
        }

        var emptied = search.Group.Lightest();
        for (var bin = 0; bin < emptied.Length; bin++)
        {
            Set(bin, emptied[bin]);
        }

        return RemoveEmpty();
    }

    private void Round()
    {
        var groups = Choose();
        var results = new int[groups.Count][][];
        var looks = new long[groups.Count];
        var next = -1;
        Parallel.For(0, searches.Length, new ParallelOptions { MaxDegreeOfParallelism = searches.Length }, worker =>
        {
            for (var at = Interlocked.Increment(ref next); at < groups.Count && !meter.IsCalledOff(); at = Interlocked.Increment(ref next))
            {
                (results[at], looks[at]) = Repair(searches[worker], groups[at], at);
            }
        });

        for (var at = 0; at < groups.Count && results[at] is not null; at++)
        {
            for (var x = 0; x < groups[at].Length; x++)
            {
                Set(groups[at][x], results[at][x]);
            }
        }

        Adapt(RemoveEmpty(), groups.Count);
        meter.Spend(looks.Sum() + 1);
    }

    private (int[][] Bins, long Looks) Repair(EjectionSearch search, int[] group, int at)
    {
        var random = new SplitMix(limits.Seed, round, at + 1);
        search.Load([.. group.Select(bin => bins[bin])]);
        search.Run(Tuning.GroupEjections, patience, ref random, meter.IsCalledOff);
        return (search.Group.Lightest(), search.Looks);
    }

    /// <summary>Groups that share no bin; the last of each is the one to be emptied.</summary>
    private List<int[]> Choose()
    {
        var random = new SplitMix(limits.Seed, ++round);
        var size = Math.Min(bins.Count, table.Copies > Tuning.WholeInstanceCopies ? Tuning.GroupBins : Tuning.WideGroupBins);
        var groups = Enumerable.Range(0, Math.Min(Tuning.GroupsInRound, bins.Count / size)).Select(_ => new int[size]).ToList();
        var taken = new HashSet<int>();
        foreach (var group in groups)
        {
            group[^1] = LighterOf(Tuning.Samples, taken, ref random);
        }

        foreach (var group in groups)
        {
            for (var x = 0; x < size - 1; x++)
            {
                group[x] = LighterOf(1 + (x % 2), taken, ref random);
            }
        }

        return groups;
    }

    /// <summary>The lightest of some bins that are not taken yet, and takes it; where chance finds none, the first after the last that it looked at.</summary>
    private int LighterOf(int samples, HashSet<int> taken, ref SplitMix random)
    {
        var (best, bin) = (Packed.Nowhere, 0);
        for (var sample = 0; sample < (best == Packed.Nowhere ? Tuning.MostSamples : samples); sample++)
        {
            bin = random.Below(bins.Count);
            best = !taken.Contains(bin) && (best == Packed.Nowhere || weights[bin] < weights[best]) ? bin : best;
        }

        for (var step = 1; best == Packed.Nowhere && step <= bins.Count; step++)
        {
            var next = (bin + step) % bins.Count;
            best = taken.Contains(next) ? Packed.Nowhere : next;
        }

        taken.Add(best);
        return best;
    }

    private float Weight(int[] bin) => bin.Sum(copy => table.Weights[table.TypeOf[copy]]);

    /// <summary>Tries longer once as many groups as there are bins have saved none.</summary>
    private void Adapt(bool saved, int groups)
    {
        groupsWithoutGain = saved ? 0 : groupsWithoutGain + groups;
        if (groupsWithoutGain > bins.Count / 2)
        {
            (patience, groupsWithoutGain) = (Math.Min(2 * patience, Tuning.MostEjectionsWithoutGain), 0);
        }
    }

    private void Set(int bin, int[] copies)
    {
        bins[bin] = copies;
        weights[bin] = Weight(copies);
    }

    /// <summary>Takes bins out that hold nothing, and says whether there were any.</summary>
    private bool RemoveEmpty()
    {
        var before = bins.Count;
        for (var bin = bins.Count - 1; bin >= 0; bin--)
        {
            if (bins[bin].Length == 0)
            {
                Set(bin, bins[^1]);
                bins.RemoveAt(bins.Count - 1);
                weights.RemoveAt(bins.Count);
            }
        }

        if (bins.Count == before)
        {
            return false;
        }

        incumbent.Tell(bins.Count);
        return true;
    }

    private Packed AsPacked()
    {
        var binOf = new int[table.Copies];
        for (var bin = 0; bin < bins.Count; bin++)
        {
            foreach (var copy in bins[bin])
            {
                binOf[copy] = bin;
            }
        }

        return new Packed(binOf, bins.Count);
    }

    private static List<int[]> Lists(Packed packed)
    {
        var lists = Enumerable.Range(0, packed.Bins).Select(_ => new List<int>()).ToArray();
        for (var copy = 0; copy < packed.BinOf.Length; copy++)
        {
            lists[packed.BinOf[copy]].Add(copy);
        }

        return [.. lists.Select(list => list.ToArray())];
    }
}
