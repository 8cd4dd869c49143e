using CostPlanner.Model;
using CostPlanner.Pricing.Licences;

namespace CostPlanner.Pricing.Metrics;

/// <summary>What a product may not be used for: the limits of its row, and why an estate is beyond one.</summary>
internal static class Limits
{
    /// <summary>Why so many hosts are too many, or null.</summary>
    public static string? Hosts(LicensedEstate estate, decimal? most, string allowed) =>
        estate.Hosts.Length > most ? FormattableString.Invariant($"{estate.Hosts.Length} hosts: {allowed}") : null;

    /// <summary>Why a host has too many sockets, or null; it names the first.</summary>
    public static string? Sockets(LicenceRule rule, LicensedEstate estate) =>
        rule.Limit("max-sockets-per-host") is { } most && estate.Hosts.FirstOrDefault(host => host.Sockets > most) is { } host
            ? FormattableString.Invariant($"{host.Name} has {host.Sockets} sockets: at most {most:0.##} are allowed")
            : null;

    /// <summary>Why a host has too much memory, or null; it names the first.</summary>
    public static string? Memory(LicenceRule rule, LicensedEstate estate) =>
        rule.Limit("max-memory-gib") is { } most && estate.Hosts.FirstOrDefault(host => host.Memory.GiB > most) is { } host
            ? FormattableString.Invariant($"{host.Name} has {host.Memory.GiB:0.##} GiB of memory: at most {most:0.##} are allowed")
            : null;
}
