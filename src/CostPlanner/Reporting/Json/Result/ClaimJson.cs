using System.Text.Json;
using CostPlanner.Pricing.Claims;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The answer to the claim of 2013.</summary>
internal static class ClaimJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result, ClaimAnswer claim)
    {
        to.WriteStartObject("claim");
        to.Number("low", claim.Low);
        to.Number("high", claim.High);
        to.WriteNumber("years", result.Inputs.Scenario.HorizonYears);
        to.Texts("features", result.Inputs.Scenario.ClaimFeatures);
        to.List("cells", claim.Pairs.SelectMany(pair => pair.Cells.Select(cell => (pair, cell))), each => Write(to, each.pair, each.cell));
        to.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter to, ClaimPair pair, ClaimCell cell)
    {
        to.WriteString("kvm", pair.Kvm);
        to.WriteString("other", pair.Other);
        to.WriteString("scope", Fields.Word(cell.Scope));
        to.WriteNumber("years", cell.Years);
        to.Number("share", cell.Share);
        to.WriteString("verdict", Fields.Word(cell.Verdict));
        to.Message("reasonData", "reason", cell.Reason);
        to.WriteBoolean("restsOnPlaceholder", cell.RestsOnPlaceholder);
        to.WriteStartObject("equalFeatures");
        to.WriteString("state", Fields.Word(pair.Features.State));
        to.Texts("lacks", pair.Features.Lacks);
        to.Texts("unknown", pair.Features.Unknown);
        to.WriteEndObject();
    }
}
