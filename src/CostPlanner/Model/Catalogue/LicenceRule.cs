using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>How a product is counted: the name of a metric, and the metric's parameters.</summary>
/// <remarks>The metric's arithmetic is code (Pricing/Metrics); the figures are data of the product's row.</remarks>
/// <param name="Metric">The metric's name as the price book spells it, one of <see cref="LicenceMetric.All"/>.</param>
/// <param name="Parameters">The metric's parameters by name: "min-per-socket" = 16.</param>
public sealed record LicenceRule(string Metric, ImmutableSortedDictionary<string, decimal> Parameters)
{
    /// <summary>What is known of its metric; null for a metric that is none, which reading the price book refuses.</summary>
    public LicenceMetric? Kind => LicenceMetric.All.GetValueOrDefault(Metric);

    /// <summary>The parameter of that name, or the default where the row does not have it.</summary>
    public decimal Parameter(string name, decimal otherwise) => Parameters.TryGetValue(name, out var value) ? value : otherwise;

    /// <summary>The limit of that name, or null where the row sets none.</summary>
    public decimal? Limit(string name) => Parameters.TryGetValue(name, out var value) ? value : null;
}
