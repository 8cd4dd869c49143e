using System.Text.Json;
using CostPlanner.Studies.Evidence;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What today's estate proves against the assumptions.</summary>
internal static class EvidenceJson
{
    private const int Decimals = 4;

    /// <summary>The field <c>evidence</c>; absent where nothing contradicts.</summary>
    public static void Write(Utf8JsonWriter to, EvidenceStudy evidence)
    {
        if (evidence.Contradictions.IsEmpty && evidence.Purchases.IsEmpty)
        {
            return;
        }

        to.WriteStartObject("evidence");
        to.List("contradictions", evidence.Contradictions, each =>
        {
            to.WriteString("cluster", each.What.Cluster);
            to.WriteString("vm", each.What.Vm);
            to.Message("whatData", "what", each.What.What);
            to.Number("runs", decimal.Round(each.What.Runs, Decimals));
            to.Number("allowed", decimal.Round(each.What.Allowed, Decimals));
            to.WriteNumber("hosts", each.What.Hosts);
            to.WriteNumber("hostsLost", each.What.Lost);
            to.WriteString("assumption", each.What.Assumption);
            to.Number("value", each.What.Assumption is null ? null : each.What.Value);
            to.Number("valueThatHolds", each.What.Holds);
            to.Texts("options", each.Options);
        });
        to.List("purchases", evidence.Purchases, each =>
        {
            to.WriteString("cluster", each.Cluster);
            to.WriteNumber("hostsToday", each.HostsToday);
            to.WriteNumber("bought", each.Bought);
            to.Texts("options", each.Options);
        });
        to.WriteEndObject();
    }
}
