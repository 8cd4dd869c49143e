using System.Collections.Immutable;
using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>The CSV files of the data folder: UTF-8, separated by commas, a header row, quoted as RFC 4180 says.</summary>
internal static class DataFile
{
    /// <summary>The rows of a file below the data folder; none, and a finding that says why, when it cannot be used.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="file">The file below it, with forward slashes: "prices/vmware.csv".</param>
    /// <param name="columns">The columns that must be there, in any order; others are not looked at.</param>
    /// <param name="findings">Where findings are added.</param>
    /// <param name="closed">Whether a column of another name is an error.</param>
    /// <param name="optional">Columns that may be there; a row of a file without one has a blank field.</param>
    public static ImmutableArray<DataRow> Rows(
        string dataFolder,
        string file,
        ImmutableArray<string> columns,
        ImmutableArray<Finding>.Builder findings,
        bool closed = false,
        params ImmutableArray<string> optional)
    {
        if (Records(dataFolder, file, findings) is not { } records)
        {
            return [];
        }

        if (records.Count == 0)
        {
            findings.Add(Error(
                "csv-empty", Message.Of("csv-empty"), new SourcePlace(file), Message.Of("csv-empty.mend", ("columns", string.Join(',', columns)))));
            return [];
        }

        var header = records[0].Fields.Select((name, index) => (name: name.Trim(), index)).ToLookup(each => each.name, each => each.index);
        var faults = columns.Where(column => header[column].Count() != 1).Concat(optional.Where(column => header[column].Count() > 1)).ToList();
        findings.AddRange(faults.Select(column => Error(
            "csv-column",
            Message.Of(header.Contains(column) ? "csv-column.twice" : "csv-column.missing", ("column", column)),
            new SourcePlace(file, Row: records[0].Number, Column: column),
            Message.Of("csv-column.mend"))));
        var others = closed ? header.Select(each => each.Key).Except(columns.Concat(optional)).ToList() : [];
        findings.AddRange(others.Select(column => Error(
            "csv-column",
            Message.Of("csv-column.unknown", ("column", column), ("suggestion", NearestName.Suggestion(column, columns.Concat(optional)))),
            new SourcePlace(file, Row: records[0].Number, Column: column),
            Message.Of("csv-column.unknown.mend"))));
        return faults.Count + others.Count > 0
            ? []
            : [.. records.Skip(1).Where(record => Fits(record, records[0], file, findings)).Select(record => new DataRow(
                new SourcePlace(file, Row: record.Number),
                columns.Concat(optional)
                    .ToImmutableDictionary(column => column, column => header.Contains(column) ? record.Fields[header[column].Single()].Trim() : ""),
                findings))];
    }

    /// <summary>Names of the CSV files in a folder below the data folder, in alphabetical order; a finding when there are none.</summary>
    public static ImmutableArray<string> In(string dataFolder, string folder, ImmutableArray<Finding>.Builder findings)
    {
        string[] found = [];
        try
        {
            found = Directory.GetFiles(Path.Combine(dataFolder, folder), "*.csv");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Not there, no folder or not readable: the finding below says what is needed in each case.
        }

        if (found.Length == 0)
        {
            findings.Add(Error("csv-missing", Message.Of("csv-missing.folder"), new SourcePlace(folder), Message.Of("csv-missing.mend")));
        }

        return [.. found.Select(each => $"{folder}/{Path.GetFileName(each)}").Order(StringComparer.Ordinal)];
    }

    private static bool Fits(CsvRecord record, CsvRecord header, string file, ImmutableArray<Finding>.Builder findings)
    {
        var place = new SourcePlace(file, Row: record.Number);
        if (record.IsBroken)
        {
            findings.Add(Error("csv-quotes", Message.Of("csv-quotes"), place, Message.Of("csv-quotes.mend")));
        }
        else if (record.Fields.Length != header.Fields.Length)
        {
            findings.Add(Error(
                "csv-width", Message.Of("csv-width", ("fields", record.Fields.Length), ("headers", header.Fields.Length)), place,
                Message.Of("csv-width.mend")));
        }
        else
        {
            return true;
        }

        return false;
    }

    private static IReadOnlyList<CsvRecord>? Records(string dataFolder, string file, ImmutableArray<Finding>.Builder findings)
    {
        try
        {
            var path = Path.Combine(dataFolder, file);
            if (File.Exists(path) && InputFile.Problem(path, InputLimits.CsvBytes) is { Code: "file-too-large" } large)
            {
                findings.Add(large with { Place = new SourcePlace(file) });
                return null;
            }

            return CsvRecord.In(TextFile.Read(path));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Add(Error("csv-missing", Message.Of("csv-missing"), new SourcePlace(file), Message.Of("csv-missing.mend")));
        }
        catch (TooLargeException large)
        {
            findings.Add(Error("csv-unreadable", large.What ?? large.Message, new SourcePlace(file), Message.Of("csv-too-large.mend")));
        }
        catch (DecoderFallbackException)
        {
            findings.Add(Error("csv-encoding", Message.Of("csv-encoding"), new SourcePlace(file), Message.Of("csv-encoding.mend")));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(Error(
                "csv-unreadable", Message.Of("csv-unreadable", ("why", failure.Message.TrimEnd('.'))), new SourcePlace(file),
                Message.Of("csv-unreadable.mend")));
        }

        return null;
    }

    private static Finding Error(string code, Message message, SourcePlace place, Message mend) =>
        new(Severity.Error, code, message, place, Done: null, mend);
}
