using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One for the whole estate, or one for each so many hosts (vCenter, flat fees).</summary>
public static class Flat
{
    /// <summary>⌈hosts / max-hosts⌉; without a limit 1 for any number of hosts above 0.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var limit = rule.Parameter("max-hosts", int.MaxValue);
        var units = decimal.Ceiling(estate.Hosts.Length / limit);
        return new LicenceQuantity(
            units,
            "instance",
            FormattableString.Invariant($"one instance for {estate.Hosts.Length} hosts") + (limit < int.MaxValue ? FormattableString.Invariant($", at most {limit:0} each") : ""));
    }
}
