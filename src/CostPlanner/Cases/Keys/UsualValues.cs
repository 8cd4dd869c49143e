using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>The values of a key that are looked at where the user names none.</summary>
internal static class UsualValues
{
    /// <summary>What a vendor may take off.</summary>
    public static AssumptionBounds Discount { get; } = new(0, 0.95m);

    /// <summary>By what a price may be multiplied.</summary>
    public static AssumptionBounds PriceFactor { get; } = new(0.2m, 3);

    /// <summary>Years looked ahead.</summary>
    public static AssumptionBounds Horizon { get; } = new(1, 10);

    /// <summary>VMs of a host.</summary>
    public static AssumptionBounds VmsPerHost { get; } = new(10, 100);

    /// <summary>Tax.</summary>
    public static AssumptionBounds Tax { get; } = new(0, 0.5m);

    /// <summary>Hosts added to a cluster.</summary>
    public static AssumptionBounds HostsAdded { get; } = new(0, 10);

    /// <summary>More VMs like one.</summary>
    public static AssumptionBounds Copies { get; } = new(0, 50);

    /// <summary>An amount from nothing to twice what it is; null where it is nothing or not known.</summary>
    public static AssumptionBounds? ToTwice(decimal? now) => now is > 0 and var amount ? new AssumptionBounds(0, 2 * amount) : null;

    /// <summary>
    /// An assumption: the values that its key names, else its plausible range and half as much again on either side, from half to twice its value where
    /// it has no range. Always within what it can mean, and wide enough for its value now; null where nothing is left.
    /// </summary>
    public static AssumptionBounds? Of(Assumption assumption, decimal now)
    {
        var half = (assumption.High - assumption.Low) / 2;
        var key = KnownAssumptions.Of(assumption.Id);
        return Around(now, key.Bounds, key switch
        {
            { Usual: { } usual } => usual,
            { UsualTimes: { } times } => new AssumptionBounds(0, times * now),
            _ when half > 0 => new AssumptionBounds(assumption.Low - half, assumption.High + half),
            _ => new AssumptionBounds(now / 2, now * 2),
        });
    }

    /// <summary>The same values, cut to what the key can be and widened to hold its value now; null where nothing is left.</summary>
    public static AssumptionBounds? Around(decimal? now, AssumptionBounds bounds, AssumptionBounds usual)
    {
        var (low, high) = (Math.Max(bounds.Low, Math.Min(usual.Low, now ?? usual.Low)), Math.Min(bounds.High, Math.Max(usual.High, now ?? usual.High)));
        return low < high ? new AssumptionBounds(low, high) : null;
    }
}
