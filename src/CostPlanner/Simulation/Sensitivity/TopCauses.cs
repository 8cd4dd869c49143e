using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>What makes a cause smaller.</summary>
public enum CauseRemedy
{
    /// <summary>A price, a discount, a quote: someone can promise it.</summary>
    Negotiate,

    /// <summary>Anything else: it can be looked at more closely.</summary>
    Measure,
}

/// <summary>What the figure comes to where one input is low and where it is high, all others being likely.</summary>
/// <param name="Input">The input.</param>
/// <param name="Low">The figure at the low end; null where it is not known.</param>
/// <param name="High">The figure at the high end; null where it is not known.</param>
public sealed record CauseSwing(SimulationInput Input, decimal? Low, decimal? High);

/// <summary>A cause of uncertainty, named.</summary>
/// <param name="Inputs">The input, or several that are correlated.</param>
/// <param name="Share">What it brings into the variance, alone and with others.</param>
/// <param name="Together">What of that it brings only together with others; null where that is not worth saying.</param>
/// <param name="Swings">What each of the inputs does alone.</param>
/// <param name="Remedy">What makes it smaller.</param>
public sealed record NamedCause(
    ImmutableArray<SimulationInput> Inputs, VarianceShare Share, double? Together, ImmutableArray<CauseSwing> Swings, CauseRemedy Remedy)
{
    /// <summary>Whether the range of one of the inputs is a placeholder.</summary>
    public bool IsPlaceholder => Inputs.Any(input => input.Provenance.IsPlaceholder);
}

/// <summary>The inputs that are worth measuring or negotiating.</summary>
public static class TopCauses
{
    /// <summary>How many are named at most.</summary>
    public const int Most = 10;

    /// <summary>The share of the variance below which a cause is not worth naming.</summary>
    public const double LeastShare = 0.01;

    // By how much the total has to exceed what the input does alone before it is worth saying.
    private const double LeastTogether = 0.05;

    private static readonly string[] Promised = ["price.", "discount.", "quote."];

    /// <summary>The causes, the largest first; empty where the shares of variance are not known.</summary>
    /// <param name="study">The causes of a figure.</param>
    /// <param name="inputs">The simulation's inputs.</param>
    public static ImmutableArray<NamedCause> Of(CauseStudy study, ImmutableArray<SimulationInput> inputs) =>
        [.. (study.Variance?.Factors ?? [])
            .Where(factor => factor.Total.Value >= LeastShare)
            .Take(Most)
            .Select(factor => Named(factor, study.Tornado, inputs))];

    private static NamedCause Named(SobolFactor factor, Tornado tornado, ImmutableArray<SimulationInput> inputs)
    {
        var these = factor.Inputs.Select(input => inputs[input]).ToImmutableArray();
        var together = factor.Total.Value - factor.First.Value;
        return new NamedCause(
            these,
            factor.Total,
            together >= LeastTogether ? together : null,
            [
                .. factor.Inputs.Select(input => tornado.Bars.First(bar => bar.Input == input))
                    .Select(bar => new CauseSwing(inputs[bar.Input], bar.Low, bar.High)),
            ],
            these.Any(input => Promised.Any(start => input.Key.StartsWith(start, StringComparison.Ordinal))) ? CauseRemedy.Negotiate : CauseRemedy.Measure);
    }
}
