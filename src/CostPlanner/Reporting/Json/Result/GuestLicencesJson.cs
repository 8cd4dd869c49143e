using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Pricing;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What the licences of an option's guests come to, each kind by itself.</summary>
internal static class GuestLicencesJson
{
    public static void Write(Utf8JsonWriter to, ImmutableArray<GuestBill> bills) =>
        to.List("guestLicences", bills, bill =>
        {
            to.WriteString("licence", bill.Licence);
            to.WriteNumber("vms", bill.Vms);
            to.WriteNumber("hosts", bill.Hosts);
            to.Number("amount", bill.Amount?.Amount);
            to.WriteBoolean("atLeast", !bill.IsComplete);
            to.WriteBoolean("inPlatform", bill.IsContained);
            to.WriteBoolean("confined", bill.IsConfined);
        });
}
