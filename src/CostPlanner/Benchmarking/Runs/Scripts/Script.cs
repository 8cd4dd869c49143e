using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>What one replicate does: a fresh boot of these guests, all at once, and then these steps.</summary>
/// <param name="Guests">The guests; guest 1 is the first.</param>
/// <param name="Steps">What happens, in order.</param>
public sealed record Script(ImmutableArray<GuestShape> Guests, ImmutableArray<ScriptStep> Steps)
{
    /// <summary>The sample that each guest has of its boot, the first of all.</summary>
    public const string Boot = "boot";

    /// <summary>How long the steps last when all is well, in seconds, without boot and end.</summary>
    public int Seconds => Steps.Sum(step => step.Seconds);

    /// <summary>Memory of all guests, in MiB.</summary>
    public int MemoryMib => Guests.Sum(guest => guest.MemoryMib);
}
