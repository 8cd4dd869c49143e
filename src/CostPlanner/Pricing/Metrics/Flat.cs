using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One for the whole estate, or one for each so many hosts (vCenter, flat fees).</summary>
public static class Flat
{
    /// <summary>⌈hosts / max-hosts⌉; without a limit 1 for any number of hosts above 0.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = FormattableString.Invariant($"one instance for {estate.Hosts.Length} hosts");
        return rule.Limit("max-hosts") is { } limit
            ? new LicenceQuantity(decimal.Ceiling(estate.Hosts.Length / limit), "instance", FormattableString.Invariant($"{hosts}, at most {limit:0} each"))
            : new LicenceQuantity(Math.Min(1, estate.Hosts.Length), "instance", hosts);
    }
}
