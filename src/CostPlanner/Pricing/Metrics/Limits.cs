using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Metrics;

/// <summary>What a product may not be used for: the limits of its row, the same for every metric, and why an estate is beyond one.</summary>
/// <remarks>
/// A kit and a flat fee count the hosts of each of them with <c>max-hosts</c>, and refuse too many themselves. A gigabyte of a row is a GiB.
/// </remarks>
internal static class Limits
{
    /// <summary>Every limit that the estate is beyond, one sentence for each kind; null where it is within all.</summary>
    /// <param name="rule">The rule of the product's row.</param>
    /// <param name="licensed">The hosts that are licensed.</param>
    public static Message? Refusal(LicenceRule rule, ImmutableArray<LicensedHost> licensed)
    {
        var sockets = licensed.Sum(host => host.Sockets);
        return Clauses.Of(
            rule is { Kind.HasOwnHosts: true } || rule.Limit("max-hosts") is not { } hosts
                ? null
                : Hosts(licensed.Length, hosts, Message.Of("allowed.hosts", ("hosts", hosts))),
            PoolSize(licensed, rule.Limit("max-hosts-per-pool")),
            First(licensed, rule.Limit("max-sockets-per-host"), host => host.Sockets,
                (host, most) => Message.Of("refusal.sockets", ("host", host.Name), ("sockets", host.Sockets), ("most", most))),
            First(licensed, rule.Limit("max-memory-gib"), host => host.Memory.GiB,
                (host, most) => Message.Of("refusal.memory", ("host", host.Name), ("gib", host.Memory.GiB), ("most", most))),
            First(licensed, rule.Limit("max-vms-per-host"), host => host.Guests,
                (host, most) => Message.Of("refusal.vms", ("host", host.Name), ("vms", host.Guests), ("most", most))),
            rule.Limit("max-vms-per-core") is { } each && licensed.FirstOrDefault(host => host.Guests > CoresOf(rule, host) * each) is { } full
                ? Message.Of("refusal.vms-of-cores", ("host", full.Name), ("vms", full.Guests), ("cores", CoresOf(rule, full)), ("most", each))
                : null,
            First(licensed, rule.Limit("max-gib-of-vms-per-host"), host => Pooled(rule, host),
                (host, most) => Message.Of("refusal.memory-of-vms", ("host", host.Name), ("gib", Pooled(rule, host)), ("most", most))),
            MemoryOfVms(rule, licensed, rule.Limit("max-gib-of-vms"), Message.Of("refusal.in-all")),
            MemoryOfVms(rule, licensed, rule.Limit("max-gib-of-vms-per-socket") * sockets, Message.Of("refusal.for-sockets", ("sockets", sockets))));
    }

    /// <summary>Why a product may not be used in such a way, whatever the hosts are; null where it may.</summary>
    /// <param name="rule">The rule of the product's row.</param>
    /// <param name="forGuests">Whether VMs are to be covered by it, and not the hosts themselves.</param>
    /// <param name="years">For how long it is to be used.</param>
    public static Message? OfUse(LicenceRule rule, bool forGuests, int years) => Clauses.Of(
        forGuests && rule.Limit("no-guests") is not null ? Message.Of("refusal.guests") : null,
        rule.Limit("max-days") is { } days && days < (decimal)Duration.HoursPerYear / Duration.HoursPerDay * years
            ? Message.Of("refusal.days", ("days", days), ("years", years))
            : null);

    /// <summary>Why so many hosts are too many, or null.</summary>
    public static Message? Hosts(int hosts, decimal most, Message allowed) =>
        hosts > most ? Message.Of("refusal.hosts", ("hosts", hosts), ("allowed", allowed)) : null;

    private static Message? PoolSize(ImmutableArray<LicensedHost> licensed, decimal? limit) =>
        limit is { } most && licensed.CountBy(host => host.Pool ?? "").FirstOrDefault(pool => pool.Value > most) is { Value: > 0 } pool
            ? pool.Key.Length > 0
                ? Message.Of("refusal.pool", ("hosts", pool.Value), ("pool", pool.Key), ("most", most))
                : Message.Of("refusal.one-pool", ("hosts", pool.Value), ("most", most))
            : null;

    private static Message? First(
        ImmutableArray<LicensedHost> licensed, decimal? limit, Func<LicensedHost, decimal> has, Func<LicensedHost, decimal, Message> said) =>
        limit is { } most && licensed.FirstOrDefault(host => has(host) > most) is { } beyond ? said(beyond, most) : null;

    private static Message? MemoryOfVms(LicenceRule rule, ImmutableArray<LicensedHost> licensed, decimal? limit, Message where) =>
        limit is { } most && licensed.Sum(host => Pooled(rule, host)) is var sum && sum > most
            ? Message.Of("refusal.memory-of-all", ("gib", sum), ("most", most), ("where", where))
            : null;

    // Of one VM at most so much counts, where the row says so.
    private static decimal Pooled(LicenceRule rule, LicensedHost host) => host.GibOfVms(rule.Limit("max-gib-per-vm"));

    private static decimal CoresOf(LicenceRule rule, LicensedHost host) => host.CoresAtLeast(rule.Parameter("min-per-socket", 0));
}
