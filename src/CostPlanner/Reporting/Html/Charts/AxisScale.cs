using System.Collections.Immutable;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>An axis of money from 0: round steps, and the unit in which its labels are printed.</summary>
/// <param name="Top">The end of the axis, at or above every amount.</param>
/// <param name="Step">The distance of two labels.</param>
/// <param name="Divisor">What amounts are divided by for their labels.</param>
/// <param name="UnitWord">The word for the divisor: "million", "thousand", or empty.</param>
internal sealed record AxisScale(decimal Top, decimal Step, decimal Divisor, string UnitWord)
{
    private const int MostSteps = 6;
    private static readonly ImmutableArray<decimal> RoundSteps = [1, 2, 2.5m, 5, 10];

    /// <summary>The labelled amounts, from 0 to the top.</summary>
    public IEnumerable<decimal> Marks
    {
        get
        {
            for (var at = 0m; at <= Top; at += Step)
            {
                yield return at;
            }
        }
    }

    /// <summary>A scale that holds amounts up to that one.</summary>
    public static AxisScale UpTo(decimal most)
    {
        var wanted = Math.Max(most, 1);
        var power = 1m;
        while (power * 10 * MostSteps < wanted)
        {
            power *= 10;
        }

        var step = RoundSteps.Select(each => each * power).First(each => each * MostSteps >= wanted);
        var (divisor, word) = wanted switch
        {
            >= 1_000_000 => (1_000_000m, "million"),
            >= 10_000 => (1_000m, "thousand"),
            _ => (1m, ""),
        };
        return new AxisScale(decimal.Ceiling(wanted / step) * step, step, divisor, word);
    }

    /// <summary>The unit of the axis: "million EUR".</summary>
    public string Unit(string unit) => UnitWord.Length == 0 ? unit : $"{UnitWord} {unit}";

    /// <summary>An amount as the axis prints it.</summary>
    public string Label(decimal amount) => Printed.Number(amount / Divisor, 2);

    /// <summary>An amount as a part of a chart prints it: two digits after the point for millions, none for thousands.</summary>
    public string Short(decimal amount) => Printed.Fixed(amount / Divisor, Divisor == 1_000_000m ? 2 : 0);
}
