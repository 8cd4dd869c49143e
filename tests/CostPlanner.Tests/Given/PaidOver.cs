using System.Collections.Immutable;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Tests.Given;

/// <summary>Lines with their payments.</summary>
internal static class PaidOver
{
    /// <summary>The lines as they are paid where nothing changes over the horizon.</summary>
    public static ImmutableArray<CostLine> TheHorizon(CostBasis basis, IEnumerable<CostLine> lines) => LinesOverTime.Steady(basis, [.. lines]);
}
