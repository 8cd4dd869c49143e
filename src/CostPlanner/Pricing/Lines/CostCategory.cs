namespace CostPlanner.Pricing.Lines;

/// <summary>What money is spent on.</summary>
public enum CostCategory
{
    /// <summary>Licences and subscriptions of the platform.</summary>
    PlatformLicences,

    /// <summary>What is owed for the platform of today until its contract ends, whatever is decided.</summary>
    TodaysContract,

    /// <summary>Licences of the guests.</summary>
    GuestLicences,

    /// <summary>Servers bought.</summary>
    Hardware,

    /// <summary>Maintenance of servers.</summary>
    HardwareMaintenance,

    /// <summary>Electricity, cooling included.</summary>
    Energy,

    /// <summary>Rack space.</summary>
    Rack,

    /// <summary>People who run the platform.</summary>
    Staff,

    /// <summary>Moving VMs to another hypervisor.</summary>
    Migration,

    /// <summary>The platform of today, paid on while VMs still run on it.</summary>
    DoubleRunning,

    /// <summary>Training for a new hypervisor.</summary>
    Training,
}
