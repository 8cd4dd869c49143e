namespace CostPlanner.Placement;

/// <summary>What a host has and VMs share.</summary>
public enum Dimension
{
    /// <summary>vCPUs carried.</summary>
    Cpu,

    /// <summary>Memory.</summary>
    Memory,

    /// <summary>Storage inside the host.</summary>
    LocalStorage,
}
