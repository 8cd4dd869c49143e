namespace CostPlanner.Ingest.Tables;

/// <summary>Within which bounds the median of a column is plausible.</summary>
/// <param name="Id">What is measured, as <see cref="NumberKind"/> names it.</param>
/// <param name="Least">The smallest plausible median, in the base unit (MiB, MHz or a count).</param>
/// <param name="Most">The largest plausible median.</param>
/// <param name="OneRowSuffices">Whether one row alone is evidence of another unit, for no such machine can be outside the bounds.</param>
internal sealed record PlausibleRange(string Id, decimal Least, decimal Most, bool OneRowSuffices)
{
    /// <summary>Whether a median is within the bounds.</summary>
    public bool Holds(decimal? median) => median >= Least && median <= Most;
}
