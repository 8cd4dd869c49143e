using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>One for the whole estate, or one for each so many hosts (vCenter, flat fees).</summary>
public static class Flat
{
    /// <summary>⌈hosts / max-hosts⌉; without a limit 1 for any number of hosts above 0. Refused beyond max-instances.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var hosts = estate.Hosts.Length;
        if (rule.Limit("max-hosts") is not { } limit)
        {
            return new LicenceQuantity(Math.Min(1, hosts), Message.Of("unit.instance"), Message.Of("flat.any", ("hosts", hosts)));
        }

        return new LicenceQuantity(
            decimal.Ceiling(hosts / limit), Message.Of("unit.instance"), Message.Of("flat.each", ("hosts", hosts), ("most", limit)))
        {
            Refusal = rule.Limit("max-instances") is not { } most ? null : Limits.Hosts(hosts, limit * most, most == 1
                ? Message.Of("allowed.hosts", ("hosts", limit))
                : Message.Of("allowed.instances", ("instances", most), ("hosts", limit))),
        };
    }
}
