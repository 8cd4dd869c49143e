using System.Text.Json;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What was read of the estate.</summary>
internal static class EstateJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        to.WriteStartObject("estate");
        Write(to, result.Inputs.Inventory, result);
        Write(to, result.Baseline.Demand);
        SelectionsJson.Write(to, result);
        to.WriteEndObject();
    }

    /// <summary>The fields of an inventory, into the object that is open.</summary>
    public static void Write(Utf8JsonWriter to, Inventory inventory, CaseStudy? result = null)
    {
        to.Texts("files", inventory.Files);
        to.WriteString("writtenBy", inventory.WrittenBy);
        to.Day("exportedOn", inventory.ExportedOn);
        to.WriteString("platform", Fields.Word(inventory.Platform));
        Write(to, EstateCounts.Of(inventory));
        if (!inventory.TellsClusters)
        {
            to.WriteBoolean("tellsClusters", false);
        }

        if (!inventory.AreHostsKnown)
        {
            to.Message("whyHostsUnknownData", "whyHostsUnknown", inventory.WhyHostsUnknown ?? Message.Of("no-hosts.none-listed"));
        }

        EstateVmsJson.Write(to, inventory, result);
        Rows(to, inventory);
    }

    private static void Write(Utf8JsonWriter to, EstateCounts counts)
    {
        to.WriteNumber("vms", counts.Vms);
        to.WriteNumber("vmsPoweredOn", counts.VmsPoweredOn);
        to.WriteNumber("vmsPoweredOff", counts.VmsPoweredOff);
        to.WriteNumber("templates", counts.Templates);
        to.WriteNumber("vmsOfUnknownSize", counts.VmsOfUnknownSize);
        to.WriteNumber("placeholders", counts.Placeholders);
        to.WriteNumber("inaccessible", counts.Inaccessible);
        to.WriteNumber("orphaned", counts.Orphaned);
        to.WriteNumber("disconnected", counts.Disconnected);
        to.WriteNumber("vCpus", counts.VCpus);
        to.Number("memoryMiB", counts.Memory.MiB);
        to.WriteNumber("vCpusPoweredOn", counts.VCpusPoweredOn);
        to.Number("memoryMiBPoweredOn", counts.MemoryPoweredOn.MiB);
        to.Number("hosts", counts.Hosts);
        to.WriteNumber("clusters", counts.Clusters);
        to.Number("cores", counts.Cores);
        to.Number("licensableCores", counts.LicensableCores);
        to.WriteNumber("hostsNotDescribed", counts.HostsNotDescribed);
        to.WriteNumber("vmsOfUnknownPower", counts.VmsOfUnknownPower);
        to.WriteNumber("vmsOfUnknownDisk", counts.VmsOfUnknownDisk);
    }

    private static void Write(Utf8JsonWriter to, EstateDemand demand)
    {
        to.WriteStartObject("counted");
        to.WriteNumber("running", demand.Running.Length);
        to.WriteNumber("notRunning", demand.NotRunning.Length);
        to.WriteNumber("templates", demand.Templates.Length);
        to.WriteNumber("placeholders", demand.Placeholders.Length);
        to.WriteNumber("leftOut", demand.LeftOut.Length);
        to.WriteNumber("ofPlatform", demand.OfPlatform.Length);
        to.WriteNumber("doneWithout", demand.DoneWithout.Length);
        to.WriteNumber("lost", demand.Lost.Length);
        to.WriteEndObject();
    }

    private static void Rows(Utf8JsonWriter to, Inventory inventory)
    {
        to.WriteStartObject("rows");
        foreach (var sheet in inventory.Rows)
        {
            to.WriteStartObject(sheet.Sheet);
            to.WriteNumber("read", sheet.Read);
            to.WriteNumber("used", sheet.Used);
            to.WriteNumber("setAside", sheet.SetAside);
            to.WriteEndObject();
        }

        to.WriteEndObject();
    }
}
