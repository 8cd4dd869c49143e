namespace CostPlanner.Model;

/// <summary>What a user who names a cluster may have meant.</summary>
public static class ClusterCalled
{
    private const int MostNamed = 12;

    /// <summary>Why a name is no cluster: several bear it and are told apart by more, or none does, with the nearest that there is.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that would do.</param>
    public static Message WhyNone(Inventory inventory, string name, IReadOnlyCollection<string> known) => WhyAmbiguous(inventory, name) ?? Message.Of(
        "unknown-cluster",
        ("name", name),
        ("clusters", known.Count),
        ("known", known.Count == 0 ? Message.Of("unknown-cluster.none") : NamesShown.Of(known, MostNamed)),
        ("suggestion", NearestName.Suggestion(name, known)));

    /// <summary>That several clusters bear the name, each by what it is called here; null where that is not so.</summary>
    public static Message? WhyAmbiguous(Inventory inventory, string name)
    {
        var alike = inventory.Clusters
            .Where(cluster => string.Equals(cluster.NameInSource, name, StringComparison.OrdinalIgnoreCase))
            .Select(cluster => cluster.Name).ToList();
        return alike.Count > 1 ? Message.Of("unknown-cluster.of-several", ("name", name), ("clusters", alike.Count), ("known", Message.List(alike))) : null;
    }
}
