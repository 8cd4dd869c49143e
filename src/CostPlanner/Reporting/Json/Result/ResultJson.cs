using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>A business case as JSON for scripts: the contract "costplanner/result/2".</summary>
/// <remarks>
/// Its fields are described in the guide "json" (src/CostPlanner.Cli/Guides/json.md), which a test compares with what is written. The same case gives the same
/// text, byte for byte: no clock, duration, path or thread count is in it. Fields are only added within a version.
/// </remarks>
public static class ResultJson
{
    /// <summary>The schema's name and version.</summary>
    public const string Schema = "costplanner/result/2";

    /// <summary>The case as JSON, indented, lines ended by \n.</summary>
    public static string Render(CaseStudy result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonText.Of(to =>
        {
            to.WriteStartObject();
            to.WriteString("schema", Schema);
            ScenarioJson.Write(to, result);
            DecisionJson.Write(to, result);
            EstateJson.Write(to, result);
            OptionsJson.Write(to, result);
            EvidenceJson.Write(to, result.Evidence);
            SizingJson.Write(to, result);
            RunwayJson.Write(to, "runway", result.Runway);
            UncertaintyJson.Write(to, result);
            if (result.Claim is { } claim)
            {
                ClaimJson.Write(to, result, claim);
            }

            FindingsJson.Write(to, result.Findings);
            AssumptionsJson.Write(to, result);
            to.WriteEndObject();
        }) + "\n";
    }
}
