using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>A sweep as JSON, whole or the share of one machine.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class SweepJson
{
    /// <summary>The sweep as text; the same sweep gives the same bytes.</summary>
    public static string Render(Sweep sweep) =>
        sweep.Seal is { Figures: "" } seal ? Text(sweep with { Seal = seal with { Figures = FiguresOf(sweep) } }) : Text(sweep);

    /// <summary>The hash that stands in the share of a sweep: of all of its text but itself.</summary>
    public static string FiguresOf(Sweep sweep)
    {
        var text = Text(sweep.Seal is { } seal ? sweep with { Seal = seal with { Figures = "" } } : sweep);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Text(Sweep sweep) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("schema", Sweep.Schema);
        to.WriteString("scenario", sweep.Scenario);
        to.WriteString("title", sweep.Title);
        to.Day("asOf", sweep.AsOf);
        to.WriteString("currency", sweep.Currency.Code);
        to.WriteString("baseline", sweep.Baseline);
        to.List("set", sweep.Set, each =>
        {
            to.WriteString("key", each.Key);
            to.WriteString("value", each.Value);
        });
        to.List("axes", sweep.Axes, axis =>
        {
            to.WriteString("key", axis.Key);
            to.WriteString("label", Sentences.Of(axis.Label));
            to.WriteString("unit", Sentences.Of(axis.Unit.Words));
            to.Texts("values", axis.Values);
        });
        to.List("measures", sweep.Measures, measure =>
        {
            to.WriteString("name", measure.Name);
            to.WriteString("label", Sentences.Of(measure.Label));
            to.WriteString("unit", Sentences.Of(measure.Unit.Words));
        });
        to.List("original", sweep.Original, option =>
        {
            to.WriteString("option", option.Id);
            to.WriteString("name", option.Name);
            to.Numbers("figures", option.Values);
            to.Texts("atLeast", option.AtLeast);
        });
        to.List("points", sweep.Points, point => Point(to, sweep, point));
        if (sweep.Seal is { } seal)
        {
            to.WriteStartObject("seal");
            to.WriteString("program", seal.Program);
            to.List("inputs", seal.Inputs, each =>
            {
                to.WriteString("name", each.Name);
                to.WriteString("sha256", each.Sha256);
            });
            to.WriteString("figures", seal.Figures);
            to.WriteEndObject();
        }

        to.WriteEndObject();
    });

    private static void Point(Utf8JsonWriter to, Sweep sweep, SweepPoint point)
    {
        to.WriteNumber("index", point.Index);
        to.Texts("values", Sweep.ValuesAt(sweep.Axes, point.Index));
        to.WriteStartArray("figures");
        foreach (var option in point.Figures)
        {
            to.Numbers(option);
        }

        to.WriteEndArray();
        to.WriteStartArray("atLeast");
        foreach (var option in point.AtLeast)
        {
            to.Texts(option);
        }

        to.WriteEndArray();
    }
}
