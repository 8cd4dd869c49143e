using CostPlanner.Model;

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
            unit == 1 ? "core" : FormattableString.Invariant($"{unit:0.##} cores"),
            Words(rule, estate, counted) + (billed > factored ? FormattableString.Invariant($"; the order's minimum is {billed:0.##}") : ""))
        {
            Refusal = Refusal(rule, counted),
        };
    }

    private static string Words(LicenceRule rule, LicensedEstate estate, decimal counted)
    {
        var cores = FormattableString.Invariant(
            $"{estate.Hosts.Sum(host => host.Cores)} cores, at least {rule.Parameter("min-per-socket", 0):0.##} per socket: {counted:0.##}");
        var packs = rule.Limit("cores-per-unit") is { } unit ? FormattableString.Invariant($"; {unit:0.##} in a unit, whole units on each host") : "";
        var factor = rule.Limit("core-factor") is { } share ? FormattableString.Invariant($"; times {share:0.####}, rounded up once") : "";
        return cores + packs + factor;
    }

    private static string? Refusal(LicenceRule rule, decimal counted) =>
        counted > rule.Limit("max-cores") ? FormattableString.Invariant($"{counted:0.##} cores: it is for {rule.Limit("max-cores"):0.##}") : null;
}
