using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The questions of the validity ladder that only booted guests can answer.</summary>
/// <remarks>That QEMU runs a guest with KVM is asked when it is started (query-kvm); here the guest itself is heard, and what it got done.</remarks>
public static class GuestEvidence
{
    /// <summary>The share of the bare host's speed, with arithmetic alone, that every guest on hardware reaches.</summary>
    public const double LeastSpeed = 0.85;

    private const double MostApart = 0.01;
    private const double MostApartOfWait = 0.1;

    /// <summary>Seconds below which the ticks of a guest are too coarse to compare.</summary>
    private const double LeastToCompare = 5;

    /// <summary>How a guest's kernel names KVM when it finds its signature.</summary>
    private const string Signature = "KVM";

    /// <summary>What a guest keeps its time by where a hypervisor tells it the truth of it.</summary>
    private static readonly string[] Clocks = ["kvm-clock", "tsc"];

    /// <summary>What it keeps it by in its first second, before it goes over to one of those.</summary>
    private const string EarlyClock = "tsc-early";

    /// <summary>Whether guests ran on hardware: by the host's class, by what was to run them, and by the word of every guest.</summary>
    public static ValidityCheck Hardware(HostClass host, Accelerator accelerator, IReadOnlyCollection<BootWords> boots)
    {
        ArgumentNullException.ThrowIfNull(boots);
        var hypervisors = Different(boots.Select(boot => boot.Hypervisor));
        var clocks = Different(boots.Select(boot => boot.ClockSource));
        return ValidityCheck.Of(
            RejectReason.NotHardware,
            Message.Of(
                "check.hardware.found",
                ("class", host.Word()),
                ("by", Name(accelerator)),
                ("hypervisors", Listed(hypervisors.Select(found => found.Length == 0 ? Message.Of("check.no-hypervisor") : found))),
                ("clocks", Listed(clocks.Select(clock => (Message)clock)))),
            Message.Of(
                "check.hardware.limit",
                ("class", HostClass.Hardware.Word()),
                ("by", Name(Accelerator.Kvm)),
                ("signature", Signature),
                ("clocks", Message.Of("check.either", ("one", Clocks[0]), ("other", Clocks[1])))),
            host == HostClass.Hardware
                && accelerator == Accelerator.Kvm
                && boots.Count > 0
                && hypervisors.All(found => found == Signature)
                && clocks.All(clock => clock == EarlyClock || IsSteadyClock(clock)));
    }

    /// <summary>Whether a guest's source of time is one that a hypervisor tells the truth of.</summary>
    public static bool IsSteadyClock(string clock) => Clocks.Contains(clock);

    /// <summary>Whether guests were about as fast as the bare host. With nothing measured they were not.</summary>
    /// <param name="speed">What a guest got done of what the bare host did in the same time, with arithmetic alone; null where none was measured.</param>
    public static ValidityCheck Speed(double? speed) => ValidityCheck.Of(
        RejectReason.SuspectSpeed,
        speed is { } share ? Message.Of("check.speed", ("share", share)) : Message.Of("check.not-measured"),
        Message.Of("check.speed.limit", ("share", LeastSpeed)),
        speed >= LeastSpeed);

    /// <summary>
    /// Whether what guests saw stolen from them is what the host saw them wait: KVM gives the guest the host's own count. A step in which
    /// they are apart by more than a hundredth of its time and a tenth of the wait speaks against both. Without KVM there is no such count, and nothing to
    /// compare. What a replicate that does not count saw is in no figure.
    /// </summary>
    public static ValidityCheck Steal(Accelerator accelerator, IEnumerable<Replicate> replicates)
    {
        var apart = replicates
            .Where(replicate => replicate.Rejected is null)
            .SelectMany(replicate => replicate.Samples)
            .Where(
                sample => sample.GuestSeconds >= LeastToCompare
                    && sample.Readings.ContainsKey(StepReadings.Steal)
                    && sample.Readings.ContainsKey(StepReadings.VCpuWait))
            .Select(sample => (Steal: sample.Readings[StepReadings.Steal], Wait: sample.Readings[StepReadings.VCpuWait], sample.HostSeconds))
            .Select(each => Math.Max(0, Math.Abs(each.Steal - each.Wait) - (MostApartOfWait * each.Wait)) / each.HostSeconds)
            .DefaultIfEmpty(0)
            .Max();
        return ValidityCheck.Of(
            RejectReason.StealDisagrees,
            accelerator == Accelerator.Kvm ? Message.Of("check.steal", ("share", apart)) : Message.Of("check.steal.no-kvm"),
            Message.Of("check.steal.limit", ("share", MostApart), ("wait", MostApartOfWait)),
            accelerator != Accelerator.Kvm || apart <= MostApart);
    }

    private static Message Name(Accelerator accelerator) => accelerator == Accelerator.Kvm ? Signature : Message.Of("check.qemu-alone");

    private static ImmutableArray<string> Different(IEnumerable<string> words) => [.. words.Distinct().Order(StringComparer.Ordinal)];

    private static Message Listed(IEnumerable<Message> words) =>
        words.ToArray() is { Length: > 0 } all ? Message.Of("list", ("entries", Message.List(all))) : Message.Of("check.none-booted");
}
