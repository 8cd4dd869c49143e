using CostPlanner.Model;
using CostPlanner.Placement.VectorPacking;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>A packing as JSON that scripts depend on.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class PackJson
{
    /// <summary>The result as text.</summary>
    public static string Render(string name, PackingInstance instance, bool countsCost, PackingResult result, decimal seconds) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("name", name);
        to.WriteNumber("items", instance.Copies);
        to.WriteNumber("itemTypes", instance.Counts.Length);
        to.WriteNumber("dimensions", instance.Dimensions);
        to.Number("bins", result.Plan?.TypeOf.Length);
        if (countsCost)
        {
            to.Number("cost", result.Cost);
        }

        to.Number("lowerBound", result.LowerBound);
        to.WriteString("boundBy", result.BoundBy);
        to.WriteBoolean("proven", result.Proven);
        to.Number("seconds", seconds);
        to.WriteString("stoppedBy", Fields.Word(result.Stopped));
        if (result.Obstacle is { } obstacle)
        {
            to.WriteString("obstacle", obstacle);
        }

        to.WriteEndObject();
    });
}
