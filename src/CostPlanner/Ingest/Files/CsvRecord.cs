using CostPlanner.Model;
using CsvHelper;

namespace CostPlanner.Ingest.Files;

/// <summary>A row of a CSV file that is not blank, quoted as RFC 4180 says.</summary>
/// <param name="Number">The row as a spreadsheet counts it, the first is 1.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsBroken">Whether a quotation mark stands where none may, so that the fields cannot be trusted.</param>
internal sealed record CsvRecord(int Number, string[] Fields, bool IsBroken)
{
    /// <summary>The rows of a text, the header first. Throws <see cref="TooLargeException"/> for more rows or columns than a sheet can have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between fields.</param>
    public static IReadOnlyList<CsvRecord> In(string text, char separator = ',')
    {
        var broken = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = malformed => broken.Add(malformed.RecordNumber),
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
            if (rows.Count > InputLimits.Rows || rows[^1].Length > InputLimits.Columns)
            {
                throw new TooLargeException(Message.Of(
                    "too-large.csv", ("row", rows.Count), ("fields", rows[^1].Length), ("rows", InputLimits.Rows), ("columns", InputLimits.Columns)));
            }
        }

        return
        [
            .. rows.Select((fields, index) => new CsvRecord(index + 1, fields, broken.Contains(index + 1)))
                .Where(record => record.Fields.Any(field => !string.IsNullOrWhiteSpace(field))),
        ];
    }
}
