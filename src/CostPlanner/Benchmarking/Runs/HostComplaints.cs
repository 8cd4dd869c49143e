using System.Collections.Immutable;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What the host's kernel complains of at one moment, and how often it has held our control group back; null what this user may not read.</summary>
/// <param name="Errors">The lines of its log of the level error or worse.</param>
/// <param name="Throttled">How often the control group of this process had used up its CPU time.</param>
internal sealed record HostComplaints(ImmutableArray<string>? Errors, long? Throttled)
{
    private static readonly HostProgram Log = new("dmesg", "util-linux", Message.Of("purpose.dmesg"));
    private static readonly TimeSpan ToRead = TimeSpan.FromSeconds(10);

    /// <summary>Takes both now.</summary>
    public static HostComplaints Take(CancellationToken calledOff) => new(LogOf(calledOff), ThrottledOf("/"));

    /// <summary>How often the control group of this process was held back; null where it has no limit or the host does not tell.</summary>
    /// <param name="root">The folder that holds proc and sys; "/" for this host.</param>
    public static long? ThrottledOf(string root)
    {
        var files = new FactFiles(root);
        var own = (files.Read("proc/self/cgroup").Text ?? "").Split('\n').FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?[4..];
        var count = own is null
            ? null
            : (files.Read($"sys/fs/cgroup/{own}/cpu.stat").Text ?? "")
                .Split('\n')
                .FirstOrDefault(line => line.StartsWith("nr_throttled ", StringComparison.Ordinal));
        return KernelText.Long(count?.Split(' ')[1]);
    }

    /// <summary>What came between two moments. What cannot be read speaks against nothing.</summary>
    public static ImmutableArray<ValidityCheck> Checks(HostComplaints before, HostComplaints after)
    {
        var fresh = before.Errors is { } old && after.Errors is { } all ? all.Except(old).Count() : (int?)null;
        var throttled = after.Throttled - before.Throttled;
        return
        [
            ValidityCheck.Of(
                RejectReason.HostKernelErrors,
                fresh is { } lines ? Message.Of("check.log", ("lines", lines)) : Message.Of("check.log.closed"),
                Message.Of("check.none"),
                fresh is null or 0),
            ValidityCheck.Of(
                RejectReason.CgroupThrottled,
                throttled is { } times ? Message.Of("check.times", ("times", times)) : Message.Of("check.no-cgroup"),
                Message.Of("check.never"),
                throttled is null or 0),
        ];
    }

    private static ImmutableArray<string>? LogOf(CancellationToken calledOff) =>
        Log.Locate() is { } program && ProgramRun.Of(program, ["--level", "emerg,alert,crit,err"], ToRead, calledOff) is { ExitCode: 0 } run
            ? [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : null;
}
