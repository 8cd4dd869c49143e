namespace CostPlanner.Model;

/// <summary>The three hypervisors compared.</summary>
public enum PlatformFamily
{
    /// <summary>VMware vSphere (ESXi).</summary>
    VSphere,

    /// <summary>KVM, under any product that uses it.</summary>
    Kvm,

    /// <summary>Xen, under any product that uses it.</summary>
    Xen,
}
