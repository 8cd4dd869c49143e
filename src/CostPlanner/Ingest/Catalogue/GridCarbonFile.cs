using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The carbon intensities of the data folder: prices/grid-carbon.csv, one row for each place and year.</summary>
public static class GridCarbonFile
{
    /// <summary>The file below the data folder.</summary>
    internal const string Name = "prices/grid-carbon.csv";

    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly ImmutableArray<string> Columns = ["place", "year", "g_per_kwh", "basis", "source", "source_date", "grade"];

    /// <summary>Reads the factors; an error for each row that cannot be used, and for a place and year given twice.</summary>
    public static Reading<GridCarbon> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var factors = ImmutableArray.CreateBuilder<GridFactor>();
        var seen = new HashSet<(string, int)>();
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            if (Factor(row) is not { } factor)
            {
                continue;
            }

            if (!seen.Add((factor.Place, factor.Year)))
            {
                row.Refuse("year", "csv-twice", Message.Of("csv-twice.factor", ("place", factor.Place)), Message.Of("csv-twice.mend"));
            }

            factors.Add(factor);
        }

        return Reading<GridCarbon>.From(findings, () => new GridCarbon(factors.ToImmutable()));
    }

    private static GridFactor? Factor(DataRow row)
    {
        var (place, year, grams) = (row.Text("place"), row.Whole("year", FirstYear, LastYear), row.Number("g_per_kwh"));
        var (basis, provenance) = (row.Text("basis"), row.Provenance());
        return row.IsSound ? new GridFactor(place, year, new CarbonIntensity(grams), basis, provenance) : null;
    }
}
