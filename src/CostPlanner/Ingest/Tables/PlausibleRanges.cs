using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Ingest.Files;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// The ranges by which notations and units of columns are judged: data/inventories/plausible-ranges.csv, where each has its source.
/// The file is part of the program too, so that inventories are read in one way, whatever --data names.
/// </summary>
internal static class PlausibleRanges
{
    private const string Resource = "plausible-ranges";
    private static readonly ImmutableDictionary<string, PlausibleRange> All = Read();

    /// <summary>The range of that id.</summary>
    public static PlausibleRange Of(string id) => All[id];

    private static ImmutableDictionary<string, PlausibleRange> Read()
    {
        using var stream = typeof(PlausibleRanges).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program holds no resource {Resource}");
        using var reader = new StreamReader(stream);
        var records = CsvRecord.In(reader.ReadToEnd());
        var headers = records[0].Fields;
        return records.Skip(1)
            .Select(record => Of(name => record.Fields[Array.IndexOf(headers, name)]))
            .ToImmutableDictionary(range => range.Id, StringComparer.Ordinal);
    }

    private static PlausibleRange Of(Func<string, string> field) => new(
        field("id"), decimal.Parse(field("least"), CultureInfo.InvariantCulture), decimal.Parse(field("most"), CultureInfo.InvariantCulture),
        field("one_row_suffices") == "yes");
}
