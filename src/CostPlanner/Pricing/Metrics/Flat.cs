using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One for the whole estate, or one for each so many hosts (vCenter, flat fees).</summary>
public static class Flat
{
    /// <summary>⌈hosts / max-hosts⌉; without a limit 1 for any number of hosts above 0. Refused beyond max-instances.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = FormattableString.Invariant($"one instance for {estate.Hosts.Length} hosts");
        if (rule.Limit("max-hosts") is not { } limit)
        {
            return new LicenceQuantity(Math.Min(1, estate.Hosts.Length), "instance", hosts);
        }

        var most = rule.Limit("max-instances");
        var allowed = most == 1
            ? FormattableString.Invariant($"it is for {limit:0.##}")
            : FormattableString.Invariant($"at most {most:0.##} instances may be used, each for {limit:0.##}");
        return new LicenceQuantity(
            decimal.Ceiling(estate.Hosts.Length / limit), "instance", FormattableString.Invariant($"{hosts}, at most {limit:0.##} each"))
        {
            Refusal = Limits.Hosts(estate.Hosts.Length, limit * most, allowed),
        };
    }
}
