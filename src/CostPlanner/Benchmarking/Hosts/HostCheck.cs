using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What this host is and whether guests on it can be measured: bench check.</summary>
/// <remarks>Needs no root and takes a few tenths of a second, at worst the two deadlines and the start of a process each.</remarks>
/// <param name="Device">The KVM device.</param>
/// <param name="Facts">What the host is.</param>
/// <param name="Probe">What the micro-probe came to; null when it was not run because the device does not open.</param>
/// <param name="Ladder">The verdict and its evidence.</param>
public sealed record HostCheck(KvmDevice Device, HostFacts Facts, ProbeAnswer? Probe, ValidityLadder Ladder)
{
    /// <summary>How long programs of the host may take to name themselves.</summary>
    public static TimeSpan ForTools { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the probe may take: it gives itself one second, and its process has to start.</summary>
    private static readonly TimeSpan ForProbe = TimeSpan.FromSeconds(2.5);

    /// <summary>Checks this host.</summary>
    /// <param name="device">The KVM device, as a rule /dev/kvm.</param>
    /// <param name="program">The program that runs the probe.</param>
    /// <param name="calledOff">Ends the children; then OperationCanceledException is thrown.</param>
    public static HostCheck Run(string device, ProbeProgram program, CancellationToken calledOff = default)
    {
        ArgumentNullException.ThrowIfNull(program);

        // One after the other: nothing of ours runs beside the probe.
        var facts = HostFacts.Read("/", HostTools.Ask(ForTools, calledOff));
        var kvm = KvmDevice.Ask(device);
        var probe = kvm.State == KvmDeviceState.Opens ? program.Ask(device, ForProbe, calledOff) : null;
        return new HostCheck(kvm, facts, probe, ValidityLadder.Judge(kvm, facts, probe));
    }
}
