using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What was read of an inventory, as JSON that scripts depend on.</summary>
/// <remarks>
/// Fields: files, writtenBy, exportedOn, platform, vms, vmsPoweredOn (those of unknown power among them), vmsPoweredOff, templates,
/// vmsOfUnknownSize, placeholders, inaccessible, orphaned, disconnected (these three by the connection state, and counted among the others too),
/// vCpus, memoryMiB (all VMs read), vCpusPoweredOn, memoryMiBPoweredOn (powered on, not templates), hosts, clusters, cores,
/// licensableCores (16 per CPU at least), hostsNotDescribed (while it is not 0, cores are lower bounds), vmsOfUnknownPower (counted as
/// powered on) and vmsOfUnknownDisk, whyHostsUnknown (only where hosts are not known: hosts, cores and licensableCores
/// are null then, never 0), platformVms, lost and
/// inventoryRules as <see cref="ResultJson"/> has them, rows (by sheet: read,
/// used, setAside), findings. A file that cannot be read has only findings.
/// </remarks>
public static class InspectJson
{
    /// <summary>One object for one inventory, an array for several.</summary>
    public static string Render(ImmutableArray<(Inventory? Inventory, ImmutableArray<Finding> Findings)> readings) => JsonText.Of(to =>
    {
        if (readings.Length == 1)
        {
            Write(to, readings[0].Inventory, readings[0].Findings);
            return;
        }

        to.WriteStartArray();
        foreach (var (inventory, findings) in readings)
        {
            Write(to, inventory, findings);
        }

        to.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter to, Inventory? inventory, ImmutableArray<Finding> findings)
    {
        to.WriteStartObject();
        if (inventory is not null)
        {
            EstateJson.Write(to, inventory);
        }

        FindingsJson.Write(to, findings);
        to.WriteEndObject();
    }
}
