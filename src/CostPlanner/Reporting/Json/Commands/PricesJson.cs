using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>The price book, or what was found in it, as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class PricesJson
{
    /// <summary>Every row.</summary>
    public static string Render(PriceBook prices, FeatureMatrix features) => JsonText.Of(to =>
    {
        to.WriteStartArray();
        foreach (var row in prices.Rows)
        {
            Write(to, row, features);
        }

        to.WriteEndArray();
    });

    /// <summary>Findings as an array.</summary>
    public static string Render(IEnumerable<Finding> findings) => JsonText.Of(to => FindingsJson.WriteArray(to, findings));

    private static void Write(Utf8JsonWriter to, PriceRow row, FeatureMatrix features)
    {
        to.WriteStartObject();
        to.WriteString("id", row.Id);
        to.WriteString("vendor", row.Vendor);
        to.WriteString("product", row.Product);
        to.WriteString("family", row.Family);
        to.WriteString("metric", row.Rule.Metric);
        to.WriteStartObject("parameters");
        foreach (var (name, value) in row.Rule.Parameters)
        {
            to.Number(name, value);
        }

        to.WriteEndObject();
        to.Number("price", row.Price?.Amount);
        to.WriteString("currency", row.Price?.Currency.Code);
        to.WriteString("kind", Fields.Word(row.Kind));
        to.Number("support", row.Support?.Value);
        to.Number("termYears", row.TermYears);
        to.Day("validFrom", row.ValidFrom);
        to.Day("validTo", row.ValidTo);
        to.WriteString("insteadOf", row.InsteadOf);
        to.Features("features", features, features.Of([row.Id]));
        to.Source("source", row.Provenance);
        to.WriteEndObject();
    }
}
