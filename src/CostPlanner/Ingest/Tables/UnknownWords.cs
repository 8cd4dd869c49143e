using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The words of a column that are not known here, with the rows that have them.</summary>
/// <param name="column">The column.</param>
internal sealed class UnknownWords(SheetColumn column)
{
    private readonly List<SheetRow> rows = [];

    /// <summary>Remembers a cell, a blank one too.</summary>
    public void Add(SheetRow row) => rows.Add(row);

    /// <summary>Adds one finding for all of them, if there are any: the words, and how many VMs have each.</summary>
    /// <param name="log">Takes the finding.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="code">Its code.</param>
    /// <param name="message">What is found, from the column, the number of VMs, the words and the rows.</param>
    /// <param name="done">What is done about it.</param>
    /// <param name="mend">How to mend it, or null.</param>
    public void Conclude(ReadingLog log, Severity severity, string code, Func<FoundWords, Message> message, Message done, Message? mend)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var words = rows.GroupBy(row => row.Text(column) ?? "", StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Message.Of("value.counted", ("value", NameMask.Shown(group.Key)), ("count", group.Count()))).ToList();
        log.About(
            rows, column, severity, code,
            message(new FoundWords(rows[0].Table.HeaderOf(column), rows.Count, ReadingWords.Some(words), ReadingWords.Rows(rows))), done, mend);
    }
}

/// <summary>Words of a column that are not known here.</summary>
/// <param name="Column">The column's header.</param>
/// <param name="Vms">How many VMs have such a word.</param>
/// <param name="Words">The words that most of them have, with their numbers.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FoundWords(string Column, int Vms, Message Words, Message Rows);
