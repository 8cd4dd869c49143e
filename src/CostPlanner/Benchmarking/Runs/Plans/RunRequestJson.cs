using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>A request as one line of JSON, as it goes to the program on another host.</summary>
/// <remarks>{"v":1,"id":"run-1","plan":"quick","seed":7,"storage":null,"network":false}; every key is there.</remarks>
public static class RunRequestJson
{
    private static readonly string[] Plans = [MeasurementConditions.SelfTest, "quick", "standard", "thorough"];

    /// <summary>The line, without its end.</summary>
    public static string Line(RunRequest request) => StrictLine.Of(to =>
    {
        to.WriteString("id", request.Id);
        to.WriteString("plan", request.Plan);
        to.WriteNumber("seed", request.Seed);
        to.WriteString("storage", request.Storage);
        to.WriteBoolean("network", request.HasNetwork);
    });

    /// <summary>The request of a line; what is none is a <see cref="FormatException"/> with the reason.</summary>
    public static RunRequest Read(ReadOnlyMemory<byte> line) => StrictLine.Read(line, Of);

    private static RunRequest Of(JsonElement root)
    {
        StrictLine.Only(root, "id", "plan", "seed", "storage", "network");
        var request = new RunRequest(
            StrictLine.Text(root, "id"),
            StrictLine.Text(root, "plan"),
            root.GetProperty("seed").GetInt32(),
            StrictLine.OptionalText(root, "storage"),
            root.GetProperty("network").GetBoolean());
        return 0 switch
        {
            _ when !BenchmarkRun.IsId(request.Id) => throw new FormatException("the id is not letters, digits, hyphens, underscores and dots"),
            _ when !Plans.Contains(request.Plan) => throw new FormatException($"the plan is none of {string.Join(", ", Plans)}"),
            _ when request.Storage is { } storage && !(Path.IsPathFullyQualified(storage) && MeasurementName.IsPlain(storage)) =>
                throw new FormatException("the storage is no whole path of a folder"),
            _ => request,
        };
    }
}
