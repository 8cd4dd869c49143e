using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What each guest of a density sweep is and is offered.</summary>
/// <param name="Name">The sweep's name in the record.</param>
/// <param name="Percent">What a guest is offered, in % of what it does alone when it works without a pause; 1 to 99.</param>
/// <param name="Shape">The guest.</param>
/// <param name="Measures">What the knee is recorded as.</param>
public sealed record DensityLoad(string Name, int Percent, GuestShape Shape, KneeMeasures Measures)
{
    private const int Hundred = 100;

    /// <summary>So many times the guests that keep every core busy are more than any host carries: 16 guests of 1 vCPU on a core at 25 %.</summary>
    private const int FarTooMany = 4;

    /// <summary>How many guests keep all of these cores busy, 1 at least.</summary>
    public int Busy(int cores) => Math.Max(1, cores * Hundred / (Percent * Shape.VCpus));

    /// <summary>The most guests that a sweep on these cores asks for, so that it has an upper end on every host whose memory allows it.</summary>
    public int Most(int cores) => FarTooMany * Busy(cores);
}
