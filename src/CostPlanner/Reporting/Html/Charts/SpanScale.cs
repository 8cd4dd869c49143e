using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>An axis of money that need not begin at 0 and may go below it: round ends and steps.</summary>
/// <param name="From">Its low end.</param>
/// <param name="To">Its high end, above the low one.</param>
/// <param name="Step">The distance of two labels.</param>
/// <param name="Printing">How amounts are printed on it.</param>
internal sealed record SpanScale(decimal From, decimal To, decimal Step, AxisScale Printing)
{
    private const int MostDecimals = 6;

    /// <summary>The labelled amounts.</summary>
    public IEnumerable<decimal> Marks
    {
        get
        {
            for (var at = From; at <= To; at += Step)
            {
                yield return at;
            }
        }
    }

    /// <summary>A scale that holds these amounts; at least one.</summary>
    public static SpanScale Of(IReadOnlyCollection<decimal> amounts)
    {
        var (least, most) = (amounts.Min(), amounts.Max());
        var step = AxisScale.UpTo(most - least).Step;
        var from = decimal.Floor(least / step) * step;
        var to = decimal.Ceiling(most / step) * step;
        return new SpanScale(from, to > from ? to : from + step, step, AxisScale.UpTo(Math.Max(Math.Abs(least), Math.Abs(most))));
    }

    /// <summary>Where between 0 and 1 an amount lies.</summary>
    public decimal Share(decimal amount) => (amount - From) / (To - From);

    /// <summary>A mark as printed: with as many decimals as its neighbours need to be told apart.</summary>
    public string Label(decimal mark) => Printed.Number(mark / Printing.Divisor, MostDecimals);
}
