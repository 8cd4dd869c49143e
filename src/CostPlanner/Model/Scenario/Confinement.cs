using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>VMs that carry a licence, kept to a few hosts so that only those need it.</summary>
/// <param name="Licence">The licence: "Windows Server", "Red Hat Enterprise Linux", or the name of a <see cref="GuestLicence"/>.</param>
/// <param name="Hosts">Names of the hosts that they may run on, those for failover included.</param>
public sealed record Confinement(string Licence, ImmutableArray<string> Hosts)
{
    /// <summary>The licence of Windows Server guests, which the scenario's <c>windows</c> counts.</summary>
    public const string Windows = "Windows Server";

    /// <summary>The subscription of Red Hat guests, which the scenario's <c>red_hat</c> counts.</summary>
    public const string RedHat = "Red Hat Enterprise Linux";
}
