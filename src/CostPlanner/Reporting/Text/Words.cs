using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>What the report says in its own name, from the files of words.</summary>
public static class Words
{
    /// <summary>The words of that id with values in their places.</summary>
    public static string Of(string id, params ReadOnlySpan<(string Name, MessageValue Value)> values) => Sentences.Of(Message.Of(id, values));
}
