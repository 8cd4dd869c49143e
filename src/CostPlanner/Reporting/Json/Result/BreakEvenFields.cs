using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>Break-evens and maps of winners in JSON, the same in the result of a case and where they are asked for alone.</summary>
internal static class BreakEvenFields
{
    /// <summary>The fields of one key.</summary>
    /// <param name="to">Where they are written.</param>
    /// <param name="key">The key with its pairs.</param>
    /// <param name="ids">The ids of the options that pairs count among.</param>
    public static void Write(Utf8JsonWriter to, KeyBreakEvens key, ImmutableArray<string> ids)
    {
        to.WriteString("key", key.Key.Name);
        to.Message("labelData", "label", key.Key.Label);
        to.Message("unitData", "unit", key.Key.Unit.Words);
        to.Number("now", key.Now);
        to.Number("low", key.Low);
        to.Number("high", key.High);
        if (key.Plausible is { } plausible)
        {
            to.WriteStartObject("plausible");
            to.Number("low", plausible.Low);
            to.Number("high", plausible.High);
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("plausible");
        }

        to.List("pairs", key.Pairs, pair =>
        {
            to.WriteString("a", ids[pair.A]);
            to.WriteString("b", ids[pair.B]);
            to.Number("atLow", pair.Answer.AtLow);
            to.Number("atHigh", pair.Answer.AtHigh);
            to.Number("least", pair.Answer.Least);
            to.Number("most", pair.Answer.Most);
            to.WriteNumber("looked", pair.Answer.Looked);
            to.WriteNumber("missing", pair.Answer.Missing);
            to.List("crossings", pair.Answer.Crossings, each => Crossing(to, each));
        });
    }

    /// <summary>The field "map": an object, or null where there is none.</summary>
    public static void Map(Utf8JsonWriter to, KeyMap? map, CaseInputs inputs, ImmutableArray<string> ids)
    {
        if (map is null)
        {
            to.WriteNull("map");
            return;
        }

        to.WriteStartObject("map");
        to.WriteString("x", map.X.Key.Name);
        to.WriteString("y", map.Y.Key.Name);
        to.Number("xNow", map.X.Key.Value(inputs));
        to.Number("yNow", map.Y.Key.Value(inputs));
        to.List("cells", map.Map.Cells, cell =>
        {
            to.Number("x", cell.X);
            to.Number("y", cell.Y);
            to.WriteString("winner", cell.Winner is { } winner ? ids[winner] : null);
            to.Number("lead", cell.Lead);
            to.Numbers("totals", cell.Totals);
        });
        to.WriteEndObject();
    }

    private static void Crossing(Utf8JsonWriter to, Crossing each)
    {
        to.Number("at", each.At);
        to.Number("from", each.From);
        to.Number("to", each.To);
        to.Number("before", each.Before);
        to.Number("after", each.After);
        to.WriteBoolean("hasGap", each.HasGap);
    }
}
