using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The words of a column that are not known here, with the rows that have them.</summary>
/// <param name="column">The column.</param>
internal sealed class UnknownWords(SheetColumn column)
{
    private const int WordsNamed = 5;
    private readonly List<SheetRow> rows = [];

    /// <summary>Remembers a cell, a blank one too.</summary>
    public void Add(SheetRow row) => rows.Add(row);

    /// <summary>Adds one finding for all of them, if there are any: the words, and how many VMs have each.</summary>
    /// <param name="log">Takes the finding.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="code">Its code.</param>
    /// <param name="what">What the words are, as the rest of a sentence: "is in no known words".</param>
    /// <param name="done">What is done about it.</param>
    /// <param name="mend">How to mend it, or null.</param>
    public void Conclude(ReadingLog log, Severity severity, string code, string what, string done, string? mend)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var words = rows.GroupBy(row => row.Text(column) ?? "", StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => FormattableString.Invariant($"{(group.Key.Length == 0 ? "blank" : NameMask.Shown(group.Key))} ({group.Count()})")).ToList();
        var more = words.Count > WordsNamed ? FormattableString.Invariant($" and {words.Count - WordsNamed} more") : "";
        log.About(
            rows, column, severity, code,
            $"{rows[0].Table.HeaderOf(column)} of {ReadingWords.Plural(rows.Count, "VM")} {what}: {string.Join(", ", words.Take(WordsNamed))}{more}",
            done,
            mend);
    }
}
