using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document.Charts;

/// <summary>Measured values with their intervals and replicates, each measure on a scale of its own, because their units differ.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Rows">The measures, from the top.</param>
public sealed record IntervalRows(string Title, ImmutableArray<IntervalRow> Rows) : Block;

/// <summary>A measure of one run, or of two on the same scale.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Lanes">The runs that have it, from the top.</param>
/// <param name="Words">What may be said of it, below the figures; empty for nothing.</param>
public sealed record IntervalRow(string Label, string Unit, ImmutableArray<IntervalLane> Lanes, string Words);

/// <summary>A measure of one run.</summary>
/// <param name="Run">Which run: 0 for the first, 1 for the second; it decides the colour.</param>
/// <param name="Name">The run's short name, "A", or empty where there is but one.</param>
/// <param name="Value">The value; finite.</param>
/// <param name="Low">The low end of its interval; null where it is not known.</param>
/// <param name="High">The high end of its interval; null where it is not known.</param>
/// <param name="Replicates">What each replicate came to; empty where it was not measured by replicate.</param>
/// <param name="Text">The figures as printed beside it.</param>
public sealed record IntervalLane(int Run, string Name, double Value, double? Low, double? High, ImmutableArray<double> Replicates, string Text);

/// <summary>What guests came to under a load that grows with their number.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Across">What the load is counted in, for the axis below.</param>
/// <param name="Unit">What the values are counted in.</param>
/// <param name="Series">The runs.</param>
public sealed record LoadLines(string Title, string Across, string Unit, ImmutableArray<LoadLine> Series) : Block
{
    /// <summary>Whether values span powers of ten, so that the axis counts those; all of them are above 0 then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The name of the thin line on which a value equals the load, or null for no such line.</summary>
    public string? Equality { get; init; }
}

/// <summary>What one run came to: a dot for each replicate, a line through the medians.</summary>
/// <param name="Label">The run, and its knee in words where it has one.</param>
/// <param name="Points">Load and value of each replicate; at least one.</param>
/// <param name="Knee">The load at the knee; null where it is not known.</param>
public sealed record LoadLine(string Label, ImmutableArray<LoadPoint> Points, double? Knee);

/// <summary>A replicate under load.</summary>
/// <param name="Load">What was offered; above 0.</param>
/// <param name="Value">What came of it; 0 or more.</param>
public readonly record struct LoadPoint(double Load, double Value);
