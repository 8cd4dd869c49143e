using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>Which product a licence is by its name in an inventory: inventories/licence-names.csv, one row for each way in which one is known.</summary>
public static class LicenceNameFile
{
    /// <summary>The file below the data folder.</summary>
    internal const string Name = "inventories/licence-names.csv";

    private static readonly ImmutableArray<string> Columns =
        ["name", "cost_unit", "expires", "use", "product", "source", "source_date", "grade", "note"];

    private static readonly ImmutableSortedDictionary<string, LicenceUse> Uses = new Dictionary<string, LicenceUse>
    {
        ["platform"] = LicenceUse.Platform,
        ["other"] = LicenceUse.Other,
        ["evaluation"] = LicenceUse.Evaluation,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, LicenceEnd> Ends = new Dictionary<string, LicenceEnd>
    {
        ["never"] = LicenceEnd.Never,
        ["date"] = LicenceEnd.Date,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Reads the table; an error for each row that cannot be used, and for a product that is not known.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="prices">The price book, or null where it cannot be used: then products are not looked for.</param>
    public static Reading<LicenceNames> Read(string dataFolder, PriceBook? prices)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!File.Exists(Path.Combine(dataFolder, Name)))
        {
            var missing = new Finding(
                Severity.Warning, "licence-names-missing", Message.Of("licence-names-missing"), new SourcePlace(Name),
                Message.Of("licence-names-missing.done"), Message.Of("platform-vms-missing.mend"));
            return new Reading<LicenceNames>(LicenceNames.None, [missing]);
        }

        ImmutableArray<LicenceMark> marks = [.. DataFile.Rows(dataFolder, Name, Columns, findings).Select(row => Mark(row, prices)).OfType<LicenceMark>()];
        return Reading<LicenceNames>.From(findings, () => new LicenceNames(marks));
    }

    private static LicenceMark? Mark(DataRow row, PriceBook? prices)
    {
        _ = row.Text("name");
        var (name, unit) = (Pattern(row, "name"), Pattern(row, "cost_unit"));
        LicenceEnd? ends = row.OptionalText("expires") is null ? null : row.OneOf("expires", Ends);
        var use = row.OneOf("use", Uses);
        var product = row.OptionalText("product");
        if (product is not null && prices?.Knows(product) == false)
        {
            row.Refuse("product", "unknown-product", UnknownName.Of(Message.Of("kind.product"), product, prices.Ids), Message.Of("unknown-id.mend"));
        }

        var provenance = row.Provenance();
        return row.IsSound && name is not null ? new LicenceMark(name, unit, ends, use, product, provenance) : null;
    }

    private static Regex? Pattern(DataRow row, string column)
    {
        try
        {
            return row.OptionalText(column) is { } text ? new Regex(text, PlatformMark.Options) : null;
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            row.Refuse(column, "csv-pattern", Message.Of("csv-pattern", ("why", failure.Message)), Message.Of("csv-pattern.mend"));
            return null;
        }
    }
}
