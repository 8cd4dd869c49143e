using System.Text.Json;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The assumptions and exchange rates.</summary>
internal static class AssumptionsJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        to.WriteStartArray("assumptions");
        foreach (var assumption in result.Assumptions.All)
        {
            var before = result.Inputs.Assumptions;
            to.WriteStartObject();
            to.WriteString("id", assumption.Id);
            to.Message("labelData", "label", assumption.Label);
            to.WriteString("unit", assumption.Unit);
            to.Number("low", assumption.Low);
            to.Number("likely", assumption.Likely);
            to.Number("high", assumption.High);
            to.Source("source", assumption.Provenance);
            to.Number("default", before.Knows(assumption.Id) ? before.Of(assumption.Id) : null);
            Measured(to, result, assumption.Id);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        Rates(to, result);
    }

    /// <summary>The measure that can set the assumption, and what a run measured of it; null where none can, and where none did.</summary>
    private static void Measured(Utf8JsonWriter to, CaseStudy result, string id)
    {
        to.WriteString("measure", MeasuredAssumption.Table.FirstOrDefault(row => row.AssumptionId == id)?.Measure.Name);
        if (!MeasuredTable.Holds(id) || MeasuredTable.NoteOf(result, id) is not { } note)
        {
            to.WriteNull("measured");
            return;
        }

        var record = MeasuredTable.RecordOf(result, note.Run);
        to.WriteStartObject("measured");
        to.Number("value", note.Value);
        to.Number("low", note.Low);
        to.Number("high", note.High);
        to.WriteNumber("n", note.N);
        to.WriteString("run", note.Run);
        to.WriteString("host", note.Host);
        to.Day("day", note.Day);
        to.WriteString("record", record?.File);
        to.WriteString("sha256", record?.Sha256);
        to.WriteString("doubt", MeasuredTable.DoubtOf(result, id, note));
        to.WriteEndObject();
    }

    private static void Rates(Utf8JsonWriter to, CaseStudy result)
    {
        var day = result.Inputs.Scenario.AsOf;
        var newest = result.Inputs.Rates.All
            .Where(rate => rate.IsOwn || rate.Date <= day)
            .DistinctBy(rate => rate.Currency)
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal);
        to.WriteStartArray("rates");
        foreach (var rate in newest)
        {
            to.WriteStartObject();
            to.WriteString("currency", rate.Currency.Code);
            to.Number("perEuro", rate.PerEuro);
            to.Day("date", rate.Date);
            to.WriteBoolean("own", rate.IsOwn);
            to.Source("source", rate.Provenance);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
