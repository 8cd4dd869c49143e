using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>
/// The basic features of products: prices/features.csv lists the features, prices/feature-matrix.csv has a row for each product and
/// a column for each feature, with yes, no, or nothing where no source says so.
/// </summary>
public static class FeatureMatrixFile
{
    /// <summary>The matrix below the data folder.</summary>
    internal const string Name = "prices/feature-matrix.csv";

    /// <summary>The list of features below the data folder.</summary>
    internal const string FeatureList = "prices/features.csv";

    private static readonly ImmutableArray<string> Columns = ["id", "source", "source_date", "grade", "note"];

    private static readonly ImmutableDictionary<string, FeatureState> Words = new Dictionary<string, FeatureState>
    {
        ["yes"] = FeatureState.Yes,
        ["no"] = FeatureState.No,
    }.ToImmutableDictionary();

    /// <summary>Reads list and matrix; an error for each row that cannot be used, for a product that is not known, and for one given twice.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="prices">The price book, or null where it cannot be used: then products are not looked for.</param>
    public static Reading<FeatureMatrix> Read(string dataFolder, PriceBook? prices)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var features = Listed(dataFolder, findings);
        var rows = ImmutableArray.CreateBuilder<FeatureRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(dataFolder, Name, [.. Columns, .. features.Select(feature => feature.Name)], findings, closed: findings.Count == 0))
        {
            var product = Of(row, features);
            if (row.IsSound && prices?.Knows(product.Product) == false)
            {
                row.Refuse(
                    "id",
                    "unknown-product",
                    UnknownName.Of(Message.Of("kind.product"), product.Product, prices.Ids),
                    Message.Of("unknown-id.mend"));
            }

            if (row.IsSound && !seen.Add(product.Product))
            {
                row.Refuse("id", "csv-twice", Message.Of("csv-twice.product", ("product", product.Product)), Message.Of("csv-twice.mend"));
            }

            rows.Add(product);
        }

        return Reading<FeatureMatrix>.From(findings, () => new FeatureMatrix(features, rows));
    }

    private static ImmutableArray<Feature> Listed(string dataFolder, ImmutableArray<Finding>.Builder findings)
    {
        var features = new Dictionary<string, Feature>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(dataFolder, FeatureList, ["name"], findings, closed: false, DataRow.LabelColumn))
        {
            var name = row.Text("name");
            var feature = new Feature(name, row.LabelOr(Labels.OfFeature(name)));
            if (row.IsSound && (Columns.Contains(feature.Name) || !features.TryAdd(feature.Name, feature)))
            {
                row.Refuse("name", "csv-twice", Message.Of("csv-twice.name", ("name", feature.Name)), Message.Of("csv-twice.feature.mend"));
            }
        }

        return [.. features.Values];
    }

    private static FeatureRow Of(DataRow row, ImmutableArray<Feature> features) => new(
        row.Text("id"),
        new FeatureSet(features
            .Where(feature => row.OptionalText(feature.Name) is not null)
            .Select(feature => KeyValuePair.Create(feature.Name, row.OneOf(feature.Name, Words)))
            .ToList()),
        row.Provenance(),
        row.OptionalText("note"));
}
