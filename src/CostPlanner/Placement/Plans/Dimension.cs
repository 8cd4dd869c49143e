namespace CostPlanner.Placement.Plans;

/// <summary>What a host has and VMs share.</summary>
public enum Dimension
{
    /// <summary>vCPUs carried, or busy cores.</summary>
    Cpu,

    /// <summary>Memory.</summary>
    Memory,

    /// <summary>Storage inside the host.</summary>
    LocalStorage,

    /// <summary>Disk operations a second.</summary>
    Iops,

    /// <summary>Network traffic.</summary>
    Network,
}
