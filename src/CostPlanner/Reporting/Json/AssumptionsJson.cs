using System.Text.Json;

namespace CostPlanner.Reporting.Json;

/// <summary>The assumptions and exchange rates.</summary>
internal static class AssumptionsJson
{
    public static void Write(Utf8JsonWriter to, BusinessCase result)
    {
        to.WriteStartArray("assumptions");
        foreach (var assumption in result.Assumptions.All)
        {
            var before = result.Inputs.Assumptions;
            to.WriteStartObject();
            to.WriteString("id", assumption.Id);
            to.WriteString("label", assumption.Label);
            to.WriteString("unit", assumption.Unit);
            to.Number("low", assumption.Low);
            to.Number("likely", assumption.Likely);
            to.Number("high", assumption.High);
            to.Source("source", assumption.Provenance);
            to.Number("default", before.Knows(assumption.Id) ? before.Of(assumption.Id) : null);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        Rates(to, result);
    }

    private static void Rates(Utf8JsonWriter to, BusinessCase result)
    {
        var day = result.Inputs.Scenario.AsOf;
        var newest = result.Inputs.Rates.All
            .Where(rate => rate.Date <= day)
            .DistinctBy(rate => rate.Currency)
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal);
        to.WriteStartArray("rates");
        foreach (var rate in newest)
        {
            to.WriteStartObject();
            to.WriteString("currency", rate.Currency.Code);
            to.Number("perEuro", rate.PerEuro);
            to.Day("date", rate.Date);
            to.Source("source", rate.Provenance);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
