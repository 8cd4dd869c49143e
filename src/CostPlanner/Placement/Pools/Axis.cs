using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>One figure that every server has so much of and every item takes so much of.</summary>
/// <param name="Label">The axis within a sentence: "memory", "memory in time bucket 14", "GPU".</param>
/// <param name="Need">What an item takes, in natural units (vCPUs, MiB, operations a second, pieces).</param>
/// <param name="Capacity">What a server offers, in the same units.</param>
internal sealed record Axis(Message Label, Func<PackedItem, decimal> Need, Func<PlannedHost, decimal> Capacity)
{
    /// <summary>The resource that it measures; null for pieces: devices, VMs, permissions.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>Whole numbers are kept of this many parts of a natural unit, or fewer where capacities would get too large.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Why items may run on some servers only; null for an axis of amounts.</summary>
    public Restriction? Restriction { get; init; }

    /// <summary>Whether the user ties items to servers by it, so that they go down with the last of those servers and need no place elsewhere.</summary>
    public bool Ties { get; init; }
}

/// <summary>Items that may run on some servers only.</summary>
/// <param name="Why">The reason, as the end of a sentence: rule "Oracle hosts" allows it only on esx-01.</param>
/// <param name="Binds">Whether it binds an item.</param>
/// <param name="Allows">Whether it allows a server.</param>
internal sealed record Restriction(Message Why, Func<PackedItem, bool> Binds, Func<PlannedHost, bool> Allows)
{
    /// <summary>Whether it only spreads VMs over sites, and so gives way when a site is lost.</summary>
    public bool IsOfSite { get; init; }

    /// <summary>Whether it is a rule of the user's that ties VMs to hosts.</summary>
    public bool Ties { get; init; }

    /// <summary>As an axis: an allowed server offers a permission for every item, a forbidden one none.</summary>
    public Axis AsAxis(int items) => new("permission", item => Binds(item) ? 1 : 0, server => Allows(server) ? items : 0) { Restriction = this, Ties = Ties };
}
