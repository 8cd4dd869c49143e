namespace CostPlanner.Placement.VectorPacking;

/// <summary>Counts the looks that a search takes, and says when to stop.</summary>
/// <remarks>
/// Whoever asks spends at least one look: a loop that asks in each round ends, whatever its rounds come to. Every loop of the search asks, or uses up
/// something that is finite; a test of the architecture holds that.
/// </remarks>
internal sealed class WorkMeter(SearchLimits limits, long most)
{
    private long left = most;

    /// <summary>Why the search has to stop; null while it may go on.</summary>
    public StopReason? Stopped { get; private set; }

    /// <summary>Looks that are left.</summary>
    public long Left => left;

    /// <summary>Counts looks that were taken, at least one; false when the search has to stop.</summary>
    public bool Spend(long looks)
    {
        left -= Math.Max(1, looks);
        Stopped ??= left <= 0 ? StopReason.Work : limits.Stop?.Invoke();
        return Stopped is null;
    }

    /// <summary>Whether the caller calls the search off, whatever work is left; may be asked from any thread.</summary>
    public bool IsCalledOff() => limits.Stop?.Invoke() is not null;
}
