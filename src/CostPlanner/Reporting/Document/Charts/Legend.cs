using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>What the marks of the table that follows mean, on a line.</summary>
/// <param name="Entries">The marks, the plainest first.</param>
public sealed record Legend(ImmutableArray<LegendEntry> Entries) : Block;

/// <summary>A mark and its meaning.</summary>
/// <param name="Sample">A cell that bears the mark.</param>
/// <param name="Meaning">What it says.</param>
public sealed record LegendEntry(Cell Sample, string Meaning);
