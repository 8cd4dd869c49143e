using System.Diagnostics;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Tests.Benchmarking.Probe;

/// <summary>Binding a process to CPUs, asked of real processes.</summary>
public sealed class ThreadAffinityTests
{
    [Fact]
    public void A_process_is_bound_and_so_is_what_it_starts()
    {
        var allowed = AllowedTo("self").Split(['-', ','])[^1];
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "read line; grep Cpus_allowed_list /proc/self/status"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            Assert.Null(ThreadAffinity.Bind(process.Id, [int.Parse(allowed, System.Globalization.CultureInfo.InvariantCulture)]));

            Assert.Equal(allowed, AllowedTo(FormattableString.Invariant($"{process.Id}")));
            process.StandardInput.WriteLine();
            Assert.Equal($"Cpus_allowed_list:\t{allowed}", process.StandardOutput.ReadLine());
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public void What_cannot_be_is_told_in_words()
    {
        using var process = Process.Start(new ProcessStartInfo("sleep", ["60"]))!;
        Assert.Contains("cannot be bound to CPU 8000", ThreadAffinity.Bind(process.Id, [8000]).Words(), StringComparison.Ordinal);
        process.Kill();
        process.WaitForExit();
        Assert.Contains("is gone", ThreadAffinity.Bind(process.Id, [0]).Words(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreadAffinity.Bind(1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreadAffinity.Bind(1, [-1]));
    }

    private static string AllowedTo(string process) => KernelText.Fields(File.ReadAllText($"/proc/{process}/status"))["Cpus_allowed_list"];
}
