using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>The outcome of reading an inventory file: an inventory, or none and at least one error.</summary>
/// <param name="Inventory">The estate, or null when the file could not be used; then a finding of severity Error says why.</param>
/// <param name="Findings">Everything the reader had to say; the same list as the inventory's own where there is one.</param>
public sealed record InventoryReading(Inventory? Inventory, ImmutableArray<Finding> Findings)
{
    /// <summary>A file that could not be used, for one reason.</summary>
    internal static InventoryReading Refused(string path, string code, string message, string mend) =>
        new(null, [new Finding(
            Severity.Error, code, message, new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), "Nothing was read", mend)]);
}
