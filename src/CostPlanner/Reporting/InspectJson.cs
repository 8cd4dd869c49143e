using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CostPlanner.Model;

namespace CostPlanner.Reporting;

/// <summary>What was read of an inventory, as JSON that scripts depend on.</summary>
/// <remarks>
/// Fields: files, writtenBy, vms, vmsPoweredOn, vmsPoweredOff, templates, vmsOfUnknownSize, placeholders, vCpus, memoryMiB (all VMs read),
/// vCpusPoweredOn, memoryMiBPoweredOn (powered on, not templates), hosts, hostsNotDescribed, clusters, cores, licensableCores
/// (16 per CPU at least; a lower bound while hostsNotDescribed is not 0), rows (by sheet: read, used, setAside), findings.
/// A file that cannot be read has "files" empty and only findings.
/// </remarks>
public static class InspectJson
{
    /// <summary>One object for one inventory, an array for several.</summary>
    public static string Render(ImmutableArray<(Inventory? Inventory, ImmutableArray<Finding> Findings)> readings)
    {
        var objects = readings.Select(reading => One(reading.Inventory, reading.Findings)).ToArray();
        return JsonText.Of(objects.Length == 1 ? objects[0] : new JsonArray([.. objects]));
    }

    private static JsonObject One(Inventory? inventory, ImmutableArray<Finding> findings)
    {
        var json = new JsonObject { ["files"] = new JsonArray([.. (inventory?.Files ?? []).Select(file => (JsonNode)file)]) };
        if (inventory is not null)
        {
            Add(json, inventory, EstateCounts.Of(inventory));
        }

        json["findings"] = JsonText.Of(findings);
        return json;
    }

    private static void Add(JsonObject json, Inventory inventory, EstateCounts counts)
    {
        json["writtenBy"] = inventory.WrittenBy;
        json["vms"] = counts.Vms;
        json["vmsPoweredOn"] = counts.VmsPoweredOn;
        json["vmsPoweredOff"] = counts.VmsPoweredOff;
        json["templates"] = counts.Templates;
        json["vmsOfUnknownSize"] = counts.VmsOfUnknownSize;
        json["placeholders"] = counts.Placeholders;
        json["vCpus"] = counts.VCpus;
        json["memoryMiB"] = counts.Memory.MiBRoundedDown;
        json["vCpusPoweredOn"] = counts.VCpusPoweredOn;
        json["memoryMiBPoweredOn"] = counts.MemoryPoweredOn.MiBRoundedDown;
        json["hosts"] = counts.Hosts;
        json["hostsNotDescribed"] = counts.HostsNotDescribed;
        json["clusters"] = counts.Clusters;
        json["cores"] = counts.Cores;
        json["licensableCores"] = counts.LicensableCores;
        var rows = new JsonObject();
        foreach (var sheet in inventory.Rows)
        {
            rows[sheet.Sheet] = new JsonObject { ["read"] = sheet.Read, ["used"] = sheet.Used, ["setAside"] = sheet.SetAside };
        }

        json["rows"] = rows;
    }
}
