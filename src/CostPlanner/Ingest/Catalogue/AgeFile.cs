using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>How long facts may be used: ages.csv of the data folder, one row for each kind of fact.</summary>
public static class AgeFile
{
    private const string Name = "ages.csv";
    private const int LongestDays = 36_500;

    private static readonly ImmutableArray<string> Columns = ["kind", "days", "source", "source_date", "grade"];

    private static readonly ImmutableDictionary<string, FactKind> Kinds = new Dictionary<string, FactKind>
    {
        ["exchange-rate"] = FactKind.ExchangeRate,
        ["price"] = FactKind.Price,
        ["tariff"] = FactKind.Tariff,
        ["carbon"] = FactKind.Carbon,
    }.ToImmutableDictionary();

    /// <summary>Reads the ages; an error for each row that cannot be used. A data folder without the file has the usual ages.</summary>
    public static Reading<FactAges> Read(string dataFolder)
    {
        if (!File.Exists(Path.Combine(dataFolder, Name)))
        {
            return new Reading<FactAges>(FactAges.Usual, []);
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var ages = ImmutableSortedDictionary.CreateBuilder<FactKind, int>();
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            var (kind, days, _) = (row.OneOf("kind", Kinds), row.Whole("days", 1, LongestDays), row.Provenance());
            if (row.IsSound && !ages.TryAdd(kind, days))
            {
                row.Refuse("kind", "csv-twice", Message.Of("csv-twice.kind"), Message.Of("csv-twice.mend"));
            }
        }

        return Reading<FactAges>.From(findings, () => new FactAges(ages.ToImmutable()));
    }
}
