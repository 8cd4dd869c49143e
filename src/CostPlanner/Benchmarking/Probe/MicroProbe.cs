using System.Diagnostics;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>Measures in well under a second whether KVM runs guests on the CPU itself.</summary>
/// <remarks>
/// Counts double until a stretch lasts long enough to be timed (as kvm-unit-tests' vmexit does); then all four are measured
/// in rounds, forth and back, so that a change of clock rate meets guest and host alike. The least of the rounds counts.
/// May block for ever in the kernel: runs in a child process only.
/// </remarks>
internal static class MicroProbe
{
    private const int MostRounds = 5;
    private const long FirstLoops = 1000;
    private const long FirstExits = 16;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(5);

    /// <summary>Measures; throws KvmRefusal where KVM runs no guest.</summary>
    /// <param name="device">The KVM device.</param>
    /// <param name="patience">When it is used up, no further round begins; the first one always ends.</param>
    public static ProbeFigures Measure(string device, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        using var guest = ProbeGuest.Create(device);
        using var native = NativeLoop.Create();
        var loopInGuest = new Stretch(count => guest.Run(count), () => guest.Load(LoopCode.GuestLoop), FirstLoops);
        var loopOnHost = new Stretch(native.Run, () => { }, FirstLoops);
        var cpuid = new Stretch(count => guest.Run(count), () => guest.Load(LoopCode.CpuidLoop), FirstExits);
        var port = new Stretch(count => guest.Run(count), () => guest.Load(LoopCode.PortLoop), FirstExits);
        Stretch[] all = [loopInGuest, loopOnHost, cpuid, port];
        foreach (var stretch in all)
        {
            stretch.FindCount(LongEnough);
        }

        var rounds = 0;
        do
        {
            foreach (var stretch in rounds % 2 == 0 ? all : all.Reverse())
            {
                stretch.Measure();
            }

            rounds++;
        }
        while (rounds < MostRounds && Stopwatch.GetElapsedTime(start) < patience);

        return new ProbeFigures(loopInGuest.Least, loopOnHost.Least, cpuid.Least, port.Least, rounds, native.IsMachineCode);
    }

    /// <summary>One thing that is measured: so many turns at once, and the least time that one of them took.</summary>
    private sealed class Stretch(Action<long> run, Action prepare, long first)
    {
        private long count = first;

        /// <summary>Nanoseconds of one turn.</summary>
        public double Least { get; private set; } = double.PositiveInfinity;

        public void FindCount(TimeSpan longEnough)
        {
            prepare();
            run(count);
            while (Timed() < longEnough)
            {
                count *= 2;
            }
        }

        public void Measure()
        {
            prepare();
            Least = Math.Min(Least, Timed().TotalNanoseconds / count);
        }

        private TimeSpan Timed()
        {
            var start = Stopwatch.GetTimestamp();
            run(count);
            return Stopwatch.GetElapsedTime(start);
        }
    }
}
