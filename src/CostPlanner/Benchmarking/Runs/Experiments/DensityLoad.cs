namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What each guest of a density sweep is and is offered.</summary>
/// <param name="Name">The sweep's name in the record.</param>
/// <param name="Percent">What a guest is offered, in % of what it does alone when it works without a pause; 1 to 99.</param>
/// <param name="Shape">The guest.</param>
/// <param name="Measures">What the knee is recorded as.</param>
public sealed record DensityLoad(string Name, int Percent, GuestShape Shape, KneeMeasures Measures);
