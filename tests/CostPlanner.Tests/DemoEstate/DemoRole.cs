namespace CostPlanner.Tests.DemoEstate;

/// <summary>VMs of one purpose.</summary>
/// <param name="Cluster">Where they run.</param>
/// <param name="Stem">The first part of their names; the number follows.</param>
/// <param name="Count">How many.</param>
/// <param name="Sizes">Their sizes, taken in turn: vCPUs and GiB of memory.</param>
/// <param name="DiskGiB">The first disk, and the second one if any.</param>
/// <param name="Os">The guest systems, taken in turn.</param>
/// <param name="Note">The annotation, or null.</param>
public sealed record DemoRole(
    string Cluster, string Stem, int Count, IReadOnlyList<(int VCpus, int GiB)> Sizes, IReadOnlyList<int> DiskGiB, IReadOnlyList<string> Os, string? Note = null);
