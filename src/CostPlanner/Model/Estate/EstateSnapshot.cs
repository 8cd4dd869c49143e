using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>An estate as it was on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="File">The file that it was read from, without its folder.</param>
/// <param name="Inventory">The estate.</param>
public sealed record EstateSnapshot(DateOnly Day, string File, Inventory Inventory);

/// <summary>The same estate on several days.</summary>
public sealed record SnapshotSeries
{
    /// <summary>No snapshot at all.</summary>
    public static SnapshotSeries None { get; } = new([]);

    /// <summary>A series; throws where two are of one day.</summary>
    public SnapshotSeries(ImmutableArray<EstateSnapshot> snapshots)
    {
        if (snapshots.GroupBy(each => each.Day).FirstOrDefault(day => day.Count() > 1) is { } twice)
        {
            throw new ArgumentException(FormattableString.Invariant($"two snapshots are of {twice.Key:yyyy-MM-dd}"), nameof(snapshots));
        }

        Snapshots = [.. snapshots.OrderBy(each => each.Day)];
    }

    /// <summary>The snapshots, the oldest first.</summary>
    public ImmutableArray<EstateSnapshot> Snapshots { get; }
}
