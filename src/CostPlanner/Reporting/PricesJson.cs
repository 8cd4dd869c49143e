using System.Globalization;
using System.Text.Json.Nodes;
using CostPlanner.Model;

namespace CostPlanner.Reporting;

/// <summary>The price book, or what was found in it, as JSON.</summary>
public static class PricesJson
{
    /// <summary>Every row: id, vendor, product, family, metric, parameters, price, currency, kind, support, termYears, validFrom, validTo, source, sourceDate, grade, row.</summary>
    public static string Render(PriceBook prices) => JsonText.Of(new JsonArray([.. prices.Rows.Select(Row)]));

    /// <summary>Findings as an array.</summary>
    public static string Render(IEnumerable<Finding> findings) => JsonText.Of(JsonText.Of(findings));

    private static JsonObject Row(PriceRow row)
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in row.Rule.Parameters)
        {
            parameters[name] = value;
        }

        return new JsonObject
        {
            ["id"] = row.Id,
            ["vendor"] = row.Vendor,
            ["product"] = row.Product,
            ["family"] = row.Family,
            ["metric"] = row.Rule.Metric,
            ["parameters"] = parameters,
            ["price"] = row.Price?.Amount,
            ["currency"] = row.Price?.Currency.Code,
            ["kind"] = row.Kind.ToString(),
            ["support"] = row.Support?.Value,
            ["termYears"] = row.TermYears,
            ["validFrom"] = Day(row.ValidFrom),
            ["validTo"] = row.ValidTo is { } end ? Day(end) : null,
            ["source"] = row.Provenance.Source,
            ["sourceDate"] = row.Provenance.Date,
            ["grade"] = row.Provenance.Grade.ToString(),
            ["row"] = row.Provenance.Row,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
