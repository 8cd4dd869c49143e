namespace CostPlanner.Benchmarking.Hosts;

/// <summary>The thresholds of the micro-probe.</summary>
/// <remarks>
/// The limits of the loop leave room for disturbance: on the CPU itself the loop is as fast as on the host, in software it is
/// slower by orders of magnitude (0.00014 to 0.0003 measured on kvm-pvm), and nothing is known in between.
/// The limits of exits are our choice and are to be calibrated on the first real servers: a cpuid that the kernel answers early
/// was measured at 0.65 µs on hardware (CVM_eval, TU Munich, SIGMETRICS 2025); on kvm-pvm 2.8 to 6.8 µs were measured, and 8 to
/// 21 µs for exits to user space. So exits alone prove nothing; they only tell a hypervisor below that hides itself.
/// </remarks>
public static class LadderLimits
{
    /// <summary>From this share of the host's speed on, the loop ran on the CPU itself.</summary>
    public const double LoopOnHardware = 0.9;

    /// <summary>Below this share of the host's speed, software played the CPU.</summary>
    public const double LoopEmulated = 0.5;

    /// <summary>Nanoseconds that an exit to the kernel may take when nothing lies below.</summary>
    public const double CpuidExit = 3000;

    /// <summary>Nanoseconds that an exit to a process may take when nothing lies below.</summary>
    public const double PortExit = 8000;
}
