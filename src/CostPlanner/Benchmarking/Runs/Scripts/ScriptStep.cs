using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>
/// One thing that a script does with its booted guests. Steps follow each other; what a step says about guests happens in all of them at once.
/// </summary>
/// <param name="Seconds">How long it lasts when all is well: what the predicted end is the sum of.</param>
public abstract record ScriptStep(int Seconds)
{
    /// <summary>What it does, on one line: the guests' own command where it is one.</summary>
    public abstract Message Words { get; }
}

/// <summary>The guests do some work. A sample for each, with the readings of <see cref="StepReadings"/>.</summary>
/// <param name="Command">The command of the guest's protocol: "cpu 1 30".</param>
/// <param name="Seconds">How long the work lasts.</param>
/// <param name="Guest">The guest that does it, from 1; null for all at once.</param>
/// <param name="IsWarmUp">Whether it only warms up what follows.</param>
public sealed record GuestWork(string Command, int Seconds, int? Guest = null, bool IsWarmUp = false) : ScriptStep(Seconds)
{
    /// <inheritdoc/>
    public override Message Words => Guest is { } one ? Message.Of("step.in-guest", ("command", Command), ("guest", one)) : Command;
}

/// <summary>The bare host does the same work with the same program, while the guests stand still. One sample without a guest.</summary>
/// <param name="Command">The command as a guest would be told: cpu, memory or fork.</param>
/// <param name="Seconds">How long the work lasts.</param>
/// <param name="IsWarmUp">Whether it only warms up what follows.</param>
public sealed record HostWork(string Command, int Seconds, bool IsWarmUp = false) : ScriptStep(Seconds)
{
    /// <inheritdoc/>
    public override Message Words => Message.Of("step.on-host", ("command", Command));
}

/// <summary>Nobody is asked for anything. A sample "idle" for each guest.</summary>
public sealed record IdleTime(int Seconds) : ScriptStep(Seconds)
{
    /// <summary>What commands of such steps begin with.</summary>
    public const string Name = "idle";

    /// <summary>What its samples have as their command.</summary>
    public string Command => GuestCommand.Of(Name, Seconds);

    /// <inheritdoc/>
    public override Message Words => Command;
}

/// <summary>All threads of a guest are bound to these logical CPUs of the host. No sample.</summary>
public sealed record GuestPinned(int Guest, ImmutableArray<int> LogicalCpus) : ScriptStep(0)
{
    /// <inheritdoc/>
    public override Message Words => Message.Of("step.bound", ("guest", Guest), ("cpus", string.Join(", ", LogicalCpus)));
}

/// <summary>The memory of each guest's process is taken. A sample "memory-taken" for each guest, with the readings of <see cref="MemoryReadings"/>.</summary>
public sealed record MemoryTaken() : ScriptStep(1)
{
    /// <summary>What its samples have as their command.</summary>
    public const string Name = "memory-taken";

    /// <inheritdoc/>
    public override Message Words => Name;
}

/// <summary>
/// KSM is waited for until it has gone over all memory often enough to merge what is equal, at most so long. One sample "ksm-settled" without a guest.
/// </summary>
public sealed record KsmSettled(int Seconds) : ScriptStep(Seconds)
{
    /// <summary>What its samples have as their command.</summary>
    public const string Name = "ksm-settled";

    /// <inheritdoc/>
    public override Message Words => Name;

    /// <summary>The scan that is under way, one that sees which pages stay as they are, and one that merges those.</summary>
    private const int EnoughScans = 3;

    /// <summary>Whether it was waited for long enough.</summary>
    /// <param name="waited">How long.</param>
    /// <param name="scans">How many scans have ended meanwhile; null where the host does not count them.</param>
    public bool IsOver(TimeSpan waited, long? scans) => scans >= EnoughScans || waited.TotalSeconds >= Seconds;
}

/// <summary>The names of readings of a step's samples that come from the host.</summary>
public static class StepReadings
{
    /// <summary>CPU seconds of the guest's process in the step, all threads.</summary>
    public const string Cpu = "cpu-s";

    /// <summary>Seconds that its vCPUs ran, over all of them.</summary>
    public const string VCpuRun = "vcpu-run-s";

    /// <summary>Seconds that its vCPUs were ready and waited for a CPU, over all of them.</summary>
    public const string VCpuWait = "vcpu-wait-s";

    /// <summary>Seconds that the guest's kernel saw stolen from its vCPUs; on a sample of work.</summary>
    public const string Steal = "steal-s";

    /// <summary>Busy CPU seconds of the whole host in the step; on a sample of boot and of work.</summary>
    public const string HostCpu = "host-cpu-s";

    /// <summary>On the sample "boot" only: seconds from letting it run to its first word.</summary>
    public const string Boot = "boot-s";
}

/// <summary>The names of readings of the sample "memory-taken", all in MiB.</summary>
public static class MemoryReadings
{
    /// <summary>PSS of the guest's process.</summary>
    public const string Pss = "pss-mib";

    /// <summary>The part of it that is the guest's own memory.</summary>
    public const string Ram = "ram-pss-mib";

    /// <summary>Page tables of its process, and its share of the host's second-level page tables.</summary>
    public const string PageTables = "page-tables-mib";

    /// <summary>What the kernel holds for it beside all that and its page tables; absent where it has no control group.</summary>
    public const string CgroupKernel = "cgroup-kernel-mib";

    /// <summary>What the host has available for new work while all guests run.</summary>
    public const string HostAvailable = "host-available-mib";
}
