namespace CostPlanner.Placement;

/// <summary>Places items largest first, each where most room is left: loads come out even, which failover needs.</summary>
/// <remarks>Where an item fits nowhere, one other item is moved out of its way, if that helps.</remarks>
internal static class Spread
{
    /// <summary>A packing on the first servers, with what could not be placed lying nowhere.</summary>
    public static Packing Pack(PackingProblem problem, int servers)
    {
        var packing = new Packing(problem, servers);
        Place(problem, packing, Enumerable.Range(0, problem.Items.Length));
        return packing;
    }

    /// <summary>Places those items into what is there; true when all of them found a place.</summary>
    public static bool Place(PackingProblem problem, Packing packing, IEnumerable<int> items)
    {
        var all = true;
        foreach (var item in LargestFirst(problem, items))
        {
            all &= PlaceOne(packing, item) || MakeRoom(packing, item);
        }

        return all;
    }

    /// <summary>The items, the largest first; equal ones in their own order.</summary>
    public static IEnumerable<int> LargestFirst(PackingProblem problem, IEnumerable<int> items) =>
        items.OrderByDescending(problem.WeightOf).ThenBy(item => item);

    /// <summary>Places one item where most room is left; false when it fits nowhere as things lie.</summary>
    public static bool PlaceOne(Packing packing, int item)
    {
        var best = Roomiest(packing, item, except: Packing.Nowhere);
        if (best == Packing.Nowhere)
        {
            return false;
        }

        packing.Put(item, best);
        return true;
    }

    private static int Roomiest(Packing packing, int item, int except)
    {
        var best = Packing.Nowhere;
        double? most = null;
        for (var server = 0; server < packing.ServerCount; server++)
        {
            if (server != except && packing.Fits(item, server) && packing.RoomAfter(item, server) is var room && (most is null || room > most))
            {
                (best, most) = (server, room);
            }
        }

        return best;
    }

    private static bool MakeRoom(Packing packing, int item)
    {
        for (var server = 0; server < packing.ServerCount; server++)
        {
            foreach (var other in packing.ItemsOn(server))
            {
                if (packing.Fits(item, server, without: other)
                    && Roomiest(packing, other, except: server) is var elsewhere
                    && elsewhere != Packing.Nowhere)
                {
                    packing.Remove(other);
                    packing.Put(other, elsewhere);
                    packing.Put(item, server);
                    return true;
                }
            }
        }

        return false;
    }
}
