using System.Text.Json;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The cost lines of an option.</summary>
internal static class LinesJson
{
    public static void Write(Utf8JsonWriter to, CostSheet costs)
    {
        to.WriteStartArray("lines");
        foreach (var line in costs.Lines)
        {
            to.WriteStartObject();
            to.WriteString("id", line.Id);
            to.WriteString("category", Fields.Word(line.Category));
            to.Message("labelData", "label", line.Label);
            to.WriteString("guests", line.Guests);
            to.Number("quantity", line.Quantity);
            if (line.Steps.Length > 1)
            {
                to.List("quantities", line.Steps, step =>
                {
                    to.WriteNumber("month", step.Month);
                    to.Number("quantity", step.Quantity);
                });
            }

            to.Message("unitData", "unit", line.Unit);
            to.Number("listPrice", line.ListPrice?.Amount);
            to.Number("unitPrice", line.PaidPrice?.Amount);
            to.WriteString("currency", (line.PaidPrice ?? line.ListPrice)?.Currency.Code);
            to.Number("rate", line.Converted?.Rate);
            to.Day("rateDate", line.Converted?.RateDate);
            to.Message("ruleData", "rule", line.Rule);
            to.Source("source", line.Provenance);
            to.Message("holeData", "hole", line.Hole);
            to.Number("amount", line.Amount(costs.Currency)?.Amount);
            to.Payments("payments", line.Payments);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
