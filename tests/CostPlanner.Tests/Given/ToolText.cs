using static System.FormattableString;

namespace CostPlanner.Tests.Given;

/// <summary>What tools print, as far as it is read, with figures of the test's own.</summary>
internal static class ToolText
{
    public static string Cpu(double eventsPerSecond, double p99 = 1) => Invariant(
        $"CPU speed:\n    events per second: {eventsPerSecond:0.####}\n\n    total time: 10.0s\n    total number of events: {eventsPerSecond * 10:0}\n    99th percentile: {p99:0.####}\n");

    public static string Memory(double mibPerSecond) => Invariant(
        $"{mibPerSecond * 10:0.####} MiB transferred ({mibPerSecond:0.####} MiB/sec)\n    total time: 10.0s\n    total number of events: 10\n    99th percentile: 0.1\n");

    public static string Forks(double perSecond) => Invariant(
        $"---\nmetrics:\n    - stressor: fork\n      bogo-ops: {perSecond * 10:0.####}\n      wall-clock-time: 10.0\n...\n");

    public static string Fio(double iops, double bytesPerSecond, double p99, bool writes)
    {
        string Direction(double share) => Invariant(
            $"{{\"total_ios\":{(share > 0 ? 100 : 0)},\"runtime\":10000,\"iops\":{iops * share},\"bw_bytes\":{bytesPerSecond * share},\"clat_ns\":{{\"percentile\":{{\"99.000000\":{p99 * 1e6}}}}}}}");
        return $"{{\"jobs\":[{{\"error\":0,\"read\":{Direction(writes ? 0.5 : 1)},\"write\":{Direction(writes ? 0.5 : 0)}}}]}}";
    }

    public static string Iperf3(double mbits) => Invariant(
        $"{{\"end\":{{\"sum_sent\":{{\"bits_per_second\":{mbits * 2e6}}},\"sum_received\":{{\"bits_per_second\":{mbits * 1e6},\"seconds\":10}}}}}}");
}
