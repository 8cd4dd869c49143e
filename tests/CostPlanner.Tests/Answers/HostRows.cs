using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>Rows of vHost, to be bent by tests.</summary>
internal static class HostRows
{
    /// <summary>The row with another value under a header of vHost.</summary>
    public static object?[] WithHost(this object?[] row, string header, object? value)
    {
        object?[] changed = [.. row];
        changed[Array.IndexOf(SmallEstate.HostHeaders, header)] = value;
        return changed;
    }
}
