using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per core, with a floor per socket and a minimum per order (VMware by Broadcom, KB 313548; SQL Server; Oracle Database).</summary>
public static class Core
{
    /// <summary>
    /// Σ over sockets of max(cores, min-per-socket), at least min-per-order; licences come singly, not in packs.
    /// 2 sockets of 12 cores at a floor of 16: 32.
    /// </summary>
    /// <remarks>
    /// With cores-per-unit each host takes whole units: 5 cores at 2: 3 units. With core-factor the sum over the order is multiplied and rounded up
    /// once: 2 hosts of 9 cores at 0.5: 9. Refused beyond max-cores, counted with the floor.
    /// </remarks>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var floor = rule.Parameter("min-per-socket", 0);
        var unit = rule.Parameter("cores-per-unit", 1);
        var counted = estate.Hosts.Sum(host => host.CoresAtLeast(floor));
        var whole = estate.Hosts.Sum(host => decimal.Ceiling(host.CoresAtLeast(floor) / unit) * unit);
        var factored = decimal.Ceiling(whole * rule.Parameter("core-factor", 1));
        var billed = estate.Hosts.IsEmpty ? 0 : Math.Max(factored, rule.Parameter("min-per-order", 0));
        return new LicenceQuantity(
            decimal.Ceiling(billed / unit),
            unit == 1 ? Message.Of("unit.core") : Message.Of("unit.cores", ("cores", unit)),
            Clauses.With(
                Message.Of("core.counted", ("cores", estate.Hosts.Sum(host => host.Cores)), ("floor", floor), ("counted", counted)),
                rule.Limit("cores-per-unit") is { } pack ? Message.Of("core.packs", ("cores", pack)) : null,
                rule.Limit("core-factor") is { } share ? Message.Of("core.factor", ("factor", share)) : null,
                billed > factored ? Message.Of("core.minimum", ("cores", billed)) : null))
        {
            Refusal = Refusal(rule, counted),
        };
    }

    private static Message? Refusal(LicenceRule rule, decimal counted) =>
        rule.Limit("max-cores") is { } most && counted > most ? Message.Of("refusal.cores", ("cores", counted), ("most", most)) : null;
}
