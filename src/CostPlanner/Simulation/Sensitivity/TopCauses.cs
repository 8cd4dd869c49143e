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

/// <summary>A cause of uncertainty, named.</summary>
/// <param name="Inputs">The input, or several that are correlated.</param>
/// <param name="Share">What it brings into the variance, alone and with others.</param>
/// <param name="Remedy">What makes it smaller.</param>
/// <param name="Words">A sentence or two for the report.</param>
public sealed record NamedCause(ImmutableArray<SimulationInput> Inputs, VarianceShare Share, CauseRemedy Remedy, string Words);

/// <summary>The inputs that are worth measuring or negotiating.</summary>
public static class TopCauses
{
    /// <summary>How many are named at most.</summary>
    public const int Most = 10;

    /// <summary>The share of the variance below which a cause is not worth naming.</summary>
    public const double LeastShare = 0.01;

    // By how much the total has to exceed what the input does alone before the words say so.
    private const double LeastTogether = 0.05;

    private static readonly string[] Promised = ["price.", "discount.", "quote."];

    /// <summary>The causes, the largest first; empty where the shares of variance are not known.</summary>
    /// <param name="study">The causes of a figure.</param>
    /// <param name="inputs">The simulation's inputs.</param>
    /// <param name="figure">What the figure is, as in "the saving".</param>
    /// <param name="amount">An amount of the figure as the report prints it.</param>
    /// <param name="value">A value of an input, with its unit, as the report prints it.</param>
    public static ImmutableArray<NamedCause> Of(
        CauseStudy study, ImmutableArray<SimulationInput> inputs, string figure, Func<decimal, string> amount, Func<string, decimal, string> value) =>
        [.. (study.Variance?.Factors ?? [])
            .Where(factor => factor.Total.Value >= LeastShare)
            .Take(Most)
            .Select(factor => Named(factor, study.Tornado, inputs, figure, amount, value))];

    private static NamedCause Named(
        SobolFactor factor,
        Tornado tornado,
        ImmutableArray<SimulationInput> inputs,
        string figure,
        Func<decimal,
            string> amount,
        Func<string,
            decimal,
            string> value)
    {
        var these = factor.Inputs.Select(input => inputs[input]).ToImmutableArray();
        var remedy = these.Any(input => Promised.Any(start => input.Key.StartsWith(start, StringComparison.Ordinal)))
            ? CauseRemedy.Negotiate
            : CauseRemedy.Measure;
        var swings = factor.Inputs.Select(input => Swing(inputs[input], tornado.Bars.First(bar => bar.Input == input), figure, amount, value));
        return new NamedCause(these, factor.Total, remedy, $"{Share(factor, these)} {string.Join(" ", swings)} {Advice(remedy, these)}");
    }

    private static string Share(SobolFactor factor, ImmutableArray<SimulationInput> inputs)
    {
        var together = factor.Total.Value - factor.First.Value;
        var others = together >= LeastTogether ? FormattableString.Invariant($", {Percent(together)} of it only together with others") : "";
        var total = factor.Total;
        return $"{string.Join(" and ", inputs.Select(input => input.Label))}: {Percent(total.Value)} of the variance (95 % interval {Percent(total.Low)} to "
            + $"{Percent(total.High)}){others}.";
    }

    private static string Swing(SimulationInput input, TornadoBar bar, string figure, Func<decimal, string> amount, Func<string, decimal, string> value) =>
        $"At {value(input.Unit, input.Range.Low)} {figure} is {Amount(bar.Low, amount)}, at {value(input.Unit, input.Range.High)} {Amount(bar.High, amount)}.";

    private static string Amount(decimal? value, Func<decimal, string> amount) => value is { } known ? amount(known) : "not known";

    private static string Advice(CauseRemedy remedy, ImmutableArray<SimulationInput> inputs) => remedy switch
    {
        CauseRemedy.Negotiate => "Worth negotiating: a written quote ends this uncertainty.",
        _ when inputs.Any(input => input.Provenance.IsPlaceholder) => "Worth measuring: the range is a placeholder.",
        _ => "Worth measuring.",
    };

    private static string Percent(double share) => FormattableString.Invariant($"{Math.Max(0, share) * 100:0} %");
}
