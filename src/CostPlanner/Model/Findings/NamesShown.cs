namespace CostPlanner.Model;

/// <summary>The first of many names, and how many more there are.</summary>
public static class NamesShown
{
    /// <summary>The names as a part of a message.</summary>
    /// <param name="names">The names.</param>
    /// <param name="most">How many are named at most.</param>
    public static Message Of(IReadOnlyCollection<string> names, int most) => names.Count > most
        ? Message.Of("names.first", ("names", Message.List(names.Take(most))), ("more", names.Count - most))
        : Message.Of("names.all", ("names", Message.List(names)));
}
