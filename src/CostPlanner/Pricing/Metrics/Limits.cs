using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>What a product may not be used for: the limits of its row, the same for every metric, and why an estate is beyond one.</summary>
/// <remarks>
/// A kit and a flat fee count the hosts of each of them with <c>max-hosts</c>, and refuse too many themselves. A gigabyte of a row is a GiB.
/// </remarks>
internal static class Limits
{
    /// <summary>The words of every limit that the estate is beyond, one sentence for each kind; null where it is within all.</summary>
    /// <param name="rule">The rule of the product's row.</param>
    /// <param name="licensed">The hosts that are licensed.</param>
    public static string? Refusal(LicenceRule rule, ImmutableArray<LicensedHost> licensed)
    {
        var broken = new[]
        {
            rule.Kind is { HasOwnHosts: true }
                ? null
                : Hosts(licensed.Length, rule.Limit("max-hosts"), FormattableString.Invariant($"it is for {rule.Limit("max-hosts"):0.##}")),
            PoolSize(licensed, rule.Limit("max-hosts-per-pool")),
            First(licensed, host => host.Sockets > rule.Limit("max-sockets-per-host"),
                host => $"{host.Sockets} sockets: at most {rule.Limit("max-sockets-per-host"):0.##} are allowed"),
            First(licensed, host => host.Memory.GiB > rule.Limit("max-memory-gib"),
                host => $"{host.Memory.GiB:0.##} GiB of memory: at most {rule.Limit("max-memory-gib"):0.##} are allowed"),
            First(licensed, host => host.Guests > rule.Limit("max-vms-per-host"),
                host => $"{Vms(host.Guests)} that may run on it at once: at most {rule.Limit("max-vms-per-host"):0.##} are allowed"),
            First(licensed, host => host.Guests > CoresOf(rule, host) * rule.Limit("max-vms-per-core"),
                host => $"{Vms(host.Guests)} that may run on it at once and {CoresOf(rule, host):0.##} licensed cores: at most {
                    rule.Limit("max-vms-per-core"):0.##} for each are allowed"),
            First(licensed, host => Pooled(rule, host) > rule.Limit("max-gib-of-vms-per-host"),
                host => $"{Pooled(rule, host):0.##} GiB of memory of VMs: at most {rule.Limit("max-gib-of-vms-per-host"):0.##} are allowed"),
            MemoryOfVms(rule, licensed, rule.Limit("max-gib-of-vms"), "in all"),
            MemoryOfVms(rule, licensed, rule.Limit("max-gib-of-vms-per-socket") * licensed.Sum(host => host.Sockets),
                FormattableString.Invariant($"for {licensed.Sum(host => host.Sockets)} sockets")),
        };
        return Joined(broken);
    }

    /// <summary>Why a product may not be used in such a way, whatever the hosts are; null where it may.</summary>
    /// <param name="rule">The rule of the product's row.</param>
    /// <param name="forGuests">Whether VMs are to be covered by it, and not the hosts themselves.</param>
    /// <param name="years">For how long it is to be used.</param>
    public static string? OfUse(LicenceRule rule, bool forGuests, int years) => Joined(
        forGuests && rule.Limit("no-guests") is not null ? "it covers a host itself, and none of its VMs" : null,
        rule.Limit("max-days") is { } days && days < (decimal)Duration.HoursPerYear / Duration.HoursPerDay * years
            ? FormattableString.Invariant($"it ends after {days:0.##} days, and is asked for {years} {(years == 1 ? "year" : "years")}")
            : null);

    /// <summary>The sentences that there are as one; null for none.</summary>
    public static string? Joined(params IEnumerable<string?> words) => string.Join("; ", words.OfType<string>()) is { Length: > 0 } all ? all : null;

    /// <summary>Why so many hosts are too many, or null.</summary>
    public static string? Hosts(int hosts, decimal? most, string allowed) => hosts > most ? FormattableString.Invariant($"{hosts} hosts: {allowed}") : null;

    private static string? PoolSize(ImmutableArray<LicensedHost> licensed, decimal? most) =>
        licensed.CountBy(host => host.Pool ?? "").FirstOrDefault(pool => pool.Value > most) is { Value: > 0 } pool
            ? FormattableString.Invariant(
                $"{pool.Value} hosts in {(pool.Key.Length > 0 ? $"the pool {pool.Key}" : "one pool")}: at most {most:0.##} are allowed")
            : null;

    private static string? First(ImmutableArray<LicensedHost> licensed, Func<LicensedHost, bool> isBeyond, Func<LicensedHost, FormattableString> has) =>
        licensed.FirstOrDefault(isBeyond) is { } host ? $"{host.Name} has {FormattableString.Invariant(has(host))}" : null;

    private static string? MemoryOfVms(LicenceRule rule, ImmutableArray<LicensedHost> licensed, decimal? most, string where) =>
        licensed.Sum(host => Pooled(rule, host)) is var sum && sum > most
            ? FormattableString.Invariant($"{sum:0.##} GiB of memory of VMs: at most {most:0.##} {where} are allowed")
            : null;

    // Of one VM at most so much counts, where the row says so.
    private static decimal Pooled(LicenceRule rule, LicensedHost host) => host.GibOfVms(rule.Limit("max-gib-per-vm"));

    private static decimal CoresOf(LicenceRule rule, LicensedHost host) => host.CoresAtLeast(rule.Parameter("min-per-socket", 0));

    private static string Vms(int count) => count == 1 ? "1 VM" : FormattableString.Invariant($"{count} VMs");
}
