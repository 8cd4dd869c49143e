using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per populated socket, whatever its cores (vSphere to April 2020, XenServer, Proxmox VE).</summary>
public static class Socket
{
    /// <summary>Σ of sockets.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var sockets = estate.Hosts.Sum(host => host.Sockets);
        return new LicenceQuantity(sockets, Message.Of("unit.socket"), Message.Of("socket.sockets", ("sockets", sockets), ("hosts", estate.Hosts.Length)));
    }
}
