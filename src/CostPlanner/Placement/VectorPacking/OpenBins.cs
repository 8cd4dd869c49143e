using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Bins and what is left in each, in blocks of eight that the processor compares at once.</summary>
/// <remarks>
/// A block holds eight bins, dimension after dimension. Eight on every machine, so that the same seed gives the same plan anywhere.
/// Places of a block without a bin have -1 left, so that nothing fits there.
/// </remarks>
internal sealed class OpenBins
{
    private static readonly int Lanes = Vector256<float>.Count;
    private static readonly Vector256<float> None = Vector256.Create(-1f);

    private readonly ItemTable table;
    private readonly int dimensions;
    private readonly Vector256<float>[] need;
    private readonly Vector256<float>[] weight;
    private readonly GroupUse? groups;
    private float[] free;

    public OpenBins(ItemTable table, int bins)
    {
        this.table = table;
        dimensions = table.Dimensions;
        need = new Vector256<float>[dimensions];
        weight = [.. table.Scarcity.Select(each => Vector256.Create(each))];
        groups = table.Groups is null ? null : new GroupUse(table.GroupLimits);
        free = new float[BlocksFor(bins) * Lanes * dimensions];
        Array.Fill(free, -1f);
        for (var bin = 0; bin < bins; bin++)
        {
            Open();
        }
    }

    /// <summary>How many bins are open.</summary>
    public int Count { get; private set; }

    /// <summary>How many blocks they fill.</summary>
    public int Blocks => BlocksFor(Count);

    /// <summary>Bins in a block.</summary>
    public static int BlockSize => Lanes;

    /// <summary>Opens one more, empty bin that holds what the table says.</summary>
    public int Open() => Open(table.Capacity);

    /// <summary>Opens one more, empty bin that holds so much.</summary>
    public int Open(int[] capacity)
    {
        var bin = Count++;
        if (Blocks * Lanes * dimensions > free.Length)
        {
            var old = free.Length;
            Array.Resize(ref free, 2 * Math.Max(old, Lanes * dimensions));
            Array.Fill(free, -1f, old, free.Length - old);
        }

        for (var d = 0; d < dimensions; d++)
        {
            free[At(bin, d)] = capacity[d];
        }

        return bin;
    }

    /// <summary>Whether a copy of the type fits into the bin.</summary>
    public bool HasRoom(int bin, int type)
    {
        var size = table.SizeOf(type);
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > free[At(bin, d)])
            {
                return false;
            }
        }

        return groups is null || groups.Allows(bin, table.GroupsOf(type));
    }

    /// <summary>The first bin from there on that a copy of the type fits into, or <see cref="Packed.Nowhere"/>.</summary>
    public int FirstFrom(int bin, int type)
    {
        SetNeed(type);
        for (var block = bin / Lanes; block < Blocks; block++)
        {
            var fits = Fits(block, out _).ExtractMostSignificantBits();
            if (block == bin / Lanes)
            {
                fits = fits >> (bin % Lanes) << (bin % Lanes);
            }

            for (; fits != 0; fits &= fits - 1)
            {
                var found = (block * Lanes) + BitOperations.TrailingZeroCount(fits);
                if (groups is null || groups.Allows(found, table.GroupsOf(type)))
                {
                    return found;
                }
            }
        }

        return Packed.Nowhere;
    }

    /// <summary>Of the bins of those blocks that the type fits into, the one with the most weighted room, or <see cref="Packed.Nowhere"/>.</summary>
    public int Roomiest(int fromBlock, int blocks, int type)
    {
        SetNeed(type);
        if (groups is not null && table.GroupsOf(type).Length > 0)
        {
            return RoomiestAllowed(fromBlock, blocks, type);
        }

        var best = None;
        var at = Vector256<int>.Zero;
        for (var block = fromBlock; block < fromBlock + blocks; block++)
        {
            var fits = Fits(block, out var room);
            room = Vector256.ConditionalSelect(fits, room, None);
            var more = Vector256.GreaterThan(room, best);
            best = Vector256.ConditionalSelect(more, room, best);
            at = Vector256.ConditionalSelect(more.AsInt32(), Vector256.Create(block), at);
        }

        var lane = 0;
        for (var each = 1; each < Lanes; each++)
        {
            lane = best.GetElement(each) > best.GetElement(lane) ? each : lane;
        }

        return best.GetElement(lane) < 0 ? Packed.Nowhere : (at.GetElement(lane) * Lanes) + lane;
    }

    /// <summary>Puts as many copies of the type into the bin as fit and are asked for, and says how many.</summary>
    public int Put(int bin, int type, int copies)
    {
        var size = table.SizeOf(type);
        for (var d = 0; d < size.Length && copies > 1; d++)
        {
            copies = size[d] == 0 ? copies : Math.Min(copies, (int)free[At(bin, d)] / size[d]);
        }

        if (groups is not null)
        {
            copies = groups.RoomFor(bin, table.GroupsOf(type), copies);
            groups.Add(bin, table.GroupsOf(type), copies);
        }

        for (var d = 0; d < size.Length; d++)
        {
            free[At(bin, d)] -= copies * size[d];
        }

        return copies;
    }

    private static int BlocksFor(int bins) => (bins + Lanes - 1) / Lanes;

    private int At(int bin, int d) => (((bin / Lanes * dimensions) + d) * Lanes) + (bin % Lanes);

    private void SetNeed(int type)
    {
        var size = table.SizeOf(type);
        for (var d = 0; d < size.Length; d++)
        {
            need[d] = Vector256.Create((float)size[d]);
        }
    }

    private Vector256<float> Fits(int block, out Vector256<float> room)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(free);
        var offset = (nuint)(block * dimensions * Lanes);
        var left = Vector256.LoadUnsafe(ref start, offset);
        var fits = Vector256.GreaterThanOrEqual(left, need[0]);
        room = left * weight[0];
        for (var d = 1; d < need.Length; d++)
        {
            left = Vector256.LoadUnsafe(ref start, offset + (nuint)(d * Lanes));
            fits &= Vector256.GreaterThanOrEqual(left, need[d]);
            room += left * weight[d];
        }

        return fits;
    }

    private int RoomiestAllowed(int fromBlock, int blocks, int type)
    {
        var (found, most) = (Packed.Nowhere, -1f);
        for (var block = fromBlock; block < fromBlock + blocks; block++)
        {
            for (var fits = Fits(block, out var room).ExtractMostSignificantBits(); fits != 0; fits &= fits - 1)
            {
                var lane = BitOperations.TrailingZeroCount(fits);
                var bin = (block * Lanes) + lane;
                if (room.GetElement(lane) > most && groups!.Allows(bin, table.GroupsOf(type)))
                {
                    (found, most) = (bin, room.GetElement(lane));
                }
            }
        }

        return found;
    }
}
