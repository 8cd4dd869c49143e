using System.Globalization;

namespace CostPlanner.Reporting.Csv;

/// <summary>A line of CSV: cells with a comma, a quote or an end of line stand in quotes.</summary>
internal static class CsvLine
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];

    /// <summary>The line with its end.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\n";

    /// <summary>A number as a cell; empty where there is none.</summary>
    public static string Number(decimal? value) => value is { } number ? Json.Fields.Plain(number).ToString(CultureInfo.InvariantCulture) : "";

    private static string Quoted(string cell) => cell.IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
