namespace CostPlanner.Benchmarking.Probe;

/// <summary>What the micro-probe measured: the least of all rounds, since whatever disturbs a loop can only make it slower.</summary>
public sealed record ProbeFigures
{
    /// <summary>Figures of a probe; times are in nanoseconds and above 0.</summary>
    public ProbeFigures(double loopInGuest, double loopOnHost, double cpuidExit, double portExit, int rounds, bool sameMachineCode)
    {
        LoopInGuest = Time(loopInGuest);
        LoopOnHost = Time(loopOnHost);
        CpuidExit = Time(cpuidExit);
        PortExit = Time(portExit);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        Rounds = rounds;
        SameMachineCode = sameMachineCode;
    }

    /// <summary>One turn of a loop of two instructions in the guest.</summary>
    public double LoopInGuest { get; }

    /// <summary>One turn of the same loop on the host.</summary>
    public double LoopOnHost { get; }

    /// <summary>One cpuid instruction of the guest, which the kernel answers.</summary>
    public double CpuidExit { get; }

    /// <summary>One write to a port by the guest, which this process answers.</summary>
    public double PortExit { get; }

    /// <summary>How often everything was measured.</summary>
    public int Rounds { get; }

    /// <summary>Whether the host ran the guest's very bytes; otherwise a loop of C#.</summary>
    public bool SameMachineCode { get; }

    /// <summary>The speed of the loop in the guest as a share of its speed on the host: near 1 on the CPU itself.</summary>
    public double LoopRatio => LoopOnHost / LoopInGuest;

    private static double Time(double value) =>
        double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a time is above 0");
}
