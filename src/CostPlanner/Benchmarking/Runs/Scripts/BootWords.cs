using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>What a guest said when it was up, as the output of its sample "boot": a line for each fact.</summary>
/// <param name="Hypervisor">Which hypervisor its kernel found; empty for none.</param>
/// <param name="ClockSource">Its source of time.</param>
public readonly record struct BootWords(string Hypervisor, string ClockSource)
{
    private const string Found = "hypervisor: ";
    private const string Clock = "clocksource: ";

    /// <summary>The output.</summary>
    public static string Text(GuestBoot boot) => $"kernel: {boot.Kernel}\ncpu: {boot.Cpu}\n{Clock}{boot.ClockSource}\n{Found}{boot.Hypervisor}\n";

    /// <summary>The words of every boot of some replicates.</summary>
    public static IEnumerable<BootWords> Of(IEnumerable<Replicate> replicates) => replicates
        .SelectMany(replicate => replicate.Samples)
        .Where(sample => sample.Command == Script.Boot)
        .Select(sample => new BootWords(After(sample.Output, Found), After(sample.Output, Clock)));

    private static string After(string output, string label) =>
        output.Split('\n').FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..] ?? "";
}
