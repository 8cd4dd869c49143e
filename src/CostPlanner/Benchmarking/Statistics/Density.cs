using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>What so many guests under open-loop load came to in one replicate.</summary>
/// <param name="Guests">How many guests.</param>
/// <param name="WorstDelivered">What the worst-served guest delivered, as a share of what it was offered.</param>
/// <param name="P99">The p99 latency of the worst guest, in ms.</param>
/// <param name="Ready">The share of the time that a vCPU was ready and waited, of the worst guest.</param>
public readonly record struct DensityPoint(int Guests, double WorstDelivered, double P99, double Ready)
{
    /// <summary>The least share of the offered load that each guest must deliver.</summary>
    public const double LeastDelivered = 0.95;

    /// <summary>How often the p99 of a single guest may be reached.</summary>
    public const double MostP99 = 3;

    /// <summary>The largest share of time that a vCPU may wait.</summary>
    public const double MostReady = 0.05;

    /// <summary>Why the set is too large; empty where it passes.</summary>
    /// <param name="alone">The p99 of a single guest, in ms, above 0.</param>
    public ImmutableArray<Message> Failures(double alone)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alone);
        var failures = ImmutableArray.CreateBuilder<Message>();
        if (!(WorstDelivered >= LeastDelivered))
        {
            failures.Add(Message.Of("density.delivered", ("delivered", WorstDelivered), ("least", LeastDelivered)));
        }

        if (!(P99 <= MostP99 * alone))
        {
            failures.Add(Message.Of("density.p99", ("p99", P99), ("times", MostP99), ("alone", alone)));
        }

        if (!(Ready <= MostReady))
        {
            failures.Add(Message.Of("density.ready", ("ready", Ready), ("most", MostReady)));
        }

        return failures.ToImmutable();
    }
}
