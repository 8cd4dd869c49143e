using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One kit for so many hosts of so many sockets (vSphere Essentials); kits do not add up beyond max-kits.</summary>
public static class Kit
{
    /// <summary>
    /// ⌈hosts / max-hosts⌉. 3 hosts at 3: 1. Refused beyond max-kits (1 where the row has none).
    /// </summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = rule.Parameter("max-hosts", 1);
        var most = rule.Parameter("max-kits", 1);
        var allowed = most == 1
            ? FormattableString.Invariant($"a kit is for {hosts:0.##}")
            : FormattableString.Invariant($"at most {most:0.##} kits may be used, each for {hosts:0.##}");
        return new LicenceQuantity(
            decimal.Ceiling(estate.Hosts.Length / hosts),
            "kit",
            FormattableString.Invariant($"{estate.Hosts.Length} hosts, {hosts:0.##} in a kit"))
        {
            Refusal = Limits.Hosts(estate.Hosts.Length, hosts * most, allowed),
        };
    }
}
