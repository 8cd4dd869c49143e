using System.Text;
using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Plain;

/// <summary>A CSV file as a table: UTF-8, separated by commas, a header row, quoted as RFC 4180 says.</summary>
internal static class PlainTable
{
    /// <summary>The wanted columns of a file; null, with an error, when it cannot be read at all. A row whose fields do not match the header is set aside.</summary>
    public static SheetTable? Read(string path, SheetLayout layout, ReadingLog log)
    {
        var large = InputFile.Problem(path, InputLimits.CsvBytes) is { Code: "file-too-large" } found ? found : null;
        var (records, unread) = large is null ? InputFile.Tried(path, () => CsvRecord.In(TextFile.Read(path))) : (null, large);
        if (records is not null)
        {
            return Of(path, records, layout, log);
        }

        log.Add(Severity.Error, unread!.Code == "file-encoding" ? "csv-encoding" : unread.Code, unread.Message, PlaceOf(path), unread.Done, unread.Mend);
        return null;
    }

    /// <summary>The headers of a file, or none when it cannot be read as text.</summary>
    public static IReadOnlyList<string> Headers(string path)
    {
        if (InputFile.Problem(path, InputLimits.CsvBytes) is not null)
        {
            return [];
        }

        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return CsvRecord.In(reader.ReadLine() ?? "") is [var header, ..] ? Trimmed(header) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return [];
        }
    }

    /// <summary>The file, by the name of its folder and its own.</summary>
    public static SourcePlace PlaceOf(string path) => new(FolderOf(path), Path.GetFileName(path));

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";

    private static SheetTable Of(string path, IReadOnlyList<CsvRecord> records, SheetLayout layout, ReadingLog log)
    {
        var headers = records.Count == 0 ? [] : Trimmed(records[0]);
        var present = layout.Columns.Where(column => column.PositionIn(headers) is not null).ToArray();
        var table = new SheetTable(FolderOf(path), Path.GetFileName(path), headers, Enumerable.Range(0, present.Length).ToDictionary(i => present[i]));
        var positions = Array.ConvertAll(present, column => column.PositionIn(headers)!.Value);
        foreach (var record in records.Skip(1))
        {
            if (record.IsBroken || record.Fields.Length != headers.Length)
            {
                table.SkipUnreadable();
                log.Add(
                    Severity.Warning, record.IsBroken ? "csv-quotes" : "csv-width",
                    record.IsBroken
                        ? "A quotation mark stands where none may"
                        : FormattableString.Invariant($"{record.Fields.Length} fields where the header has {headers.Length}"),
                    table.Place with { Row = record.Number }, "The row was set aside", "Put a field that holds a comma or a quotation mark in quotation marks, and leave none out");
            }
            else
            {
                table.Add(record.Number, Array.ConvertAll(positions, position => (object?)record.Fields[position]));
            }
        }

        return table;
    }

    private static string[] Trimmed(CsvRecord header) => Array.ConvertAll(header.Fields, field => field.Trim());
}
