using CostPlanner.Pricing.Licences;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>A licence quote as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class QuoteJson
{
    /// <summary>The quote as text.</summary>
    public static string Render(string product, DateOnly day, QuoteQuestion question, LicenceQuote quote) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("product", product);
        to.WriteString("pricedAs", quote.Row.Id);
        to.WriteString("name", quote.Row.Product);
        to.Day("asOf", day);
        to.WriteNumber("years", question.Years);
        to.Number("quantity", quote.Quantity.Units);
        to.Message("unitData", "unit", quote.Quantity.Unit);
        to.Message("ruleData", "rule", quote.Quantity.Rule);
        to.Number("vmsAtOnce", question.CountsAtOnce(quote.Row.Rule) ? question.AtOnce : null);
        to.Number("failover", question.CountsAtOnce(quote.Row.Rule) ? question.Failures : null);
        to.Message("refusalData", "refusal", quote.Quantity.Refusal);
        to.WriteString("currency", quote.Total?.Currency.Code);
        to.Number("unitPrice", quote.Row.Price?.Amount);
        to.Number("perPeriod", quote.PerPeriod?.Amount);
        to.Number("amount", quote.Total?.Amount);
        to.Message("holeData", "hole", quote.Hole);
        to.Number("termYears", quote.Row.TermYears);
        to.Message("termData", "term", quote.Term);
        to.Source("source", quote.Row.Provenance);
        to.WriteEndObject();
    });
}
