namespace CostPlanner.Ingest.Tables;

/// <summary>How findings speak of many things at once.</summary>
internal static class ReadingWords
{
    private const int Named = 5;

    /// <summary>"1 host", "7 hosts".</summary>
    public static string Plural(int count, string noun) => FormattableString.Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"is" or "are", "belongs" or "belong".</summary>
    public static string Verb(int count, string one = "is", string many = "are") => count == 1 ? one : many;

    /// <summary>"row 2", "rows 2, 3, 4, 5, 6 and 9 more".</summary>
    public static string Rows(IReadOnlyCollection<SheetRow> rows) =>
        $"{(rows.Count == 1 ? "row" : "rows")} {List([.. rows.Select(row => FormattableString.Invariant($"{row.Number}"))])}";

    /// <summary>"a, b, c, d, e and 9 more".</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? FormattableString.Invariant($" and {names.Count - Named} more") : "");
}
