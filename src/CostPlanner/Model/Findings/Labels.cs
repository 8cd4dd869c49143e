namespace CostPlanner.Model;

/// <summary>The labels of what the data folder names by ids: their words are Reporting's; a row of the user's own may bring a label with it.</summary>
public static class Labels
{
    /// <summary>The start of the ids of labels of assumptions.</summary>
    public const string Assumption = "assumption.";

    /// <summary>The start of the ids of labels of features.</summary>
    public const string Feature = "feature.";

    /// <summary>The start of the ids of labels of storage policies.</summary>
    public const string StoragePolicy = "storage-policy.";

    /// <summary>The start of the ids of labels of what columns measure, as they stand within a sentence.</summary>
    public const string Plausible = "plausible.";

    /// <summary>The label of an assumption.</summary>
    public static Message OfAssumption(string id) => Message.Label(Assumption, id);

    /// <summary>The label of a feature.</summary>
    public static Message OfFeature(string name) => Message.Label(Feature, name);

    /// <summary>The label of what a column measures.</summary>
    public static Message OfRange(string id) => Message.Label(Plausible, id);

    /// <summary>The label of a storage policy.</summary>
    public static Message OfStoragePolicy(string id) => Message.Label(StoragePolicy, id);
}
