using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Placement.Pools;

/// <summary>Places items by moving others out of their way, with the ejection search of the vector packing engine.</summary>
internal static class Filling
{
    /// <summary>All items on servers that offer so much, or null when the search did not get there with the looks allowed.</summary>
    public static int[]? Complete(PackingProblem problem, int[][] capacities, long looks, int seed)
    {
        var nowhere = new int[problem.Items.Length];
        nowhere.AsSpan().Fill(Packing.Nowhere);
        return FixedBins.Fill(problem.Table([.. Enumerable.Range(0, nowhere.Length)]), capacities, nowhere, looks, seed);
    }

    /// <summary>Whether the given items find a place beside those that lie somewhere, on servers that offer so much.</summary>
    /// <param name="packing">Where items lie; those that lie nowhere and are not to be placed stay there.</param>
    /// <param name="capacities">What each server offers, nothing where it is lost.</param>
    /// <param name="toPlace">The items to be placed.</param>
    /// <param name="looks">Looks that the search may take.</param>
    /// <param name="seed">The seed of the search.</param>
    public static bool CanPlace(Packing packing, int[][] capacities, IEnumerable<int> toPlace, long looks, int seed)
    {
        var places = packing.Places.ToArray();
        var items = Enumerable.Range(0, places.Length).Where(item => places[item] != Packing.Nowhere).Concat(toPlace).Order().ToList();
        return FixedBins.Fill(packing.Problem.Table(items), capacities, [.. items.Select(item => places[item])], looks, seed) is not null;
    }
}
