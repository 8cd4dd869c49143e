using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What was read of an inventory, as JSON that scripts depend on.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
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
