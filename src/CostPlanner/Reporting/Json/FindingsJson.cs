using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json;

/// <summary>The findings about the input, all of them.</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter to, ImmutableArray<Finding> findings)
    {
        to.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            to.WriteStartObject();
            to.WriteString("severity", Fields.Word(finding.Severity));
            to.WriteString("code", finding.Code);
            to.WriteString("message", finding.Message);
            to.WriteString("place", finding.Place.ToString());
            to.WriteString("done", finding.Done);
            to.WriteString("mend", finding.Mend);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
