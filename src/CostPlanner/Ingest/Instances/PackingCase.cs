using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Instances;

/// <summary>A packing instance as a file gives it.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Instance">The instance.</param>
/// <param name="CountsCost">Whether bins have prices, so that the answer is a cost and not a number of bins.</param>
/// <param name="Items">What the file calls each copy; empty when it numbers them from 1 in its order.</param>
/// <param name="Bins">What the file calls the bins of each kind, each bin once; empty when any number of equal ones may be used.</param>
public sealed record PackingCase(
    string Name,
    PackingInstance Instance,
    bool CountsCost,
    ImmutableArray<string> Items,
    ImmutableArray<ImmutableArray<string>> Bins);
