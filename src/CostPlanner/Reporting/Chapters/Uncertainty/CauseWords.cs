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
        var others = cause.Together is { } together ? $", {Percent(together)} of it only together with others" : "";
        return $"{string.Join(" and ", cause.Inputs.Select(input => Sentences.Of(input.Label)))}: {Percent(cause.Share.Value)} of the variance (95 % interval "
            + $"{Percent(cause.Share.Low)} to {Percent(cause.Share.High)}){others}.";
    }

    private static string Swing(CauseSwing swing, string figure, Func<decimal, string> amount)
    {
        return $"At {At(swing.Input.Range.Low)} {figure} is {Amount(swing.Low)}, at {At(swing.Input.Range.High)} {Amount(swing.High)}.";

        string At(decimal value) => UncertaintyWords.ValueWithUnit(swing.Input.Unit, value);

        string Amount(decimal? value) => value is { } known ? amount(known) : "not known";
    }

    private static string Advice(NamedCause cause) => cause switch
    {
        { Remedy: CauseRemedy.Negotiate } => "Worth negotiating: a written quote ends this uncertainty.",
        { IsPlaceholder: true } => "Worth measuring: the range is a placeholder.",
        _ => "Worth measuring.",
    };

    private static string Percent(double share) => FormattableString.Invariant($"{Math.Max(0, share) * 100:0} %");
}
