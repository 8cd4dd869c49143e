namespace CostPlanner.Pricing;

/// <summary>So many equal hosts and VMs for so many years.</summary>
/// <param name="Hosts">Hosts, 1 and above.</param>
/// <param name="Sockets">Populated sockets of a host, 1 and above.</param>
/// <param name="Cores">Cores of a socket, 1 and above.</param>
/// <param name="Vms">VMs over all hosts, spread evenly; each counts as a Windows Server VM where that matters.</param>
/// <param name="Years">Years, 1 and above.</param>
public sealed record QuoteQuestion(int Hosts, int Sockets, int Cores, int Vms, int Years)
{
    /// <summary>The hosts as licence metrics see them.</summary>
    public LicensedEstate Estate() => new(
    [
        .. Enumerable.Range(0, Hosts).Select(host =>
        {
            var vms = (Vms / Hosts) + (host < Vms % Hosts ? 1 : 0);
            return new LicensedHost(FormattableString.Invariant($"host {host + 1}"), Sockets, Cores, vms, vms);
        }),
    ]);
}
