using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document;

/// <summary>A section of the report.</summary>
/// <param name="Id">The name by which links find it.</param>
/// <param name="Number">Its number or letter, as printed.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What the reader takes from it, in a sentence or two.</param>
/// <param name="Blocks">What it holds.</param>
/// <param name="StartsPage">Whether it begins on a page of its own.</param>
public sealed record Section(
    string Id,
    string Number,
    string Title,
    string Lead,
    ImmutableArray<Block> Blocks,
    bool StartsPage = false);
