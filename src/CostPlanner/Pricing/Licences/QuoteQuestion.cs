using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>So many equal hosts and VMs for so many years.</summary>
/// <param name="Hosts">Hosts, 1 and above.</param>
/// <param name="Sockets">Populated sockets of a host, 1 and above.</param>
/// <param name="Cores">Cores of a socket, 1 and above.</param>
/// <param name="Vms">
/// VMs over all hosts, spread evenly, that may move to every host; each counts as a Windows Server VM where that matters. 0 where not given.
/// </param>
/// <param name="Years">Years, 1 and above.</param>
public sealed record QuoteQuestion(int Hosts, int Sockets, int Cores, int Vms, int Years)
{
    /// <summary>Hosts that may fail at once, 0 and above; a pool of one host has nowhere to fail over to, and none is counted.</summary>
    public int Failover { get; init; } = Scenario.UsualFailover;

    /// <summary>Hosts that may fail and are counted so.</summary>
    public int Failures => Hosts == 1 ? 0 : Failover;

    /// <summary>VMs that may run on each host at once, by the rule that a case has for those of its plan.</summary>
    public int AtOnce => ConcurrentGuests.OnEach(Vms, Hosts, Failures);

    /// <summary>vCPUs of each VM; null where not given.</summary>
    public int? VmCpus { get; init; }

    /// <summary>Configured memory of the powered-on VMs of one host, the same for each VM; null where not given.</summary>
    public ByteSize? VmMemory { get; init; }

    /// <summary>Installed memory of one host; null where not given.</summary>
    public ByteSize? HostMemory { get; init; }

    /// <summary>Raw storage of one host that vSAN claims; null where not given.</summary>
    public ByteSize? RawStorage { get; init; }

    /// <summary>The hosts as licence metrics see them.</summary>
    public LicensedEstate Estate() => new(
    [
        .. Enumerable.Range(0, Hosts).Select(host =>
        {
            var vms = (Vms / Hosts) + (host < Vms % Hosts ? 1 : 0);
            return new LicensedHost(Message.Of("quote.host", ("number", host + 1)), Sockets, Cores, vms, AtOnce)
            {
                VmCpus = VmCpus is { } cpus ? [.. Enumerable.Repeat(cpus, vms)] : [],
                Memory = HostMemory ?? ByteSize.Zero,
                VmMemory = VmMemory is { } memory ? [.. Enumerable.Repeat(memory * (1m / Math.Max(1, vms)), Math.Max(1, vms))] : [],
                RawStorage = RawStorage ?? ByteSize.Zero,
            };
        }),
    ]);

    /// <summary>Whether the VMs that may run on a host at once matter to a rule.</summary>
    /// <param name="rule">How the product is counted.</param>
    public bool CountsAtOnce(LicenceRule rule) => Vms > 0 && (LicenceMetrics.CountsAtOnce(rule) || LicenceMetrics.LimitsVms(rule));

    /// <summary>What a rule counts and the question does not say; null where it says all.</summary>
    /// <param name="rule">How the product is counted.</param>
    public QuoteInput? Missing(LicenceRule rule) =>
        (LicenceMetrics.CountsVms(rule) || LicenceMetrics.LimitsVms(rule)) && Vms == 0 ? QuoteInput.Vms
        : LicenceMetrics.CountsVmCpus(rule) && VmCpus is null ? QuoteInput.VmCpus
        : (LicenceMetrics.CountsVmMemory(rule) || LicenceMetrics.LimitsVmMemory(rule)) && VmMemory is null ? QuoteInput.VmMemory
        : LicenceMetrics.CountsMemory(rule) && HostMemory is null ? QuoteInput.HostMemory
        : LicenceMetrics.CountsStorage(rule) && RawStorage is null ? QuoteInput.RawStorage
        : null;
}

/// <summary>What some metrics count and a question may leave out.</summary>
public enum QuoteInput
{
    /// <summary>VMs.</summary>
    Vms,

    /// <summary>vCPUs of VMs.</summary>
    VmCpus,

    /// <summary>Configured memory of VMs.</summary>
    VmMemory,

    /// <summary>Installed memory of hosts.</summary>
    HostMemory,

    /// <summary>Raw storage inside hosts.</summary>
    RawStorage,
}
