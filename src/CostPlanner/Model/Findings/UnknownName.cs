namespace CostPlanner.Model;

/// <summary>That a name is none of those known, said alike for keys, options, products and whatever else has names.</summary>
public static class UnknownName
{
    /// <summary>The message, with the nearest of the known names where one is near.</summary>
    /// <param name="kind">What has such names.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that would do; empty where none is to be suggested.</param>
    public static Message Of(Message kind, string name, IEnumerable<string> known) =>
        Message.Of("unknown-name", ("kind", kind), ("name", name), ("suggestion", NearestName.Suggestion(name, known)));
}
