using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>
/// The price book of the data folder: every CSV file of prices/ but the exchange rates, the carbon intensities and what is said of
/// features, one row for each price of a product in a period.
/// </summary>
public static class PriceFiles
{
    private const string Folder = "prices";
    private const string IncludesColumn = "includes";

    private static readonly ImmutableArray<string> Columns =
    [
        "id", "vendor", "product", "family", "metric", "parameters", "price", "currency", "kind", "support", "term_years",
        "valid_from", "valid_to", "limits", "note", "source", "source_date", "grade",
    ];

    private const decimal SmallestParameter = 0.001m;
    private const decimal LargestParameter = 1_000_000_000;
    private const string InsteadOf = "instead_of";
    private const string Edition = "edition";
    private const string Supported = "supported";

    private static readonly ImmutableDictionary<string, string> Families =
        new[] { "vsphere", "kvm", "xen", "guest", "management", "backup" }.ToImmutableDictionary(family => family);

    private static readonly ImmutableDictionary<string, LicenceKind> Kinds = new Dictionary<string, LicenceKind>
    {
        ["perpetual"] = LicenceKind.Perpetual,
        ["yearly"] = LicenceKind.SubscriptionYearly,
        ["monthly"] = LicenceKind.SubscriptionMonthly,
        ["free"] = LicenceKind.Free,
    }.ToImmutableDictionary();

    /// <summary>
    /// Reads the price book; an error for each row that cannot be used. Periods that overlap or leave gaps are not
    /// looked at here: <c>PriceCheck</c> does that.
    /// </summary>
    public static Reading<PriceBook> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var rows = DataFile.In(dataFolder, Folder, findings)
            .Where(file => file is not (ExchangeRateFile.Name or GridCarbonFile.Name or FeatureMatrixFile.Name or FeatureMatrixFile.FeatureList))
            .SelectMany(file => DataFile.Rows(dataFolder, file, Columns, findings, closed: true, InsteadOf, IncludesColumn, Edition, Supported))
            .Select(Row)
            .OfType<PriceRow>()
            .ToImmutableArray();
        return Reading<PriceBook>.From(findings, () => new PriceBook(rows));
    }

    private static PriceRow? Row(DataRow row)
    {
        var (from, to) = row.Validity();
        var priced = new PriceRow
        {
            Id = row.Text("id"),
            Vendor = row.Text("vendor"),
            Product = row.Text("product"),
            Family = row.OneOf("family", Families) ?? "",
            Rule = Rule(row),
            Price = row.Price(),
            Kind = row.OneOf("kind", Kinds),
            Support = row.OptionalNumber("support", most: 1) is { } share ? new Fraction(share) : null,
            SupportInPrice = SupportInPrice(row),
            TermYears = row.OptionalWhole("term_years", least: 1),
            ValidFrom = from,
            ValidTo = to,
            Includes = Includes(row),
            System = GuestFamilies.Of(row.Text("product")),
            Limits = row.OptionalText("limits"),
            Note = row.OptionalText("note"),
            InsteadOf = row.OptionalText(InsteadOf),
            Edition = row.OptionalText(Edition),
            Provenance = row.Provenance(),
        };
        if (row.IsSound)
        {
            CheckKind(row, priced);
        }

        return row.IsSound ? priced : null;
    }

    private static void CheckKind(DataRow row, PriceRow priced)
    {
        if (priced.Support is not null && priced.Kind != LicenceKind.Perpetual)
        {
            row.Refuse("support", "price-support", Message.Of("price-support"), Message.Of("price-support.mend"));
        }

        if (priced.Kind == LicenceKind.Free && priced.Price?.Amount != 0)
        {
            row.Refuse("price", "price-free", Message.Of("price-free"), Message.Of("price-free.mend"));
        }
    }

    private static bool? SupportInPrice(DataRow row)
    {
        if (row.OptionalText(Supported) is not { } word)
        {
            return null;
        }

        if (word is not ("yes" or "no"))
        {
            row.Refuse(Supported, "price-supported", Message.Of("not-allowed", ("text", word)), Message.Of("price-supported.mend"));
        }

        return word == "yes";
    }

    private static LicenceRule Rule(DataRow row)
    {
        var metric = row.Text("metric");
        var parameters = Parameters(row);
        if (LicenceMetric.All.GetValueOrDefault(metric) is { Parameters: var known })
        {
            foreach (var unknown in parameters.Keys.Except(known, StringComparer.Ordinal))
            {
                row.Refuse(
                    "parameters", "price-parameter",
                    Message.Of(
                        "price-parameter", ("parameter", unknown), ("metric", metric), ("suggestion", NearestName.Suggestion(unknown, known))),
                    Message.Of("price-parameter.mend", ("known", Message.List(known))));
            }
        }
        else if (metric.Length > 0)
        {
            row.Refuse(
                "metric", "price-metric", UnknownName.Of(Message.Of("kind.metric"), metric, LicenceMetric.All.Keys),
                Message.Of("price-metric.mend", ("known", Message.List(LicenceMetric.All.Keys))));
        }

        return new LicenceRule(metric, parameters);
    }

    private static ImmutableSortedDictionary<string, decimal> Parameters(DataRow row)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, text) in Parts(row, "parameters").Select(part => part.Split('=', 2)).Select(
            pair => (pair[0].Trim(), pair.ElementAtOrDefault(1)?.Trim())))
        {
            if (InRange(text) is not { } value || name.Length == 0)
            {
                row.Refuse(
                    "parameters",
                    "price-parameter",
                    Message.Of("price-parameter.number", ("parameter", name), ("least", SmallestParameter), ("most", LargestParameter)),
                    Message.Of("price-parameter.number.mend"));
            }
            else if (!parameters.TryAdd(name, value))
            {
                row.Refuse("parameters", "csv-twice", Message.Of("csv-twice.parameter", ("parameter", name)), Message.Of("csv-twice.parameter.mend"));
            }
        }

        return parameters.ToImmutable();
    }

    private static ImmutableSortedSet<string> Includes(DataRow row)
    {
        var includes = Parts(row, IncludesColumn).ToImmutableSortedSet(StringComparer.Ordinal);
        foreach (var unknown in includes.Remove(PriceRow.RedHatGuests))
        {
            row.Refuse(
                IncludesColumn, "price-includes", Message.Of("not-allowed", ("text", unknown)),
                Message.Of("price-includes.mend", ("known", PriceRow.RedHatGuests)));
        }

        return includes;
    }

    private static string[] Parts(DataRow row, string column) =>
        row.OptionalText(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Neither so small nor so large that a count of hosts, cores or TiB by it overflows.</summary>
    private static decimal? InRange(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value is >= SmallestParameter and <= LargestParameter
            ? value
            : null;
}
