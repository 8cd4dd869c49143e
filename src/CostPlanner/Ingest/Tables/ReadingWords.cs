using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>How findings speak of many things at once.</summary>
internal static class ReadingWords
{
    private const int Named = 5;

    /// <summary>"row 2", "rows 2, 3, 4, 5, 6 and 9 more".</summary>
    public static Message Rows(IReadOnlyCollection<SheetRow> rows)
    {
        var first = new MessageValue.OfList([.. rows.Take(Named).Select(row => (MessageValue)row.Number)]);
        return rows.Count > Named
            ? Message.Of("rows.first", ("rows", first), ("more", rows.Count - Named))
            : Message.Of("rows.all", ("count", rows.Count), ("rows", first));
    }

    /// <summary>"a, b, c, d, e and 9 more".</summary>
    public static Message Some(IReadOnlyCollection<string> names) => Some(names.Count, Message.List(names.Take(Named)));

    /// <summary>The same of what has words of its own.</summary>
    public static Message Some(IReadOnlyCollection<Message> parts) => Some(parts.Count, Message.List(parts.Take(Named)));

    private static Message Some(int count, MessageValue first) =>
        count > Named ? Message.Of("names.first", ("names", first), ("more", count - Named)) : Message.Of("names.all", ("names", first));
}
