using CostPlanner.Model;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>Bins of several kinds with prices, the copies in them, and a way back to the last state that was settled.</summary>
/// <remarks>Used bins are undone in the reverse order in which they were emptied and opened, so that a step back restores them exactly.</remarks>
internal sealed class PricedBins
{
    private readonly ItemTable table;
    private readonly Stack<int>[] unused;
    private readonly int[] place;
    private readonly GroupUse? groups;
    private readonly List<int> emptied = [];
    private readonly List<int> opened = [];
    private readonly List<(int Copy, int Bin)> moved = [];
    private double settledCost;

    public PricedBins(PackingInstance instance, ItemTable table)
    {
        this.table = table;
        Prices = [.. instance.Bins.Select(bin => (double)bin.Price)];
        Capacities = [.. instance.Bins.Select(bin => bin.Capacity.ToArray())];
        CapacityWeights = [.. Capacities.Select(capacity => capacity.Select((each, d) => (double)each * table.Scarcity[d]).Sum())];
        Kinds = [.. instance.Bins.SelectMany((bin, kind) => Enumerable.Repeat(kind, Math.Min(bin.Available ?? table.Copies, table.Copies)))];
        unused = [.. Prices.Select(_ => new Stack<int>())];
        for (var bin = Kinds.Length - 1; bin >= 0; bin--)
        {
            unused[Kinds[bin]].Push(bin);
        }

        Rooms = new RoomBlocks(table.Scarcity, Kinds.Length);
        place = new int[Kinds.Length];
        Members = [.. Kinds.Select(_ => new List<int>())];
        BinOf = new int[table.Copies];
        BinOf.AsSpan().Fill(Packed.Nowhere);
        groups = table.Groups is null ? null : new GroupUse(table.GroupLimits);
    }

    public double[] Prices { get; }

    public int[][] Capacities { get; }

    /// <summary>What a bin of each kind holds, weighted.</summary>
    public double[] CapacityWeights { get; }

    /// <summary>The kind of each bin offered.</summary>
    public int[] Kinds { get; }

    /// <summary>The bins in use, in no order.</summary>
    public List<int> Used { get; } = [];

    public List<int>[] Members { get; }

    /// <summary>The bin of each copy, or <see cref="Packed.Nowhere"/>.</summary>
    public int[] BinOf { get; }

    /// <summary>The sum of the prices of the bins in use.</summary>
    public double Cost { get; private set; }

    /// <summary>What is left in the bins in use, in the order of <see cref="Used"/>.</summary>
    public RoomBlocks Rooms { get; }

    public bool HasUnused(int kind) => unused[kind].Count > 0;

    /// <summary>Whether a bin of the kind was emptied since the last state that was settled.</summary>
    public bool WasEmptied(int kind)
    {
        foreach (var bin in emptied)
        {
            if (Kinds[bin] == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the groups of the copy let it into the bin at that place; null where it is in none.</summary>
    public Func<int, bool>? AllowedAt(int copy) => groups is null || table.GroupsOf(table.TypeOf[copy]).Length == 0
        ? null
        : at => groups.Allows(Used[at], table.GroupsOf(table.TypeOf[copy]));

    /// <summary>Opens an empty bin of the kind.</summary>
    public int Open(int kind)
    {
        var bin = Use(kind);
        opened.Add(bin);
        return bin;
    }

    /// <summary>Takes all copies out of a bin and adds them to the list.</summary>
    public void Empty(int bin, List<int> homeless)
    {
        for (var last = Members[bin].Count - 1; last >= 0; last--)
        {
            homeless.Add(Members[bin][last]);
            Remove(Members[bin][last], last);
        }
    }

    /// <summary>Takes a copy out; a bin left empty is no longer used.</summary>
    public void Remove(int copy) => Remove(copy, Members[BinOf[copy]].IndexOf(copy));

    public void Put(int copy, int bin)
    {
        Members[bin].Add(copy);
        BinOf[copy] = bin;
        Shift(copy, bin, -1);
    }

    /// <summary>Makes the present state the one to go back to.</summary>
    public void Settle()
    {
        emptied.Clear();
        opened.Clear();
        moved.Clear();
        settledCost = Cost;
    }

    /// <summary>Goes back to the state last settled.</summary>
    public void Undo()
    {
        foreach (var (copy, _) in moved)
        {
            if (BinOf[copy] is var bin and not Packed.Nowhere)
            {
                Members[bin].Remove(copy);
                BinOf[copy] = Packed.Nowhere;
                Shift(copy, bin, 1);
            }
        }

        for (var x = opened.Count - 1; x >= 0; x--)
        {
            Leave(opened[x]);
        }

        for (var x = emptied.Count - 1; x >= 0; x--)
        {
            Use(Kinds[emptied[x]]);
        }

        foreach (var (copy, bin) in moved)
        {
            Put(copy, bin);
        }

        Cost = settledCost;
        Settle();
    }

    private void Remove(int copy, int index)
    {
        var bin = BinOf[copy];
        Members[bin][index] = Members[bin][^1];
        Members[bin].RemoveAt(Members[bin].Count - 1);
        BinOf[copy] = Packed.Nowhere;
        Shift(copy, bin, 1);
        moved.Add((copy, bin));
        if (Members[bin].Count == 0)
        {
            Leave(bin);
            emptied.Add(bin);
        }
    }

    private int Use(int kind)
    {
        var bin = unused[kind].Pop();
        Rooms.Set(Used.Count, Capacities[kind]);
        place[bin] = Used.Count;
        Used.Add(bin);
        Cost += Prices[kind];
        return bin;
    }

    private void Leave(int bin)
    {
        unused[Kinds[bin]].Push(bin);
        Used[place[bin]] = Used[^1];
        place[Used[^1]] = place[bin];
        Rooms.Move(Used.Count - 1, place[bin]);
        Used.RemoveAt(Used.Count - 1);
        Cost -= Prices[Kinds[bin]];
    }

    private void Shift(int copy, int bin, int sign)
    {
        var type = table.TypeOf[copy];
        Rooms.Shift(place[bin], table.SizeOf(type), sign);
        groups?.Add(bin, table.GroupsOf(type), -sign);
    }
}
