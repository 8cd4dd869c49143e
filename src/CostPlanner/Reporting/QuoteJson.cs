using System.Text.Json.Nodes;
using CostPlanner.Pricing;

namespace CostPlanner.Reporting;

/// <summary>A licence quote as JSON.</summary>
/// <remarks>Fields: product, name, asOf, years, quantity, unit, rule, currency, unitPrice, perPeriod, amount (null for a hole), hole, source, sourceDate, grade.</remarks>
public static class QuoteJson
{
    /// <summary>The quote as text.</summary>
    public static string Render(string product, DateOnly day, int years, LicenceQuote quote) => JsonText.Of(new JsonObject
    {
        ["product"] = product,
        ["name"] = quote.Row.Product,
        ["asOf"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["years"] = years,
        ["quantity"] = quote.Quantity.Units,
        ["unit"] = quote.Quantity.Unit,
        ["rule"] = quote.Quantity.Rule,
        ["currency"] = quote.Total?.Currency.Code,
        ["unitPrice"] = quote.Row.Price?.Amount,
        ["perPeriod"] = quote.PerPeriod?.Amount,
        ["amount"] = quote.Total?.Amount,
        ["hole"] = quote.Hole,
        ["source"] = quote.Row.Provenance.Source,
        ["sourceDate"] = quote.Row.Provenance.Date,
        ["grade"] = quote.Row.Provenance.Grade.ToString(),
    });
}
