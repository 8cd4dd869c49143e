using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per TiB of raw storage beyond what the licences of the cores bring (vSAN with VMware by Broadcom, KB 313548).</summary>
public static class Capacity
{
    /// <summary>
    /// ⌈⌈Σ raw TiB⌉ − cores bought × gib-per-core⌉, never below 0. 3 hosts of 1 × 8 cores with 3.84 TiB at 1 TiB per core and a floor of 16:
    /// ⌈11.52⌉ − 48 is below 0: 0.
    /// </summary>
    /// <remarks>
    /// <para>
    /// KB 313548 rounds the capacity up and takes the entitlement off; whether a fraction of an entitlement (0.25 TiB per core) is taken off before or after
    /// rounding it leaves open. Here the capacity is rounded first and the rest once more, so that there is never too little: at most 1 TiB more than the
    /// other reading.
    /// </para>
    /// <para>
    /// Cores bought are those of the cores' own line of the order; where it is not known, Σ over sockets of max(cores, min-per-socket), at least
    /// min-per-order. 32 cores in an order of at least 72 at 0.25 TiB per core bring 18 TiB, not 8: of 20 raw 2 are bought.
    /// </para>
    /// <para>min-tib-per-socket (January 2024): the capacity counts as at least so much for each socket of the hosts that have any.</para>
    /// <para>whole-when-over (KB 326663, to November 2024): where the raw capacity is above the entitlement, all of it is licensed, and not the excess.</para>
    /// </remarks>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var raw = estate.Hosts.Sum(host => host.RawStorage.TiB);
        var cores = estate.CoresBought
            ?? (estate.Hosts.IsEmpty
                ? 0
                : Math.Max(estate.Hosts.Sum(host => host.CoresAtLeast(rule.Parameter("min-per-socket", 0))), rule.Parameter("min-per-order", 0)));
        var entitled = cores * rule.Parameter("gib-per-core", 0) * ByteSize.FromGiB(1).TiB;
        var claimed = Math.Max(
            decimal.Ceiling(raw),
            estate.Hosts.Where(host => host.RawStorage > ByteSize.Zero).Sum(host => host.Sockets) * rule.Parameter("min-tib-per-socket", 0));
        var beyond = rule.Limit("whole-when-over") is null ? Math.Max(0, claimed - entitled) : raw > entitled ? claimed : 0;
        return new LicenceQuantity(decimal.Ceiling(beyond), Message.Of("unit.tib"), Words(rule, raw, claimed, cores, entitled));
    }

    private static Message Words(LicenceRule rule, decimal raw, decimal claimed, decimal cores, decimal entitled)
    {
        var isWhole = rule.Limit("whole-when-over") is not null;
        return Message.Of(isWhole ? "tib.whole" : "tib.beyond", ("raw", raw), ("counted", claimed), ("entitled", entitled), ("cores", cores));
    }
}
