using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>A quantity from a month on.</summary>
/// <param name="Month">The month.</param>
/// <param name="Quantity">The quantity until the next step.</param>
public sealed record QuantityStep(int Month, decimal Quantity);

/// <summary>How many units of something are needed from which month on.</summary>
/// <param name="Steps">The steps, in order of months; the first is the first need, each later one a change.</param>
internal sealed record Quantities(ImmutableArray<QuantityStep> Steps)
{
    /// <summary>The needs of spans in order; between them, and after them within so many months, nothing is needed.</summary>
    public static Quantities Of(IEnumerable<(int From, int To, decimal Quantity)> spans, int months)
    {
        var steps = new List<QuantityStep>();
        var until = 0;
        foreach (var (from, to, quantity) in spans)
        {
            Add(from > until && steps.Count > 0 ? new QuantityStep(until, 0) : null);
            Add(new QuantityStep(from, quantity));
            until = to;
        }

        Add(until < months ? new QuantityStep(until, 0) : null);
        return new Quantities([.. steps]);

        void Add(QuantityStep? step)
        {
            if (step is not null && (steps.Count == 0 || steps[^1].Quantity != step.Quantity))
            {
                steps.Add(step);
            }
        }
    }

    /// <summary>What is needed in a month.</summary>
    public decimal At(int month)
    {
        for (var step = Steps.Length - 1; step >= 0; step--)
        {
            if (Steps[step].Month <= month)
            {
                return Steps[step].Quantity;
            }
        }

        return 0;
    }

    /// <summary>What is needed in each month from the first on.</summary>
    public IEnumerable<(int Month, decimal Units)> Monthly(int months)
    {
        for (var step = 0; step < Steps.Length; step++)
        {
            var end = step + 1 < Steps.Length ? Math.Min(Steps[step + 1].Month, months) : months;
            for (var month = Steps[step].Month; month < end; month++)
            {
                yield return (month, Steps[step].Quantity);
            }
        }
    }

    /// <summary>What is paid for by the year, in years of one unit: in full, also where the year ends after those months.</summary>
    public IEnumerable<(int Month, decimal Units)> Yearly(int months)
    {
        for (var month = Steps[0].Month; month < months; month++)
        {
            var left = YearEnd(month) - month;
            var units = left == Duration.MonthsPerYear ? At(month) : Math.Max(0, At(month) - At(month - 1));
            if (left == Duration.MonthsPerYear || units > 0)
            {
                yield return (month, units * left / Duration.MonthsPerYear);
            }
        }
    }

    /// <summary>The month after the last that a payment of the year covers.</summary>
    public int YearEnd(int month)
    {
        var first = Steps[0].Month;
        return first + ((((month - first) / Duration.MonthsPerYear) + 1) * Duration.MonthsPerYear);
    }

    /// <summary>What is bought when: what is needed beyond all that is owned; with a life in months, again when it ends and the need lasts.</summary>
    public IEnumerable<(int Month, decimal Units)> Bought(int months, int? life)
    {
        var owned = 0m;
        var ends = new Dictionary<int, decimal>();
        foreach (var month in Enumerable.Range(0, months))
        {
            owned -= ends.GetValueOrDefault(month);
            var lacking = At(month) - owned;
            if (lacking > 0 || (lacking == 0 && Steps[0].Month == month))
            {
                owned += lacking;
                if (life is { } lasts)
                {
                    ends[month + lasts] = lacking;
                }

                yield return (month, lacking);
            }
        }
    }
}
