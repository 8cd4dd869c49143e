using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>The curves of the density sweep: latency and delivered work over offered load, for one run or for two.</summary>
internal static class LoadCharts
{
    private static string Across => Words.Of("measurement.load-charts.across");

    /// <summary>Two charts for each experiment that every one of the runs has; nothing where there is none.</summary>
    /// <param name="runs">The runs with the names that the charts give them.</param>
    public static IEnumerable<Block> Of(ImmutableArray<(string Name, BenchmarkRun Run)> runs)
    {
        var loads = runs.Select(each => OfferedLoad.Of(each.Run)).ToList();
        foreach (var experiment in loads[0].Select(load => load.Experiment).Where(name => loads.All(of => of.Any(load => load.Experiment == name))))
        {
            var series = runs.Zip(loads, (each, of) => (each.Name, each.Run, Load: of.First(load => load.Experiment == experiment))).ToList();
            var late = series.Select(each => LineOf(each.Name, each.Run, each.Load, step => step.P99)).ToImmutableArray();
            yield return new LoadLines(Words.Of("measurement.load-charts.p99-latency-of", ("experiment", experiment)), Across, "ms", late)
            {
                IsLogarithmic = late.All(line => line.Points.All(point => point.Value > 0)),
            };
            yield return new LoadLines(
                Words.Of("measurement.load-charts.work-delivered", ("experiment", experiment)),
                Across,
                Words.Of("measurement.load-charts.events-per-second"),
                [.. series.Select(each => LineOf(each.Name, each.Run, each.Load, step => step.Delivered))])
            {
                Equality = Words.Of("measurement.load-charts.all-that-was-offered"),
            };
        }
    }

    private static LoadLine LineOf(string name, BenchmarkRun run, OfferedLoad load, Func<LoadStep, double> value)
    {
        var knee = load.Knee(run);
        var at = knee is null ? null : load.OfferedTo(knee.Value);
        var most = Printed.Count(load.Steps.Max(step => step.Guests), "guest");
        var words = at is null ? Words.Of("measurement.load-charts.up-to", ("name", name), ("most", most)) : Words.Of(
            "measurement.load-charts.words",
            ("name", name),
            ("most", most),
            ("number", MeasuredWords.Number(knee!.Value)));
        return new LoadLine(words, [.. load.Steps.Select(step => new LoadPoint(step.Offered, value(step)))], at);
    }
}
