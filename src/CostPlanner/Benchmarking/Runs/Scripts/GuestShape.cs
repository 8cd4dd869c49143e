namespace CostPlanner.Benchmarking.Runs.Scripts;

/// <summary>How large a guest of a script is, and what it has beside CPU and memory.</summary>
/// <param name="VCpus">vCPUs, 1 or more.</param>
/// <param name="MemoryMib">Memory in MiB.</param>
/// <param name="ScratchMib">Size of its disk on the storage to be judged, in MiB; 0 for none.</param>
/// <param name="HasNic">Whether it has a NIC, on a wire to the other guests that have one.</param>
public readonly record struct GuestShape(int VCpus, int MemoryMib, int ScratchMib = 0, bool HasNic = false);
