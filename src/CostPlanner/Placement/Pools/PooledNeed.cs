using CostPlanner.Placement.Plans;

namespace CostPlanner.Placement.Pools;

/// <summary>What a storage pool needs of all servers together.</summary>
/// <param name="Rule">What it asks of them.</param>
/// <param name="Raw">Raw bytes needed, the operations reserve in it.</param>
internal sealed record PooledNeed(StoragePool Rule, long Raw);
