using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>
/// Fills one bin after the other with the item whose sizes point most in the direction of what is left, weighted by what remains to be packed.
/// </summary>
/// <remarks>
/// The dot product of Panigrahy and others (2011) in the bin-centric form, with weights from the remaining items; only the heaviest item of
/// each bucket of like items is scored. It knows no groups: tables with groups go another way.
/// </remarks>
internal sealed class BucketDot
{
    private static readonly int Lanes = Vector256<float>.Count;

    private readonly ItemTable table;
    private readonly Buckets buckets;
    private readonly int[] head;
    private readonly int[] taken;
    private readonly float[] sizes;
    private readonly double[] remaining;
    private readonly int[] room;
    private readonly float[] worth;
    private int left;

    private BucketDot(ItemTable table)
    {
        this.table = table;
        buckets = Buckets.Of(table);
        head = buckets.Start[..^1];
        taken = new int[table.Types];
        sizes = new float[(buckets.Count + Lanes - 1) / Lanes * Lanes * table.Dimensions];
        Array.Fill(sizes, Tuning.BeyondAnySize);
        remaining = [.. table.Demand.Select(each => (double)each)];
        room = new int[table.Dimensions];
        worth = new float[table.Dimensions];
        left = table.Copies;
        for (var bucket = 0; bucket < buckets.Count; bucket++)
        {
            Show(bucket);
        }
    }

    public static Packed Pack(ItemTable table) => new BucketDot(table).Fill();

    private Packed Fill()
    {
        var binOf = new int[table.Copies];
        var bins = 0;
        while (left > 0)
        {
            table.Capacity.CopyTo(room.AsSpan());
            for (var bucket = Best(); bucket != Packed.Nowhere; bucket = left == 0 ? Packed.Nowhere : Best())
            {
                var type = buckets.Types[head[bucket]];
                binOf[table.First[type] + taken[type]++] = bins;
                Remove(type);
                Show(bucket);
            }

            bins++;
        }

        return new Packed(binOf, bins);
    }

    private void Remove(int type)
    {
        left--;
        var size = table.SizeOf(type);
        for (var d = 0; d < size.Length; d++)
        {
            room[d] -= size[d];
            remaining[d] -= size[d];
        }
    }

    /// <summary>Puts the bucket's heaviest item that is left where it is scored.</summary>
    private void Show(int bucket)
    {
        while (head[bucket] < buckets.Start[bucket + 1] && taken[buckets.Types[head[bucket]]] == table.Counts[buckets.Types[head[bucket]]])
        {
            head[bucket]++;
        }

        var isEmpty = head[bucket] == buckets.Start[bucket + 1];
        for (var d = 0; d < table.Dimensions; d++)
        {
            var at = (((bucket / Lanes * table.Dimensions) + d) * Lanes) + (bucket % Lanes);
            sizes[at] = isEmpty ? Tuning.BeyondAnySize : table.SizeOf(buckets.Types[head[bucket]])[d];
        }
    }

    /// <summary>The bucket whose head fits and scores highest, or <see cref="Packed.Nowhere"/>.</summary>
    private int Best()
    {
        for (var d = 0; d < worth.Length; d++)
        {
            double capacity = table.Capacity[d];
            worth[d] = capacity == 0 ? 0 : (float)(remaining[d] / left / capacity / capacity * room[d] / capacity);
        }

        var none = Vector256.Create(-1f);
        var best = none;
        var at = Vector256<int>.Zero;
        for (int offset = 0, block = 0; offset < sizes.Length; offset += Lanes * table.Dimensions, block++)
        {
            var fits = Vector256<float>.AllBitsSet;
            var score = Vector256<float>.Zero;
            for (var d = 0; d < worth.Length; d++)
            {
                var size = Vector256.LoadUnsafe(ref sizes[offset + (d * Lanes)]);
                fits &= Vector256.LessThanOrEqual(size, Vector256.Create((float)room[d]));
                score += size * worth[d];
            }

            score = Vector256.ConditionalSelect(fits, score, none);
            var more = Vector256.GreaterThan(score, best);
            best = Vector256.ConditionalSelect(more, score, best);
            at = Vector256.ConditionalSelect(more.AsInt32(), Vector256.Create(block), at);
        }

        var lane = 0;
        for (var each = 1; each < Lanes; each++)
        {
            lane = best.GetElement(each) > best.GetElement(lane) ? each : lane;
        }

        return best.GetElement(lane) < 0 ? Packed.Nowhere : (at.GetElement(lane) * Lanes) + lane;
    }
}
