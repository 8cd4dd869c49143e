using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The questions of the validity ladder that only booted guests can answer.</summary>
/// <remarks>That QEMU runs a guest with KVM is asked when it is started (query-kvm); here the guest itself is heard, and what it got done.</remarks>
public static class GuestEvidence
{
    /// <summary>The share of the bare host's speed, with arithmetic alone, that every guest on hardware reaches.</summary>
    public const double LeastSpeed = 0.85;

    /// <summary>How a guest's kernel names KVM when it finds its signature.</summary>
    private const string Signature = "KVM";

    /// <summary>What a guest keeps its time by where a hypervisor tells it the truth of it.</summary>
    private static readonly string[] Clocks = ["kvm-clock", "tsc"];

    /// <summary>Whether guests ran on hardware: by the host's class, by what was to run them, and by the word of every guest.</summary>
    public static ValidityCheck Hardware(HostClass host, Accelerator accelerator, IReadOnlyCollection<GuestBoot> boots)
    {
        ArgumentNullException.ThrowIfNull(boots);
        var hypervisors = Different(boots.Select(boot => boot.Hypervisor.Length == 0 ? "no hypervisor" : boot.Hypervisor));
        var clocks = Different(boots.Select(boot => boot.ClockSource));
        return ValidityCheck.Of(
            RejectReason.NotHardware,
            $"the host is {host.Word()}; guests run by {Name(accelerator)}, found {Listed(hypervisors)} and keep time by {Listed(clocks)}",
            $"{HostClass.Hardware.Word()}; {Name(Accelerator.Kvm)}, {Signature}, {string.Join(" or ", Clocks)}",
            host == HostClass.Hardware && accelerator == Accelerator.Kvm && boots.Count > 0 && hypervisors.All(found => found == Signature) && clocks.All(clock => Clocks.Contains(clock)));
    }

    /// <summary>Whether guests were about as fast as the bare host. With nothing measured they were not.</summary>
    /// <param name="speed">What a guest got done of what the bare host did in the same time, with arithmetic alone; null where none was measured.</param>
    public static ValidityCheck Speed(double? speed) => ValidityCheck.Of(
        RejectReason.SuspectSpeed,
        speed is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.###} of the bare host") : "not measured",
        string.Create(CultureInfo.InvariantCulture, $"at least {LeastSpeed} of the bare host"),
        speed >= LeastSpeed);

    /// <summary>Whether every guest kept its source of time.</summary>
    /// <param name="clocks">What each guest kept time by at its boot, and later.</param>
    public static ValidityCheck Clock(IReadOnlyCollection<(string First, string Later)> clocks)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        var changed = Different(clocks.Where(clock => clock.First != clock.Later).Select(clock => $"{clock.First} to {clock.Later}"));
        return ValidityCheck.Of(
            RejectReason.ClocksourceChanged,
            changed.IsEmpty ? Listed(Different(clocks.Select(clock => clock.First))) : Listed(changed),
            "the one that the guest booted with",
            clocks.Count > 0 && changed.IsEmpty);
    }

    private static string Name(Accelerator accelerator) => accelerator == Accelerator.Kvm ? "KVM" : "QEMU alone";

    private static ImmutableArray<string> Different(IEnumerable<string> words) => [.. words.Distinct().Order(StringComparer.Ordinal)];

    private static string Listed(ImmutableArray<string> words) => words.IsEmpty ? "nothing, as none booted" : string.Join(", ", words);
}
