using System.Text.Json;
using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>Two benchmark runs side by side as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class ComparisonJson
{
    /// <summary>The comparison as text.</summary>
    public static string Render(RunComparison comparison, GuestPrice? priceA, GuestPrice? priceB) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        Run(to, "a", comparison.A, priceA);
        Run(to, "b", comparison.B, priceB);
        to.Messages("doubtsData", "doubts", comparison.Doubts);
        to.List("conditions", comparison.Conditions, each =>
        {
            to.Message("nameData", "name", each.Name);
            to.Message("aData", "a", each.A);
            to.Message("bData", "b", each.B);
        });
        to.List("measures", comparison.Measures, measure => Measure(to, measure));
        to.WriteEndObject();
    });

    private static void Run(Utf8JsonWriter to, string name, BenchmarkRun run, GuestPrice? price)
    {
        to.WriteStartObject(name);
        to.WriteString("run", run.Id);
        to.WriteBoolean("valid", run.IsValid);
        to.Messages("whyNotValidData", "whyNotValid", run.WhyNotValid);
        if (price is null)
        {
            to.WriteNull("price");
        }
        else
        {
            to.WriteStartObject("price");
            to.WriteString("currency", price.Price.Currency.Code);
            to.Number("server", price.Price.Amount);
            to.Number("perGuest", price.PerGuest?.Rounded(2).Amount);
            to.Number("more", price.Least?.Rounded(2).Amount);
            to.Message("holeData", "hole", price.Hole);
            to.WriteEndObject();
        }

        to.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter to, ComparedMeasure measure)
    {
        to.WriteString("name", measure.Name);
        to.Message("labelData", "label", measure.Label);
        to.WriteString("unit", measure.Unit);
        Value(to, "a", measure.A);
        Value(to, "b", measure.B);
        if (measure.Difference is { } test)
        {
            to.WriteStartObject("test");
            to.WriteNumber("p", test.P);
            to.WriteNumber("absolute", test.Absolute);
            to.Measured("relative", test.Relative);
            to.Measured("low", test.Low);
            to.Measured("high", test.High);
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("test");
        }

        to.WriteString("verdict", measure.Verdict is { } verdict ? Fields.Word(verdict) : null);
        to.Message("wordsData", "words", measure.Words);
    }

    private static void Value(Utf8JsonWriter to, string name, MeasuredValue? value)
    {
        if (value is null)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        to.WriteNumber("value", value.Value);
        to.Measured("low", value.Low);
        to.Measured("high", value.High);
        to.WriteNumber("n", value.N);
        to.Message("methodData", "method", value.Method);
        to.WriteEndObject();
    }

    /// <summary>A measured number, or null.</summary>
    private static void Measured(this Utf8JsonWriter to, string name, double? value)
    {
        if (value is { } number)
        {
            to.WriteNumber(name, number);
        }
        else
        {
            to.WriteNull(name);
        }
    }
}
