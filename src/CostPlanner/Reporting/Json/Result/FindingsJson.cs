using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>Findings: severity, code, message, file, sheet, row, column, done, mend; what is said in words also as id and values.</summary>
internal static class FindingsJson
{
    /// <summary>The array, under the name "findings" of the object that is open.</summary>
    public static void Write(Utf8JsonWriter to, IEnumerable<Finding> findings)
    {
        to.WritePropertyName("findings");
        WriteArray(to, findings);
    }

    /// <summary>The array alone.</summary>
    public static void WriteArray(Utf8JsonWriter to, IEnumerable<Finding> findings)
    {
        to.WriteStartArray();
        foreach (var finding in findings)
        {
            to.WriteStartObject();
            to.WriteString("severity", Fields.Word(finding.Severity));
            to.WriteString("code", finding.Code);
            to.Message("messageData", "message", finding.Message);
            to.WriteString("file", finding.Place.File);
            to.WriteString("sheet", finding.Place.Sheet);
            to.Number("row", finding.Place.Row);
            to.WriteString("column", finding.Place.Column);
            to.Message("doneData", "done", finding.Done);
            to.Message("mendData", "mend", finding.Mend);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
