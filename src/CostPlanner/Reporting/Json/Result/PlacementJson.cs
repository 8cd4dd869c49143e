using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>How the scenario wants VMs placed.</summary>
internal static class PlacementJson
{
    public static void Write(Utf8JsonWriter to, PlacementRules placement)
    {
        to.WriteStartObject("placement");
        to.WriteString("objective", Fields.Word(placement.Objective));
        to.WriteString("within", Fields.Word(placement.Within));
        to.WriteBoolean("surviveSite", placement.SurviveSite);
        to.Number("vmsPerHost", placement.VmsPerHost);
        to.List("sites", placement.Sites, site =>
        {
            to.WriteString("name", site.Name);
            to.Texts("hosts", site.Hosts);
        });
        to.List("rules", placement.Rules, rule =>
        {
            to.WriteString("name", rule.Name);
            to.WriteString("kind", Fields.Word(rule.Kind));
            to.Texts("vms", rule.Vms);
            to.Texts("hosts", rule.Hosts);
            to.Number("atMost", rule.Kind is RuleKind.KeepApart or RuleKind.SpreadOverSites ? rule.AtMost : null);
        });
        to.List("devices", placement.Devices, device =>
        {
            to.WriteString("name", device.Name);
            to.Texts("vms", device.Vms);
            to.Texts("hosts", device.Hosts);
            to.WriteNumber("perHost", device.PerHost);
            to.WriteBoolean("onNewHosts", device.OnNewHosts);
        });
        to.List("guestLicences", placement.GuestLicences, licence =>
        {
            to.WriteString("name", licence.Name);
            to.WriteString("guests", licence.Guests is { } system ? Fields.Word(system) : null);
            to.Texts("vms", licence.Vms);
            to.WriteString("product", licence.Product);
        });
        to.WriteEndObject();
    }
}
