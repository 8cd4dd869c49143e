using System.Text.Json;

namespace CostPlanner.Tests.Given;

/// <summary>Properties that a result always has and that may be null: a property that is missing fails the test.</summary>
internal static class NullableJson
{
    public static bool IsNull(this JsonElement element, string name) => element.GetProperty(name).ValueKind == JsonValueKind.Null;

    /// <summary>A number, or null.</summary>
    public static decimal? Number(this JsonElement element, string name) => element.IsNull(name) ? null : element.GetProperty(name).GetDecimal();
}
