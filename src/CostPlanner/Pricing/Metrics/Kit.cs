using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One kit for so many hosts (vSphere Essentials). How many kits an estate may use is a limit of its row, in words.</summary>
public static class Kit
{
    /// <summary>⌈hosts / max-hosts⌉. 3 hosts at 3: 1.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = rule.Parameter("max-hosts", 1);
        return new LicenceQuantity(
            decimal.Ceiling(estate.Hosts.Length / hosts),
            "kit",
            FormattableString.Invariant($"{estate.Hosts.Length} hosts, {hosts:0} in a kit"));
    }
}
