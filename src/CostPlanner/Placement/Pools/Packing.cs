using System.Numerics;
using System.Runtime.InteropServices;

namespace CostPlanner.Placement.Pools;

/// <summary>A packing in the making: which item lies on which server, and what is left on each.</summary>
internal sealed class Packing
{
    /// <summary>The place of an item that lies nowhere.</summary>
    public const int Nowhere = VectorPacking.Packed.Nowhere;

    private readonly PackingProblem problem;
    private readonly int dimensions;
    private readonly int[] free;
    private readonly int[] place;
    private readonly List<int>[] items;
    private readonly int[] inGroup;
    private readonly bool[] closed;

    public Packing(PackingProblem problem)
    {
        this.problem = problem;
        dimensions = problem.Dimensions;
        free = new int[problem.Servers.Length * dimensions];
        place = new int[problem.Items.Length];
        place.AsSpan().Fill(Nowhere);
        items = [.. problem.Servers.Select(_ => new List<int>())];
        inGroup = new int[problem.Servers.Length * problem.Groups.Length];
        closed = new bool[problem.Servers.Length];
        for (var server = 0; server < items.Length; server++)
        {
            problem.CapacityOf(server).CopyTo(free.AsSpan(server * dimensions, dimensions));
        }
    }

    /// <summary>The packing that a list of places gives.</summary>
    public Packing(PackingProblem problem, ReadOnlySpan<int> places)
        : this(problem)
    {
        for (var item = 0; item < places.Length; item++)
        {
            if (places[item] != Nowhere)
            {
                Put(item, places[item]);
            }
        }
    }

    /// <summary>The problem it belongs to.</summary>
    public PackingProblem Problem => problem;

    /// <summary>The server of each item, or <see cref="Nowhere"/>.</summary>
    public ReadOnlySpan<int> Places => place;

    /// <summary>The items without a place.</summary>
    public IEnumerable<int> Unplaced => Enumerable.Range(0, place.Length).Where(item => place[item] == Nowhere);

    /// <summary>The items on a server.</summary>
    public IReadOnlyList<int> ItemsOn(int server) => items[server];

    /// <summary>What is left on a server.</summary>
    public ReadOnlySpan<int> FreeOn(int server) => free.AsSpan(server * dimensions, dimensions);

    /// <summary>Takes a server away: its items lie nowhere, and none is placed on it again. Returns those items.</summary>
    public List<int> Close(int server)
    {
        var lost = new List<int>(items[server]);
        lost.ForEach(Remove);
        closed[server] = true;
        return lost;
    }

    /// <summary>Brings a server back with the items that it had.</summary>
    public void Reopen(int server, List<int> had)
    {
        closed[server] = false;
        had.ForEach(item => Put(item, server));
    }

    /// <summary>Whether the item fits on the server as it is.</summary>
    public bool Fits(int item, int server)
    {
        if (closed[server])
        {
            return false;
        }

        var size = problem.SizeOf(item);
        var left = FreeOn(server);
        var d = 0;
        for (var last = size.Length - Vector<int>.Count; d <= last; d += Vector<int>.Count)
        {
            if (Vector.GreaterThanAny(Vector.LoadUnsafe(in size[d]), Vector.LoadUnsafe(in left[d])))
            {
                return false;
            }
        }

        for (; d < size.Length; d++)
        {
            if (size[d] > left[d])
            {
                return false;
            }
        }

        foreach (var group in problem.GroupsOf[item])
        {
            if (inGroup[(server * problem.Groups.Length) + group] >= problem.Groups[group].AtMost)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first server that takes the item, tried in turn from a given one; nowhere when none does.</summary>
    public int FirstFit(int item, int from)
    {
        for (var step = 0; step < items.Length; step++)
        {
            var server = (from + step) % items.Length;
            if (Fits(item, server))
            {
                return server;
            }
        }

        return Nowhere;
    }

    /// <summary>The server on which the largest share of its scarcest axis is left once the item is there; nowhere when none takes it.</summary>
    public int Roomiest(int item)
    {
        var best = Nowhere;
        double? most = null;
        for (var server = 0; server < items.Length; server++)
        {
            if (Fits(item, server) && RoomAfter(item, server) is var room && (most is null || room > most))
            {
                (best, most) = (server, room);
            }
        }

        return best;
    }

    /// <summary>Places the items, the hardest first, each where most room is left, which makes loads even; false when some found no place.</summary>
    public bool Spread(IEnumerable<int> toPlace)
    {
        var all = true;
        foreach (var item in toPlace.OrderByDescending(problem.WeightOf).ThenBy(item => item))
        {
            if (Roomiest(item) is var server and not Nowhere)
            {
                Put(item, server);
            }
            else
            {
                all = false;
            }
        }

        return all;
    }

    public void Put(int item, int server)
    {
        Shift(item, server, -1);
        items[server].Add(item);
        place[item] = server;
    }

    public void Remove(int item)
    {
        var server = place[item];
        Shift(item, server, 1);
        items[server].Remove(item);
        place[item] = Nowhere;
    }

    private double RoomAfter(int item, int server)
    {
        var size = problem.SizeOf(item);
        var left = FreeOn(server);
        var perUnit = problem.PerUnitOf(server);
        var room = 1.0;
        for (var d = 0; d < size.Length; d++)
        {
            if (perUnit[d] > 0)
            {
                room = Math.Min(room, (left[d] - size[d]) * perUnit[d]);
            }
        }

        return room;
    }

    private void Shift(int item, int server, int sign)
    {
        var size = problem.SizeOf(item);
        var left = MemoryMarshal.CreateSpan(ref free[server * dimensions], dimensions);
        for (var d = 0; d < size.Length; d++)
        {
            left[d] += sign * size[d];
        }

        foreach (var group in problem.GroupsOf[item])
        {
            inGroup[(server * problem.Groups.Length) + group] -= sign;
        }
    }
}
