using System.Text.Json;
using CostPlanner.Pricing;

namespace CostPlanner.Reporting.Json;

/// <summary>The answer to the claim of 2013.</summary>
internal static class ClaimJson
{
    public static void Write(Utf8JsonWriter to, ClaimAnswer claim)
    {
        to.WriteStartObject("claim");
        to.Number("low", claim.Low);
        to.Number("high", claim.High);
        to.WriteNumber("years", claim.Years);
        to.WriteStartArray("cells");
        foreach (var cell in claim.Cells)
        {
            to.WriteStartObject();
            to.WriteString("kvm", cell.Kvm);
            to.WriteString("other", cell.Other);
            to.WriteString("scope", Fields.Word(cell.Scope));
            to.Number("share", cell.Verdict == ClaimVerdict.NoAnswer ? null : cell.Share);
            to.WriteString("verdict", Fields.Word(cell.Verdict));
            to.WriteString("reason", cell.Reason);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteEndObject();
    }
}
