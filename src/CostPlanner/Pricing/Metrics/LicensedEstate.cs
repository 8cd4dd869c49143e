using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>A host as a licence metric sees it.</summary>
/// <param name="Name">The host's name.</param>
/// <param name="Sockets">Populated sockets, 1 and above.</param>
/// <param name="CoresPerSocket">Cores of one socket, 1 and above.</param>
/// <param name="Vms">VMs that may run on it at once, 0 and above.</param>
/// <param name="WindowsVms">Windows Server VMs that may run on it at once, 0 and above.</param>
public sealed record LicensedHost(Message Name, int Sockets, int CoresPerSocket, int Vms = 0, int WindowsVms = 0)
{
    /// <summary>Cores of the whole host.</summary>
    public int Cores => Sockets * CoresPerSocket;

    /// <summary>The pool in which its VMs move from host to host; null where all hosts are one.</summary>
    public string? Pool { get; init; }

    /// <summary>VMs of any kind that may run on it at once, and no fewer than are placed on it.</summary>
    public int Guests
    {
        get => Math.Max(field, Math.Max(Vms, WindowsVms));
        init;
    }

    /// <summary>vCPUs of each VM placed on it that carries the licence; empty where none of them does, or where they were not asked for.</summary>
    public ImmutableArray<int> VmCpus { get; init; } = [];

    /// <summary>Installed memory.</summary>
    public ByteSize Memory { get; init; }

    /// <summary>Configured memory of each powered-on VM placed on it.</summary>
    public ImmutableArray<ByteSize> VmMemory { get; init; } = [];

    /// <summary>Raw capacity of the storage inside it that its vSAN claims.</summary>
    public ByteSize RawStorage { get; init; }

    /// <summary>Cores counted with a floor for each socket.</summary>
    internal decimal CoresAtLeast(decimal perSocket) => Sockets * Math.Max(CoresPerSocket, perSocket);

    /// <summary>GiB of memory of its VMs, of one at most so many.</summary>
    internal decimal GibOfVms(decimal? most) => VmMemory.Sum(memory => Math.Min(memory.GiB, most ?? memory.GiB));
}

/// <summary>What is licensed in one order.</summary>
/// <param name="Hosts">The hosts.</param>
public sealed record LicensedEstate(ImmutableArray<LicensedHost> Hosts)
{
    /// <summary>Cores that the same order buys, the order's minimum included; null where it is not known, and the hosts' own are counted.</summary>
    public decimal? CoresBought { get; init; }

    /// <summary>The hosts that may run a Windows Server VM.</summary>
    public ImmutableArray<LicensedHost> WithWindows => [.. Hosts.Where(host => host.WindowsVms > 0)];
}

/// <summary>How many units of a product are needed, and by which reckoning.</summary>
/// <param name="Units">The quantity; a fraction where a unit of the price is sold in smaller packs.</param>
/// <param name="Unit">The unit, singular.</param>
/// <param name="Rule">The reckoning with its figures.</param>
public sealed record LicenceQuantity(decimal Units, Message Unit, Message Rule)
{
    /// <summary>Why the product may not be used for this estate, or null where it may: "24 hosts: a kit is for 3".</summary>
    public Message? Refusal { get; init; }
}

/// <summary>How a licence metric counts: the units that an estate needs under the parameters of a product's row.</summary>
public delegate LicenceQuantity LicenceCount(LicenceRule rule, LicensedEstate estate);
