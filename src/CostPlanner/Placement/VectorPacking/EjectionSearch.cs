using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Finds places in bins for items that have none: such an item takes the place of one or two others, which then look for one.</summary>
/// <remarks>
/// After Buljubasic and Vasquez, Consistent neighborhood search for one-dimensional bin packing and two-dimensional vector packing, 2016: the lightest
/// ejection is taken, and what was just placed stays for a while, so that the search does not go in circles.
/// </remarks>
internal sealed class EjectionSearch(ItemTable table)
{
    private readonly EjectionGroup group = new(table);
    private int[] staysUntil = [];
    private int now;

    /// <summary>The group as the search left it.</summary>
    public EjectionGroup Group => group;

    /// <summary>Looks at an item or a bin since the group was loaded.</summary>
    public long Looks { get; private set; }

    /// <summary>Takes bins, each a list of copies, to empty the last one into the others.</summary>
    public void Load(ReadOnlySpan<int[]> bins) => Load(bins[..^1], bins[^1], null);

    /// <summary>Takes bins, each a list of copies, copies to find places for in them, and what each bin holds where that differs.</summary>
    public void Load(ReadOnlySpan<int[]> bins, ReadOnlySpan<int> homeless, IReadOnlyList<int[]>? capacities)
    {
        group.Load(bins, homeless, capacities);
        staysUntil = staysUntil.Length >= group.Items ? staysUntil : new int[group.Items];
        staysUntil.AsSpan().Clear();
        (now, Looks) = (0, 0);
    }

    /// <summary>Goes on until every item has a place, so many ejections were done, so many in a row gained nothing, or the search is called off.</summary>
    public void Run(int ejections, int withoutGain, ref SplitMix random, Func<bool> isCalledOff)
    {
        var end = now + ejections;
        var lastGain = now;
        while (group.Unplaced.Count > 0 && now < end && now - lastGain < withoutGain)
        {
            now++;
            if ((now & (Tuning.EjectionsBetweenStops - 1)) == 0 && isCalledOff())
            {
                return;
            }

            Step(ref random);
            lastGain = group.KeepIfLighter() ? now : lastGain;
            if ((now & (Tuning.EjectionsBetweenSwaps - 1)) == 0)
            {
                Swap(ref random);
            }
        }
    }

    private void Step(ref SplitMix random)
    {
        var index = random.Below(group.Unplaced.Count);
        var item = group.Unplaced[index];
        var move = BestMove(item, ref random);
        if (move.Bin == Packed.Nowhere)
        {
            var bin = random.Below(group.Bins);
            if (group.CountOf(bin) > 0)
            {
                group.Eject(bin, random.Below(group.CountOf(bin)));
            }

            return;
        }

        group.TakeHome(index);
        // The later place first, so that the earlier one still holds.
        if (Math.Max(move.One, move.Other) is var later and not Packed.Nowhere)
        {
            group.Eject(move.Bin, later);
        }

        if (Math.Min(move.One, move.Other) is var earlier and not Packed.Nowhere)
        {
            group.Eject(move.Bin, earlier);
        }

        group.Put(item, move.Bin);
        staysUntil[item] = now + Tuning.Tenure + random.Below(Tuning.TenureSpread) + group.Unplaced.Count;
    }

    private Move BestMove(int item, ref SplitMix random)
    {
        Span<Vector128<int>> need = stackalloc Vector128<int>[group.Chunks];
        var best = new Move { Weight = Tuning.BeyondAnySize };
        var bins = group.Bins;
        var bin = random.Below(bins);
        for (var x = 0; x < bins; x++)
        {
            bin = bin + 1 == bins ? 0 : bin + 1;
            Looks++;
            var isFull = group.BlocksGroup(item, bin);
            if (!group.Need(item, bin, need) && !isFull)
            {
                return new Move { Bin = bin };
            }

            if (isFull)
            {
                TryReleasing(item, bin, need, ref best);
            }
            else
            {
                TryBin(item, bin, need, ref best, ref random);
            }
        }

        return best;
    }

    private void TryBin(int item, int bin, ReadOnlySpan<Vector128<int>> need, ref Move best, ref SplitMix random)
    {
        var members = group.MembersOf(bin);
        Looks += members.Length;
        var weights = group.Weights;
        var weight = weights[item];
        var (all, offset) = members.Length <= Tuning.ItemsForAllPairs ? (true, 0) : (false, random.Below(members.Length));
        for (var a = 0; a < members.Length; a++)
        {
            var one = members[a];
            var delta = weights[one] - weight;
            if (delta > best.Weight || staysUntil[one] > now)
            {
                continue;
            }

            if (group.Covers(one, need))
            {
                best.Take(bin, a, Packed.Nowhere, delta, ref random);
                continue;
            }

            var partner = all ? a + 1 : (a + offset) % members.Length;
            var last = all ? members.Length : Math.Min(members.Length, partner + 2);
            for (; partner < last; partner++)
            {
                var other = members[partner];
                var together = delta + weights[other];
                if (together < best.Weight && partner != a && staysUntil[other] <= now && group.Covers(one, other, need))
                {
                    best.Take(bin, a, partner, together, ref random);
                }
            }
        }
    }

    /// <summary>Where a group of the item is full already, only a member of it can make room.</summary>
    private void TryReleasing(int item, int bin, ReadOnlySpan<Vector128<int>> need, ref Move best)
    {
        var members = group.MembersOf(bin);
        for (var a = 0; a < members.Length; a++)
        {
            var delta = group.Weights[members[a]] - group.Weights[item];
            if (delta < best.Weight && staysUntil[members[a]] <= now && group.Releases(members[a], item, bin) && group.Covers(members[a], need))
            {
                best = new Move { Bin = bin, One = a, Weight = delta };
            }
        }
    }

    /// <summary>Exchanges items between bins at random, where both fit, so that the search sees other mixes.</summary>
    private void Swap(ref SplitMix random)
    {
        for (var attempt = 0; attempt < Tuning.Swaps && group.Bins > 1; attempt++)
        {
            var (one, other) = (random.Below(group.Bins), random.Below(group.Bins));
            if (one != other && group.CountOf(one) > 0 && group.CountOf(other) > 0)
            {
                group.SwapIfFits(one, random.Below(group.CountOf(one)), other, random.Below(group.CountOf(other)));
            }
        }
    }

    /// <summary>Where an item goes and which places of that bin it empties for it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Move
    {
        private int ties;

        public Move()
        {
        }

        public int Bin { get; init; } = Packed.Nowhere;

        public int One { get; init; } = Packed.Nowhere;

        public int Other { get; init; } = Packed.Nowhere;

        /// <summary>What is ejected less what is placed.</summary>
        public float Weight { get; init; }

        public void Take(int bin, int one, int other, float weight, ref SplitMix random)
        {
            if (weight < Weight)
            {
                this = new Move { Bin = bin, One = one, Other = other, Weight = weight, ties = 1 };
            }
            else if (random.Below(++ties) == 0)
            {
                this = new Move { Bin = bin, One = one, Other = other, Weight = weight, ties = ties };
            }
        }
    }
}
