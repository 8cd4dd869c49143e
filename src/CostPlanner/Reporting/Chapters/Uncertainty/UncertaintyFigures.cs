using System.Collections.Immutable;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Chapters.Uncertainty;

/// <summary>The charts of how sure the answer is.</summary>
internal static class UncertaintyFigures
{
    /// <summary>Bars of the tornado at most.</summary>
    public const int MostBars = 12;

    public static SpreadRows? Ranges(CaseStudy result, UncertaintyStudy study)
    {
        ImmutableArray<SpreadRow> rows = [
            .. study.Result.Options.Where(each => each.Total is not null).Select(each => Range(result.Options[each.Option].Option.Name, each.Total!)),
        ];
        return rows.IsEmpty ? null : new SpreadRows(Words.Of("uncertainty.uncertainty-figures.ranges"), result.Inputs.Scenario.Currency.Code, rows);
    }

    public static TornadoRows? Tornado(CaseStudy result, UncertaintyStudy study, Tornado tornado)
    {
        var bars = tornado.Bars.Where(bar => bar.Swing != 0 && (bar.Low ?? bar.High) is not null).Take(MostBars).ToList();
        return tornado.Likely is not { } likely || bars.Count == 0 ? null : new TornadoRows(
            Words.Of("uncertainty.uncertainty-figures.tornado", ("figure", study.Figure)),
            result.Inputs.Scenario.Currency.Code,
            likely,
            Words.Of("uncertainty.uncertainty-figures.all-likely"),
            [.. bars.Select(bar => Bar(study.Result.Plan.Inputs[bar.Input], bar))]);
    }

    public static VarianceRows? Variance(UncertaintyStudy study, SobolIndices? variance) => variance is null ? null : new(
        Words.Of("uncertainty.uncertainty-figures.variance", ("figure", study.Figure)),
        [
            .. variance.Factors.Select(
                factor => Row(Phrase.And(factor.Inputs.Select(input => Sentences.Of(study.Result.Plan.Inputs[input].Label))), factor)),
            .. variance.Rest is { } rest ? [Row(Words.Of(
                "uncertainty.uncertainty-figures.all-other-inputs-together",
                ("inputs", Printed.Whole(rest.Inputs.Length))), rest)] : Array.Empty<VarianceRow>(),
        ]);

    private static SpreadRow Range(string label, Spread spread) => new(
        label, spread.P5.Value, spread.P10.Value, spread.P50.Value, spread.P90.Value, spread.P95.Value,
        Words.Of(
            "uncertainty.uncertainty-figures.to-median",
            ("p10", Printed.Whole(spread.P10.Value)),
            ("p90", Printed.Whole(spread.P90.Value)),
            ("p50", Printed.Whole(spread.P50.Value))));

    private static TornadoRow Bar(SimulationInput input, TornadoBar bar)
    {
        var unit = UncertaintyWords.Unit(input.Unit);
        var range = Words.Of(
            "uncertainty.uncertainty-figures.to",
            ("unit", UncertaintyWords.Value(input.Unit, input.Range.Low)),
            ("unit-2", UncertaintyWords.Value(input.Unit, input.Range.High)));
        return new TornadoRow(Sentences.Of(input.Label), unit.Length == 0 ? range : $"{range} {unit}", bar.Low, bar.High);
    }

    private static VarianceRow Row(string label, SobolFactor factor) => new(label, Known(factor.First), Known(factor.Total));

    private static KnownShare Known(VarianceShare share) => new((decimal)share.Value, (decimal)share.Low, (decimal)share.High);
}
