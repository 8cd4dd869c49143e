using System.Collections.Immutable;
using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Model;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>The intervals of a run's values, or of two runs' side by side, with what each replicate came to.</summary>
internal static class IntervalCharts
{
    /// <summary>What the marks of these charts mean.</summary>
    public const string Key = "Each measure has a scale of its own, from the smallest figure shown to the largest: it does not begin at 0. "
        + "Area: the interval of 95 %; for the knee, from the number of guests that always passes to the one that always fails. Stroke: the value. Dots: "
        + "replicates, where a measure has one figure for each.";

    /// <summary>A chart for each group of measures of one run.</summary>
    public static IEnumerable<IntervalRows> Of(BenchmarkRun run) => MeasureGroup.Holding(run.Values.Select(value => value.Name))
        .Select(group => new IntervalRows(group.Title, [.. group.Measures.Select(name => RowOf(run, run.Find(name)!))]));

    /// <summary>A chart for each group of measures of two runs, with the verdict.</summary>
    public static IEnumerable<IntervalRows> Of(RunComparison comparison) => MeasureGroup.Holding(comparison.Measures.Select(measure => measure.Name))
        .Select(group => new IntervalRows(
            group.Title, [.. group.Measures.Select(name => RowOf(comparison, comparison.Measures.First(measure => measure.Name == name)))]));

    /// <summary>
    /// What a guest costs on either server, from the number that always fails to the one that always passes; null where neither price can be told.
    /// </summary>
    public static IntervalRows? Of(GuestPrice? a, GuestPrice? b)
    {
        var lanes = new[] { LaneOf(a, 0, "A"), LaneOf(b, 1, "B") }.OfType<IntervalLane>().ToImmutableArray();
        return lanes.IsEmpty
            ? null
            : new IntervalRows(
                "Price of the server for each guest at the knee", [new IntervalRow("Price of a guest", (a ?? b)!.Price.Currency.Code, lanes, "")]);
    }

    private static IntervalRow RowOf(BenchmarkRun run, MeasuredValue value) => new(
        MeasuredWords.Label(value), value.Unit, [LaneOf(run, value, 0, "")], run.IsValid ? "" : "not valid");

    private static IntervalRow RowOf(RunComparison comparison, ComparedMeasure measure)
    {
        var lanes = new[] { (comparison.A, Value: measure.A, 0, "A"), (comparison.B, Value: measure.B, 1, "B") }
            .Where(each => each.Value is not null && each.Value.Unit == measure.Unit)
            .Select(each => LaneOf(each.Item1, each.Value!, each.Item3, each.Item4));
        return new IntervalRow(Sentences.Of(measure.Label), measure.Unit, [.. lanes], Sentences.Of(measure.Words));
    }

    private static IntervalLane LaneOf(BenchmarkRun run, MeasuredValue value, int place, string name) => new(
        place,
        name,
        value.Value,
        value.Low,
        value.High,
        run.FiguresOf(value.Name),
        $"{MeasuredWords.Number(value.Value)} ({(value is { Low: null, High: null } ? "interval not known" : MeasuredWords.Interval(value))})");

    private static IntervalLane? LaneOf(GuestPrice? price, int place, string name)
    {
        if (price?.PerGuest is not { } most)
        {
            return null;
        }

        var text = price.Least is { } least ? $"{most.Rounded(2)} (more than {least.Rounded(2)})" : $"{most.Rounded(2)} at most";
        return new IntervalLane(place, name, (double)most.Amount, (double?)price.Least?.Amount, (double)most.Amount, [], text);
    }
}
