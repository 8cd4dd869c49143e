using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What a rule asks of its VMs.</summary>
public enum RuleKind
{
    /// <summary>Only so many of them may share a host.</summary>
    KeepApart,

    /// <summary>All of them share one host.</summary>
    KeepTogether,

    /// <summary>They run on the named hosts only: pinned, or a licence that covers those hosts.</summary>
    RunOn,

    /// <summary>They run on none of the named hosts.</summary>
    NotOn,

    /// <summary>Only so many of them may share a site.</summary>
    SpreadOverSites,
}

/// <summary>A rule of placement; VMs and hosts are named with patterns (see <see cref="NamePattern"/>).</summary>
/// <param name="Name">The rule as printed.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Vms">Names or ids of its VMs, with *.</param>
/// <param name="Hosts">Names of hosts, with *; for the kinds that name hosts.</param>
/// <param name="AtMost">VMs that may share a host or a site, 1 and above; for the kinds that limit it.</param>
/// <param name="Place">Where it was read.</param>
public sealed record PlacementRule(string Name, RuleKind Kind, ImmutableArray<string> Vms, ImmutableArray<string> Hosts, int AtMost, SourcePlace Place)
{
    /// <summary>VMs that may share a host or a site, 1 and above; for the kinds that limit it.</summary>
    public int AtMost { get; } = AtMost >= 1 ? AtMost : throw new ArgumentOutOfRangeException(nameof(AtMost), AtMost, "at least one VM has a place");

    /// <summary>Whether the rule names that VM.</summary>
    public bool Names(VirtualMachine vm) => NamePattern.MatchAny(Vms, vm);

    /// <summary>Whether the rule names that host.</summary>
    public bool NamesHost(string host) => NamePattern.MatchAny(Hosts, host);
}

/// <summary>A device that VMs are given whole (a GPU, an HBA): a VM with one runs only where one is free.</summary>
/// <param name="Name">The device as printed.</param>
/// <param name="Vms">Names or ids of the VMs that take one, with *.</param>
/// <param name="Hosts">Names of the hosts that have it, with *.</param>
/// <param name="PerHost">Devices in each of those hosts, 1 and above.</param>
/// <param name="OnNewHosts">Whether hosts to be bought have as many.</param>
/// <param name="Place">Where it was read.</param>
public sealed record PassthroughDevice(string Name, ImmutableArray<string> Vms, ImmutableArray<string> Hosts, int PerHost, bool OnNewHosts, SourcePlace Place)
{
    /// <summary>Devices in each host that has them, 1 and above.</summary>
    public int PerHost { get; } = PerHost >= 1
        ? PerHost
        : throw new ArgumentOutOfRangeException(nameof(PerHost), PerHost, "a host that has the device has one at least");

    /// <summary>Whether the VM takes one.</summary>
    public bool IsTakenBy(VirtualMachine vm) => NamePattern.MatchAny(Vms, vm);

    /// <summary>How many the server has.</summary>
    public int On(PlannedHost server) => (server.Bought is null ? NamePattern.MatchAny(Hosts, server.Name) : OnNewHosts) ? PerHost : 0;
}

/// <summary>A site by the hosts that stand there, where the inventory's data centres are not the sites.</summary>
/// <param name="Name">The site.</param>
/// <param name="Hosts">Names of its hosts, with *.</param>
public sealed record SiteHosts(string Name, ImmutableArray<string> Hosts);

/// <summary>A licence that VMs carry to every host they may run on, counted by that host: a database by core, say.</summary>
/// <param name="Name">The licence as printed.</param>
/// <param name="Vms">Names or ids of VMs that carry it, with *.</param>
/// <param name="Product">Product id in the price book.</param>
/// <param name="Place">Where it was read.</param>
public sealed record GuestLicence(string Name, ImmutableArray<string> Vms, string Product, SourcePlace Place)
{
    /// <summary>The system whose guests all carry it, beside the VMs named; null for none.</summary>
    public GuestFamily? Guests { get; init; }

    /// <summary>Whether the VM carries it.</summary>
    public bool IsCarriedBy(VirtualMachine vm) => vm.Guest == Guests || NamePattern.MatchAny(Vms, vm);
}
