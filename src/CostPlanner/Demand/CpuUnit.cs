namespace CostPlanner.Demand;

/// <summary>What a VM's need of CPU is counted in.</summary>
public enum CpuUnit
{
    /// <summary>vCPUs as configured; a host promises several for each core (overcommit).</summary>
    VCpus,

    /// <summary>Cores measured busy; a host has its cores, and no more.</summary>
    BusyCores,
}
