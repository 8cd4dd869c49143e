namespace CostPlanner.Placement;

/// <summary>Places items largest first, each where most room is left: loads come out even, which failover needs.</summary>
/// <remarks>Where an item fits nowhere, one other item is moved out of its way, if that helps.</remarks>
internal static class Spread
{
    /// <summary>A packing on the first servers, with what could not be placed lying nowhere; and whether all was placed.</summary>
    public static (Packing Packing, bool Complete) Pack(PackingProblem problem, int servers, bool giveUp)
    {
        var packing = new Packing(problem, servers);
        return (packing, Place(problem, packing, Enumerable.Range(0, problem.Items.Length), giveUp));
    }

    /// <summary>Places those items into what is there; true when all of them found a place.</summary>
    /// <param name="problem">The items and servers.</param>
    /// <param name="packing">What is there.</param>
    /// <param name="items">The items to place.</param>
    /// <param name="giveUp">Whether to stop at the first item without a place.</param>
    public static bool Place(PackingProblem problem, Packing packing, IEnumerable<int> items, bool giveUp)
    {
        var all = true;
        foreach (var item in LargestFirst(problem, items))
        {
            all &= PlaceOne(packing, item) || MakeRoom(packing, item);
            if (giveUp && !all)
            {
                return false;
            }
        }

        return all;
    }

    /// <summary>The items, the largest first; equal ones in their own order.</summary>
    public static IEnumerable<int> LargestFirst(PackingProblem problem, IEnumerable<int> items) =>
        items.OrderByDescending(problem.WeightOf).ThenBy(item => item);

    private static bool PlaceOne(Packing packing, int item)
    {
        var best = packing.Roomiest(item, except: Packing.Nowhere);
        if (best == Packing.Nowhere)
        {
            return false;
        }

        packing.Put(item, best);
        return true;
    }

    private static bool MakeRoom(Packing packing, int item)
    {
        var tried = 0;
        for (var server = 0; server < packing.ServerCount; server++)
        {
            foreach (var other in packing.ItemsOn(server))
            {
                if (!packing.Fits(item, server, without: other))
                {
                    continue;
                }

                if (packing.Roomiest(other, except: server) is var elsewhere && elsewhere != Packing.Nowhere)
                {
                    packing.Remove(other);
                    packing.Put(other, elsewhere);
                    packing.Put(item, server);
                    return true;
                }

                tried++;
                if (tried == Tuning.MovesTried)
                {
                    return false;
                }
            }
        }

        return false;
    }
}
