using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Workloads;

/// <summary>What the tools really printed: sysbench 1.0.20, fio 3.33, stress-ng 0.15.06, iperf3 3.12, cyclictest of rt-tests 2.4, on Debian 12.</summary>
internal static class Captured
{
    public static string Output(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Benchmarking", "Captured", name));
}
