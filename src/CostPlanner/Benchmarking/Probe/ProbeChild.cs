using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>The probe as the child process runs it: measures, answers one line, and outlives nobody.</summary>
public static class ProbeChild
{
    /// <summary>When no further round begins.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Measures in this very process, which the kernel ends after so many seconds or with the thread that started it.</summary>
    /// <param name="device">The KVM device.</param>
    /// <param name="seconds">1 and above; then the kernel's own alarm ends the process, however deep in KVM it hangs.</param>
    /// <param name="parent">The process that started this one; null to live on without it.</param>
    /// <returns>One line of JSON; see ProbeAnswer.</returns>
    public static string Run(string device, int seconds, int? parent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(device);
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        _ = Linux.Alarm((uint)seconds);
        _ = Linux.NewSession();
        if (parent is { } expected)
        {
            _ = Linux.ProcessControl(Linux.SetParentDeathSignal, Linux.Kill, 0, 0, 0);
            if (Linux.Parent() != expected)
            {
                // It died before the kernel was asked to watch it: nobody will read the answer.
                return ProbeAnswer.Without(ProbeEnd.Refused, "the parent process is gone").ToLine();
            }
        }

        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return ProbeAnswer.Without(ProbeEnd.Refused, "the probe knows only CPUs of x86-64").ToLine();
        }

        StayOnThisCpu();
        try
        {
            return ProbeAnswer.Of(MicroProbe.Measure(device, Patience)).ToLine();
        }
        catch (KvmException refusal)
        {
            return ProbeAnswer.Without(ProbeEnd.Refused, refusal.Message).ToLine();
        }
    }

    // Guest and host loops on one CPU: cores may differ in speed. Where it is refused, the least of the rounds has to do.
    private static void StayOnThisCpu()
    {
        var cpu = Linux.CurrentCpu();
        if (cpu >= 0)
        {
            var mask = new byte[Math.Max(128, (cpu / 8) + 1)];
            mask[cpu / 8] = (byte)(1 << (cpu % 8));
            _ = Linux.SetAffinity(0, (nuint)mask.Length, mask);
        }
    }
}
