namespace CostPlanner.Placement.VectorPacking;

/// <summary>How long to search, and with what.</summary>
/// <param name="Seed">The same seed gives the same plan, on any number of threads, unless the caller stops the search.</param>
/// <param name="Threads">Threads that may work at once, 1 or more.</param>
/// <param name="Work">Looks at a bin or an item that the search may take; null for a measure that grows with the instance.</param>
/// <param name="Stop">Asked again and again while searching: null to go on, or why to stop; the best plan so far is the result.</param>
/// <param name="Progress">Told each time a better plan is found: its cost.</param>
public sealed record SearchLimits(
    int Seed = 0,
    int Threads = 1,
    long? Work = null,
    Func<StopReason?>? Stop = null,
    Action<decimal>? Progress = null);
