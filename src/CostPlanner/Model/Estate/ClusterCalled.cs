namespace CostPlanner.Model;

/// <summary>What a user who names a cluster may have meant.</summary>
public static class ClusterCalled
{
    private const int MostNamed = 12;

    /// <summary>Why a name is no cluster: several bear it and are told apart by more, or none does, with the nearest that there is.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that would do.</param>
    public static string WhyNone(Inventory inventory, string name, IReadOnlyCollection<string> known)
    {
        return WhyAmbiguous(inventory, name)
            ?? $"Unknown cluster \"{name}\"; there {(known.Count == 1 ? "is" : "are")} {Listed(known)}{NearestName.Hint(name, known)}";
    }

    /// <summary>That several clusters bear the name, each by what it is called here; null where that is not so.</summary>
    public static string? WhyAmbiguous(Inventory inventory, string name)
    {
        var alike = inventory.Clusters
            .Where(cluster => string.Equals(cluster.NameInSource, name, StringComparison.OrdinalIgnoreCase))
            .Select(cluster => cluster.Name).ToList();
        return alike.Count > 1 ? FormattableString.Invariant($"'{name}' is the name of {alike.Count} clusters; say which: {string.Join(", ", alike)}") : null;
    }

    private static string Listed(IReadOnlyCollection<string> known) => known.Count == 0
        ? "none"
        : string.Join(", ", known.Take(MostNamed)) + (known.Count > MostNamed ? FormattableString.Invariant($" and {known.Count - MostNamed} more") : "");
}
