using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>The time that a process has had, and its vCPUs among its threads where it is a guest.</summary>
/// <param name="Cpu">CPU seconds of all its threads since it started, those that have ended included.</param>
/// <param name="VCpus">The times of its vCPU threads together; null where it has none, or the kernel does not count.</param>
public sealed partial record ProcessReading(double Cpu, VCpuTime? VCpus)
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Reads the times of a process now; null when it is gone.</summary>
    /// <param name="process">Its number.</param>
    /// <param name="root">The folder that holds proc; "/" for this host.</param>
    public static ProcessReading? Take(int process, string root = "/")
    {
        var files = new FactFiles(root);
        var folder = string.Create(CultureInfo.InvariantCulture, $"proc/{process}");
        if (Ticked(files.Read($"{folder}/stat").Text) is not { } ticked)
        {
            return null;
        }

        var threads = files.Names($"{folder}/task")
            .Select(thread => Thread(files, $"{folder}/task/{thread}"))
            .OfType<(bool IsVCpu, VCpuTime Time)>()
            .ToImmutableArray();
        var vCpus = threads.Where(thread => thread.IsVCpu).Select(thread => thread.Time).ToImmutableArray();

        // Ticks are whole hundredths, and threads that have ended have no nanoseconds any more: both are at most the truth, so the larger is the nearer.
        return new ProcessReading(
            Math.Max(ticked, threads.Sum(thread => thread.Time.Run)),
            vCpus.Any(time => time.Run > 0) ? new VCpuTime(vCpus.Sum(time => time.Run), vCpus.Sum(time => time.Wait)) : null);
    }

    // User and system time are the 14th and 15th word; the second is a name in parentheses that may hold anything.
    private static double? Ticked(string? stat)
    {
        var words = (stat ?? "")[((stat ?? "").LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 12 ? KernelText.Seconds(words[11]) + KernelText.Seconds(words[12]) : null;
    }

    private static (bool IsVCpu, VCpuTime Time)? Thread(FactFiles files, string folder) =>
        (files.Read($"{folder}/schedstat").Text ?? "").Split(' ') is [var run, var wait, _]
            && KernelText.Long(run) is { } ran
            && KernelText.Long(wait) is { } waited
            ? (VCpu().IsMatch(files.Read($"{folder}/comm").Text ?? ""), new VCpuTime(ran / NanosecondsPerSecond, waited / NanosecondsPerSecond))
            : null;

    // QEMU names its threads so that are vCPUs; without a KVM one thread may play them all.
    [GeneratedRegex(@"\A(CPU \d+|ALL CPUs)/(KVM|TCG)\z")]
    private static partial Regex VCpu();
}

/// <summary>Seconds of vCPU threads.</summary>
/// <param name="Run">Seconds on a CPU.</param>
/// <param name="Wait">Seconds that they were ready and waited for a CPU.</param>
public readonly record struct VCpuTime(double Run, double Wait);
