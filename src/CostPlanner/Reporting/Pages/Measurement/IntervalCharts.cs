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
    public static string Key => Words.Of("measurement.interval-charts.key");

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
                Words.Of("measurement.interval-charts.price-of-the"), [
                    new IntervalRow(Words.Of("measurement.interval-charts.price-of-a-guest"), (a ?? b)!.Price.Currency.Code, lanes, ""),
                ]);
    }

    private static IntervalRow RowOf(BenchmarkRun run, MeasuredValue value) => new(
        MeasuredWords.Label(value), value.Unit, [LaneOf(run, value, 0, "")], run.IsValid ? "" : Words.Of("measurement.interval-charts.not-valid"));

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
        $"{MeasuredWords.Number(value.Value)} ("
            + $"{(value is { Low: null, High: null } ? Words.Of("measurement.interval-charts.interval-not-known") : MeasuredWords.Interval(value))})");

    private static IntervalLane? LaneOf(GuestPrice? price, int place, string name)
    {
        if (price?.PerGuest is not { } most)
        {
            return null;
        }

        var text = price.Least is { } least ? Words.Of(
            "measurement.interval-charts.more-than",
            ("rounded", most.Rounded(2).ToString()),
            ("rounded-2", least.Rounded(2).ToString())) : Words.Of(
            "measurement.interval-charts.at-most",
            ("rounded", most.Rounded(2).ToString()));
        return new IntervalLane(place, name, (double)most.Amount, (double?)price.Least?.Amount, (double)most.Amount, [], text);
    }
}
