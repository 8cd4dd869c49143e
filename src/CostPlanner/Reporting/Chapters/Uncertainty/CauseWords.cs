using CostPlanner.Reporting.Text;
using CostPlanner.Simulation.Sensitivity;

namespace CostPlanner.Reporting.Chapters.Uncertainty;

/// <summary>The causes of uncertainty in words.</summary>
internal static class CauseWords
{
    /// <summary>A sentence or two about a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="figure">What it is a cause of, as in "the saving".</param>
    /// <param name="amount">An amount of the figure as it is printed.</param>
    public static string Of(NamedCause cause, string figure, Func<decimal, string> amount) =>
        $"{Share(cause)} {string.Join(" ", cause.Swings.Select(swing => Swing(swing, figure, amount)))} {Advice(cause)}";

    private static string Share(NamedCause cause)
    {
        var others = cause.Together is { } together ? Words.Of("uncertainty.cause.others", ("percent", Percent(together))) : "";
        return Words.Of(
            "uncertainty.cause.share",
            ("inputs", Phrase.And(cause.Inputs.Select(input => Sentences.Of(input.Label)))),
            ("percent", Percent(cause.Share.Value)),
            ("percent-2", Percent(cause.Share.Low)),
            ("percent-3", Percent(cause.Share.High)),
            ("others", others));
    }

    private static string Swing(CauseSwing swing, string figure, Func<decimal, string> amount)
    {
        return Words.Of(
            "uncertainty.cause.at-is-at",
            ("at", At(swing.Input.Range.Low)),
            ("figure", figure),
            ("amount", Amount(swing.Low)),
            ("at-2", At(swing.Input.Range.High)),
            ("amount-2", Amount(swing.High)));

        string At(decimal value) => UncertaintyWords.ValueWithUnit(swing.Input.Unit, value);

        string Amount(decimal? value) => value is { } known ? amount(known) : Words.Of("common.not-known");
    }

    private static string Advice(NamedCause cause) => cause switch
    {
        { Remedy: CauseRemedy.Negotiate } => Words.Of("uncertainty.cause.advice"),
        { IsPlaceholder: true } => Words.Of("uncertainty.cause.advice-worth-measuring-the"),
        _ => Words.Of("uncertainty.cause.worth-measuring"),
    };

    private static string Percent(double share) => FormattableString.Invariant($"{Math.Max(0, share) * 100:0} %");
}
