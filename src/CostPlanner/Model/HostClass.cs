namespace CostPlanner.Model;

/// <summary>What the KVM of a host is, the best first; only measurements on the first may reach a business case.</summary>
public enum HostClass
{
    /// <summary>Guests run on the CPU itself.</summary>
    Hardware,

    /// <summary>Guests run on the CPU, but the host is a VM itself: figures are indicative.</summary>
    Nested,

    /// <summary>Software plays the CPU, or nothing shows that it does not: figures mean nothing.</summary>
    Emulated,

    /// <summary>No guest can run by KVM.</summary>
    None,
}
