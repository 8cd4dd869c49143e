namespace CostPlanner.Placement;

/// <summary>A packing in the making: which item lies on which of the first servers, and what is left on each.</summary>
internal sealed class Packing
{
    /// <summary>The place of an item that lies nowhere.</summary>
    public const int Nowhere = -1;

    private readonly PackingProblem problem;
    private readonly long[] free;
    private readonly int[] place;
    private readonly List<int>[] items;
    private readonly bool[] groupHere;
    private readonly bool[] closed;

    public Packing(PackingProblem problem, int servers)
    {
        this.problem = problem;
        ServerCount = servers;
        free = new long[servers * PackingProblem.Dimensions];
        place = new int[problem.Items.Length];
        Array.Fill(place, Nowhere);
        items = new List<int>[servers];
        groupHere = new bool[servers * problem.GroupNames.Length];
        closed = new bool[servers];
        for (var server = 0; server < servers; server++)
        {
            items[server] = [];
            problem.CapacityOf(server).CopyTo(FreeOn(server));
        }
    }

    private Packing(Packing other)
    {
        problem = other.problem;
        ServerCount = other.ServerCount;
        free = [.. other.free];
        place = [.. other.place];
        items = [.. other.items.Select(list => new List<int>(list))];
        groupHere = [.. other.groupHere];
        closed = [.. other.closed];
    }

    /// <summary>How many servers are in use, from the first.</summary>
    public int ServerCount { get; }

    /// <summary>The server of an item, or <see cref="Nowhere"/>.</summary>
    public int PlaceOf(int item) => place[item];

    /// <summary>The items on a server.</summary>
    public IReadOnlyList<int> ItemsOn(int server) => items[server];

    /// <summary>What is left on a server.</summary>
    public Span<long> FreeOn(int server) => free.AsSpan(server * PackingProblem.Dimensions, PackingProblem.Dimensions);

    /// <summary>A copy that can be changed without changing this one.</summary>
    public Packing Copy() => new(this);

    /// <summary>Takes a server away: its items lie nowhere, and none is placed on it again. Returns those items.</summary>
    public List<int> Close(int server)
    {
        var lost = new List<int>(items[server]);
        foreach (var item in lost)
        {
            Remove(item);
        }

        closed[server] = true;
        return lost;
    }

    /// <summary>Brings a server back with the items that it had.</summary>
    public void Reopen(int server, IEnumerable<int> had)
    {
        closed[server] = false;
        foreach (var item in had)
        {
            Put(item, server);
        }
    }

    public bool Fits(int item, int server) => Fits(item, server, without: Nowhere);

    /// <summary>Whether the item fits on the server once another item has left it.</summary>
    public bool Fits(int item, int server, int without)
    {
        if (closed[server] || problem.WidthOf(item) > problem.Servers[server].Threads)
        {
            return false;
        }

        var size = problem.SizeOf(item);
        var left = FreeOn(server);
        for (var d = 0; d < size.Length; d++)
        {
            var given = without == Nowhere ? 0 : problem.SizeOf(without)[d];
            if (size[d] > left[d] + given)
            {
                return false;
            }
        }

        foreach (var group in problem.Groups[item])
        {
            var leaves = without != Nowhere && problem.Groups[without].Contains(group);
            if (!leaves && groupHere[(server * problem.GroupNames.Length) + group])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first server that takes the item, tried in turn from a given one; nowhere when none does.</summary>
    public int FirstFit(int item, int from)
    {
        for (var step = 0; step < ServerCount; step++)
        {
            var server = (from + step) % ServerCount;
            if (Fits(item, server))
            {
                return server;
            }
        }

        return Nowhere;
    }

    /// <summary>The server, but for one, on which the largest share of its scarcest dimension is left once the item is there; nowhere when none takes it.</summary>
    public int Roomiest(int item, int except)
    {
        var best = Nowhere;
        double? most = null;
        for (var server = 0; server < ServerCount; server++)
        {
            if (server != except && Fits(item, server) && RoomAfter(item, server) is var room && (most is null || room > most))
            {
                (best, most) = (server, room);
            }
        }

        return best;
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

    public void Put(int item, int server)
    {
        Shift(item, server, put: true);
        items[server].Add(item);
        place[item] = server;
    }

    public void Remove(int item)
    {
        var server = place[item];
        Shift(item, server, put: false);
        items[server].Remove(item);
        place[item] = Nowhere;
    }

    private void Shift(int item, int server, bool put)
    {
        var size = problem.SizeOf(item);
        var left = FreeOn(server);
        for (var d = 0; d < size.Length; d++)
        {
            left[d] += put ? -size[d] : size[d];
        }

        foreach (var group in problem.Groups[item])
        {
            groupHere[(server * problem.GroupNames.Length) + group] = put;
        }
    }
}
