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
        return rows.IsEmpty ? null : new SpreadRows("Cost of each option in the trials", result.Inputs.Scenario.Currency.Code, rows);
    }

    public static TornadoRows? Tornado(CaseStudy result, UncertaintyStudy study, Tornado tornado)
    {
        var bars = tornado.Bars.Where(bar => bar.Swing != 0 && (bar.Low ?? bar.High) is not null).Take(MostBars).ToList();
        return tornado.Likely is not { } likely || bars.Count == 0 ? null : new TornadoRows(
            $"One input at a time, low and high: {Sentences.Of(study.Figure)}",
            result.Inputs.Scenario.Currency.Code,
            likely,
            "all likely",
            [.. bars.Select(bar => Bar(study.Result.Plan.Inputs[bar.Input], bar))]);
    }

    public static VarianceRows? Variance(UncertaintyStudy study, SobolIndices? variance) => variance is null ? null : new(
        $"Shares of the variance of {Sentences.Of(study.Figure)}",
        [
            .. variance.Factors.Select(
                factor => Row(string.Join(" and ", factor.Inputs.Select(input => Sentences.Of(study.Result.Plan.Inputs[input].Label))), factor)),
            .. variance.Rest is { } rest ? [Row($"all other inputs ({Printed.Whole(rest.Inputs.Length)}) together", rest)] : Array.Empty<VarianceRow>(),
        ]);

    private static SpreadRow Range(string label, Spread spread) => new(
        label, spread.P5.Value, spread.P10.Value, spread.P50.Value, spread.P90.Value, spread.P95.Value,
        $"{Printed.Whole(spread.P10.Value)} to {Printed.Whole(spread.P90.Value)}, median {Printed.Whole(spread.P50.Value)}");

    private static TornadoRow Bar(SimulationInput input, TornadoBar bar)
    {
        var unit = UncertaintyWords.Unit(input.Unit);
        var range = $"{UncertaintyWords.Value(input.Unit, input.Range.Low)} to {UncertaintyWords.Value(input.Unit, input.Range.High)}";
        return new TornadoRow(Sentences.Of(input.Label), unit.Length == 0 ? range : $"{range} {unit}", bar.Low, bar.High);
    }

    private static VarianceRow Row(string label, SobolFactor factor) => new(label, Known(factor.First), Known(factor.Total));

    private static KnownShare Known(VarianceShare share) => new((decimal)share.Value, (decimal)share.Low, (decimal)share.High);
}
