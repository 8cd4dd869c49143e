using System.Text.Json;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The ways over the end of today's contract while the VMs of an option move.</summary>
internal static class AlternativesJson
{
    public static void Write(Utf8JsonWriter to, MoveAlternatives? alternatives)
    {
        if (alternatives is null)
        {
            to.WriteNull("alternatives");
            return;
        }

        to.WriteStartObject("alternatives");
        to.WriteNumber("contractMonths", alternatives.From);
        to.WriteNumber("lastMoveMonth", alternatives.Until);
        to.WriteString("beginBy", alternatives.BeginBy is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : null);
        to.Number("vmsPerWeek", alternatives.VmsPerWeek);
        to.Number("dearestExtension", alternatives.DearestExtension?.Amount);
        to.List("ways", alternatives.Ways, way =>
        {
            to.WriteString("way", Fields.Word(way.Way));
            to.WriteString("product", way.Product);
            to.Number("doubleRunning", way.DoubleRunning?.Amount);
            to.Number("total", way.Total?.Amount);
            to.Message("whyNoneData", "whyNone", way.WhyNone);
        });
        to.WriteEndObject();
    }
}
