namespace CostPlanner.Benchmarking.Probe;

/// <summary>KVM is there and would not do what a guest needs.</summary>
internal sealed class KvmException(string step, string why) : Exception($"{step}: {why}");
