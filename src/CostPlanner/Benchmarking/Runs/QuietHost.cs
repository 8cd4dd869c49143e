using System.Collections.Immutable;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The host at one moment, and the CPU time that was ours by then: this process, and every child of it that has ended.</summary>
/// <param name="Host">The host's counters.</param>
/// <param name="Ours">CPU seconds of ours; null where unknown.</param>
internal readonly record struct QuietReading(HostReading Host, double? Ours)
{
    /// <summary>Percent of the time that tasks may have waited for CPU before the run.</summary>
    private const double MostPressure = 1;

    private const int FirstOfFour = 11;

    /// <summary>Reads both now.</summary>
    /// <param name="root">The folder that holds proc and sys.</param>
    public static QuietReading Take(string root = "/") => new(HostReading.Take(root), OwnSeconds(new FactFiles(root).Read("proc/self/stat").Text));

    /// <summary>Whether tasks waited for CPU before the run began.</summary>
    public ValidityCheck PressureCheck() => ValidityCheck.Of(
        RejectReason.CpuPressure,
        Host.CpuPressure is { } percent ? Message.Of("check.pressure", ("percent", percent)) : Message.Of("check.uncounted"),
        Message.Of("check.pressure.limit", ("percent", MostPressure)),
        Host.CpuPressure is null or <= MostPressure);

    // utime, stime, cutime and cstime are the 14th to 17th word; the second is a name in parentheses that may hold anything.
    private static double? OwnSeconds(string? stat)
    {
        var words = (stat ?? "")[((stat ?? "").LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > FirstOfFour + 3 ? words[FirstOfFour..(FirstOfFour + 4)].Sum(KernelText.Seconds) : null;
    }
}

/// <summary>What was between two readings that only something else than ours can have done; null what this host does not count.</summary>
/// <param name="Foreign">CPU of others, as a share of all CPUs' time. Threads of the kernel that work for guests (dm-crypt, md, ZFS, ksmd, vhost) are in it:
/// nobody counts for whom they work.</param>
/// <param name="Steal">CPU that a hypervisor below took, as the same share.</param>
/// <param name="Swapped">Pages swapped in or out.</param>
/// <param name="Throttled">How often a CPU slowed itself down.</param>
/// <param name="ClockStep">By how many seconds the host's clock was set.</param>
internal readonly record struct Disturbance(double? Foreign, double? Steal, long? Swapped, long? Throttled, double ClockStep)
{
    private const double MostForeign = 0.03;
    private const double MostSteal = 0.005;

    /// <summary>Seconds that a clock which is only steered may seem to be off between two readings.</summary>
    private const double MostClockStep = 0.05;


    /// <summary>Between two readings, neither of them while a guest runs: what ended in between is ours.</summary>
    public static Disturbance Between(QuietReading before, QuietReading after)
    {
        var cpu = after.Host.Cpu - before.Host.Cpu;
        return new Disturbance(
            Share(cpu?.Busy - (after.Ours - before.Ours), cpu?.All),
            Share(cpu?.Steal, cpu?.All),
            after.Host.Swapped - before.Host.Swapped,
            after.Host.Throttled - before.Host.Throttled,
            Math.Abs((after.Host.ClockOffset - before.Host.ClockOffset).TotalSeconds));
    }

    /// <summary>Why what was measured in between does not count, or null.</summary>
    public Rejection? Rejection => Checks([this]).FirstOrDefault(check => !check.Passed) is { } failed
        ? new Rejection(RejectReasons.Of(failed.Name)!.Value, Message.Of("check.found", ("value", failed.Value), ("limit", failed.Limit)))
        : null;

    /// <summary>
    /// The checks over several stretches: the worst of them. What cannot be counted does not pass where others' CPU is meant: an unknown host is not a quiet
    /// one.
    /// </summary>
    public static ImmutableArray<ValidityCheck> Checks(IReadOnlyCollection<Disturbance> stretches)
    {
        var foreign = stretches.Any(each => each.Foreign is null) ? null : stretches.Max(each => each.Foreign);
        var (steal, swapped, throttled) = (stretches.Max(each => each.Steal), stretches.Max(each => each.Swapped), stretches.Max(each => each.Throttled));
        var step = stretches.Max(each => each.ClockStep);
        return
        [
            ValidityCheck.Of(RejectReason.ForeignLoad, Percent(foreign), AtMost(Percent(MostForeign)), foreign <= MostForeign),
            ValidityCheck.Of(RejectReason.HostSteal, Percent(steal), AtMost(Percent(MostSteal)), steal is null or <= MostSteal),
            ValidityCheck.Of(RejectReason.Swapping, Count(swapped, pages =>
                Message.Of("check.pages", ("pages", pages))), Message.Of("check.none"), swapped is null or 0),
            ValidityCheck.Of(RejectReason.ThermalThrottling, Count(throttled, times =>
                Message.Of("check.times", ("times", times))), Message.Of("check.never"), throttled is null or 0),
            ValidityCheck.Of(RejectReason.HostClockStep, Seconds(step), AtMost(Seconds(MostClockStep)), step <= MostClockStep),
        ];
    }

    private static double? Share(double? seconds, double? of) => seconds is { } part && of is > 0 and var all ? Math.Max(0, part / all) : null;

    private static Message AtMost(Message limit) => Message.Of("check.at-most", ("limit", limit));

    private static Message Percent(double? share) =>
        share is { } known ? Message.Of("check.cpu", ("percent", 100 * known)) : Message.Of("check.uncounted");

    private static Message Count(long? count, Func<long, Message> told) => count is { } known ? told(known) : Message.Of("check.uncounted");

    private static Message Seconds(double seconds) => Message.Of("check.seconds", ("seconds", seconds));
}
