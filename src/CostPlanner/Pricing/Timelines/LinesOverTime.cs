using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Running;

namespace CostPlanner.Pricing.Timelines;

/// <summary>The lines of months in which nothing changes.</summary>
/// <param name="From">The first month.</param>
/// <param name="To">The month after the last.</param>
/// <param name="Lines">The lines as if nothing changed over the horizon.</param>
internal sealed record LineSpan(int From, int To, ImmutableArray<CostLine> Lines);

/// <summary>The lines of hosts that stay the same, made into lines of hosts that change.</summary>
/// <remarks>
/// <para>Every line says what is needed while nothing changes: a quantity, a price, and how it is paid. Over time a line of the same id is paid so:</para>
/// <para>Yearly: in advance in the month in which it is first needed and each year after; what is added within a year is paid for the months left of it;
/// what the last payment covers after the horizon is credited in its last month (<see cref="Prepaid"/>). What is no longer needed is not paid again, and
/// not paid back.</para>
/// <para>Monthly: what is needed in the month. Once: what is needed beyond all that was bought before.</para>
/// <para>Servers are replaced at the end of their life. <see cref="PriceRise"/> holds for all.</para>
/// </remarks>
internal static class LinesOverTime
{
    /// <summary>The lines over the horizon where nothing changes.</summary>
    public static ImmutableArray<CostLine> Steady(CostBasis basis, ImmutableArray<CostLine> lines) => Of(basis, [new LineSpan(0, basis.Months, lines)]);

    /// <summary>The lines over spans of months, in order; those of one id become one.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, IEnumerable<LineSpan> spans)
    {
        var found = new List<List<(int From, int To, CostLine Line)>>();
        var places = new Dictionary<string, List<(int From, int To, CostLine Line)>>(StringComparer.Ordinal);
        foreach (var span in spans)
        {
            foreach (var line in span.Lines)
            {
                if (!places.TryGetValue(line.Id, out var place))
                {
                    found.Add(places[line.Id] = place = []);
                }

                place.Add((span.From, span.To, line));
            }
        }

        return [.. found.SelectMany(line => Line(basis, line))];
    }

    private static IEnumerable<CostLine> Line(CostBasis basis, List<(int From, int To, CostLine Line)> spans)
    {
        var needed = Quantities.Of(spans.Select(span => (span.From, span.To, span.Line.Quantity)), basis.Months);
        var lacking = spans.Find(span => span.Line.IsHole).Line;
        var line = spans[0].Line with
        {
            Rule = RuleOf(spans),
            Steps = needed.Steps,
            Hole = lacking?.Hole,
            IsRefused = lacking is { IsRefused: true },
        };
        if (line.IsHole || line.Converted is not { } unit)
        {
            return [line with { Payments = [] }];
        }

        var units = Units(basis, line, needed).ToList();
        var paid = line with { Payments = Booking.Of(unit.Amount, units) };
        paid = OwedBeyond.Said(basis, paid, needed.Steps[0].Month, needed.At(basis.Months - 1));
        return line switch
        {
            { Category: CostCategory.Hardware } => [paid, .. Resale.AtTheEnd(basis, paid, units)],
            { Timing: CostTiming.Yearly } => [paid, .. Prepaid.Credit(basis, paid, units.Select(each => (each.Month, each.Units, needed.YearEnd(each.Month))))],
            _ => [paid],
        };
    }

    private static Message RuleOf(List<(int From, int To, CostLine Line)> spans)
    {
        if (spans.TrueForAll(span => span.Line.Rule == spans[0].Line.Rule))
        {
            return spans[0].Line.Rule;
        }

        return Clauses.Joined(spans.DistinctBy(span => span.Line.Rule).Select(
            (span, index) => index == 0 ? span.Line.Rule : Message.Of("rule.from-month", ("month", span.From + 1), ("rule", span.Line.Rule))))!;
    }

    private static IEnumerable<(int Month, decimal Units)> Units(CostBasis basis, CostLine line, Quantities needed)
    {
        var first = needed.Steps[0].Month;
        var rise = new PriceRise(line, basis.Assumptions, first);
        return line.Timing switch
        {
            CostTiming.Once => line.Category == CostCategory.Hardware
                ? needed.Bought(basis.Months, Resale.LifeOf(basis))
                : needed.Bought(basis.Months, life: null),
            CostTiming.Yearly => needed.Yearly(basis.Months).Select(Risen),
            CostTiming.Monthly => needed.Monthly(basis.Months).Select(Risen),
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Timing, "not a timing"),
        };

        (int Month, decimal Units) Risen((int Month, decimal Units) each) => (each.Month, each.Units * rise.Factor(each.Month));
    }
}
