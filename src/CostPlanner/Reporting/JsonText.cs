using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CostPlanner.Model;

namespace CostPlanner.Reporting;

/// <summary>How this program writes JSON: indented, with letters of any language as they are.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A node as text.</summary>
    public static string Of(JsonNode node) => node.ToJsonString(Layout);

    /// <summary>Findings as an array: severity, code, message, file, sheet, row, column, done, mend.</summary>
    public static JsonArray Of(IEnumerable<Finding> findings) => new(
    [
        .. findings.Select(finding => new JsonObject
        {
            ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
            ["code"] = finding.Code,
            ["message"] = finding.Message,
            ["file"] = finding.Place.File,
            ["sheet"] = finding.Place.Sheet,
            ["row"] = finding.Place.Row,
            ["column"] = finding.Place.Column,
            ["done"] = finding.Done,
            ["mend"] = finding.Mend,
        }),
    ]);
}
