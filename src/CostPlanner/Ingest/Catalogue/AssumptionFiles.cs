using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The assumptions of the data folder: every CSV file of assumptions/, one row for each assumption.</summary>
public static class AssumptionFiles
{
    private const string Folder = "assumptions";

    private static readonly ImmutableArray<string> Columns = ["id", "unit", "low", "likely", "high", "source", "source_date", "grade"];

    /// <summary>Reads the assumptions; an error for each row that cannot be used, for an id that is unknown, given twice or missing.</summary>
    public static Reading<AssumptionSet> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var found = new Dictionary<string, Assumption?>(StringComparer.Ordinal);
        var rows = DataFile.In(dataFolder, Folder, findings)
            .SelectMany(file => DataFile.Rows(dataFolder, file, Columns, findings, closed: false, DataRow.LabelColumn));
        foreach (var row in rows)
        {
            var assumption = Of(row);
            if (row.OptionalText("id") is { } id && !found.TryAdd(id, assumption))
            {
                row.Refuse("id", "csv-twice", Message.Of("csv-twice.id", ("id", id)), Message.Of("csv-twice.mend"));
            }
        }

        // Where nothing could be read at all, the finding about the files says it; forty more would bury it.
        findings.AddRange(KnownAssumptions.All.Select(key => key.Id).Where(id => found.Count > 0 && !found.ContainsKey(id)).Select(id => new Finding(
            Severity.Error, "assumption-missing", Message.Of("assumption-missing", ("assumption", id)), new SourcePlace(Folder), Done: null,
            Message.Of("assumption-missing.mend"))));
        return Reading<AssumptionSet>.From(findings, () => new AssumptionSet(found.Values.OfType<Assumption>()));
    }

    private static Assumption? Of(DataRow row)
    {
        var (id, unit) = (row.Text("id"), row.Text("unit"));
        var (low, likely, high) = (Number(row, "low"), Number(row, "likely"), Number(row, "high"));
        var provenance = row.Provenance();
        var known = KnownAssumptions.Find(id);
        if (id.Length > 0 && known is null)
        {
            row.Refuse("id", "assumption-unknown", UnknownName.Of(Message.Of("kind.assumption"), id, []), Message.Of("unknown-id.mend"));
        }

        if (unit.Length > 0 && known?.IsIn(unit) == false)
        {
            row.Refuse(
                "unit", "csv-word", Message.Of("csv-word.unit", ("unit", unit), ("assumption", id)), Message.Of("csv-word.unit.mend", ("unit", UnitOf(known))));
        }

        if (row.IsSound && (low > likely || likely > high))
        {
            row.Refuse("likely", "csv-range", Message.Of("csv-range.order"), Message.Of("csv-range.order.mend"));
        }

        if (row.IsSound && known is { Bounds: var bounds } && (!bounds.Hold(low) || !bounds.Hold(high)))
        {
            row.Refuse("likely", "csv-range", Message.Of("csv-range.bounds", ("bounds", bounds.Said)), Message.Of("csv-range.bounds.mend"));
        }

        return row.IsSound ? new Assumption(id, row.LabelOr(Labels.OfAssumption(id)), unit, low, likely, high, provenance) : null;
    }

    private static Message UnitOf(AssumptionKey key) => key.IsMoney
        ? Message.Of("unit.of-currency", ("per", key.Unit.Replace(AssumptionKey.AnyCurrency, "", StringComparison.Ordinal)))
        : key.Unit;

    private static decimal Number(DataRow row, string column) => row.Number(column, least: decimal.MinValue);
}
