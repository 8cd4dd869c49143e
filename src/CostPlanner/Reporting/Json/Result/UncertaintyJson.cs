using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>How sure the answer is; null where nobody asked.</summary>
internal static class UncertaintyJson
{
    /// <summary>Figures of trials are written to so many decimals: beyond, processors differ.</summary>
    private const int Decimals = 6;

    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        if (result.Uncertainty is not { } study)
        {
            to.WriteNull("uncertainty");
            return;
        }

        to.WriteStartObject("uncertainty");
        Trials(to, result, study);
        to.List("options", study.Result.Options, each => Option(to, result, each));
        to.List("differences", study.Result.Differences, each => Difference(to, result, each));
        to.List("main", study.Result.Main is { } main ? [main] : Array.Empty<DifferenceTrials>(), each => Difference(to, result, each));
        to.List("pointsOutside", study.Outside, each => Outside(to, result, each));
        Causes(to, study);
        ImmutableArray<string> ids = [.. study.Compared.Select(option => Id(result, option))];
        to.Texts("compared", ids);
        to.List("breakEvens", study.BreakEvens, key => BreakEvenFields.Write(to, key, ids));
        BreakEvenFields.Map(to, study.Map, result.Inputs, ids);
        to.WriteEndObject();
    }

    private static string Id(CaseStudy result, int option) => result.Options[option].Option.Id;

    private static void Trials(Utf8JsonWriter to, CaseStudy result, UncertaintyStudy study)
    {
        var plan = study.Result.Plan;
        to.WriteNumber("trials", study.Result.Trials.Length);
        to.WriteNumber("mostTrials", plan.MostTrials);
        to.WriteString("stoppedBy", Fields.Word(study.Result.StoppedBy));
        to.WriteNumber("placements", study.Placements);
        to.Number("step", (decimal)study.Step);
        to.WriteNumber("seed", plan.Seed);
        to.WriteString("baseline", Id(result, plan.Baseline));
        to.Number("shareAsked", plan.ShareAsked);
        to.List("inputs", plan.Inputs, each =>
        {
            to.WriteString("key", each.Key);
            to.Message("labelData", "label", each.Label);
            to.Message("unitData", "unit", each.Unit.Words);
            to.Number("low", each.Range.Low);
            to.Number("likely", each.Range.Likely);
            to.Number("high", each.Range.High);
            to.WriteString("shape", Fields.Word(each.Range.Shape));
            to.Source("source", each.Provenance);
        });
        to.List("correlations", plan.Correlations, each =>
        {
            to.WriteString("a", each.A);
            to.WriteString("b", each.B);
            to.Number("rank", each.Rank);
        });
    }

    private static void Option(Utf8JsonWriter to, CaseStudy result, OptionTrials each)
    {
        to.WriteString("option", Id(result, each.Option));
        to.WriteNumber("lacking", each.Lacking);
        to.Message("whyData", "why", each.Lacking == 0 ? null : result.Options[each.Option].WhyNoTotalDrawn);
        Spread(to, "total", each.Total);
        Estimate(to, "cheapest", each.Cheapest);
        Estimate(to, "dearerThanFirst", each.DearerThanFirst);
    }

    private static void Difference(Utf8JsonWriter to, CaseStudy result, DifferenceTrials each)
    {
        to.WriteString("option", Id(result, each.Option));
        to.WriteString("against", Id(result, each.Against));
        Spread(to, "saving", each.Saving);
        Spread(to, "share", each.Share);
        Estimate(to, "saves", each.Saves);
        Estimate(to, "savesShareAsked", each.SavesShareAsked);
        Estimate(to, "paysBack", each.PaysBack);
    }

    private static void Outside(Utf8JsonWriter to, CaseStudy result, PointOutside each)
    {
        to.WriteString("option", Id(result, each.Option));
        to.Number("point", Rounded(each.Point));
        to.Number("p10", Rounded(each.Low));
        to.Number("p90", Rounded(each.High));
        to.List("pulls", each.Pulls, pull =>
        {
            to.WriteString("key", pull.Input.Key);
            to.Number("likely", pull.Likely);
            to.Number("middle", Rounded(pull.Middle));
            to.Number("difference", Rounded(pull.Difference));
        });
    }

    private static void Spread(Utf8JsonWriter to, string name, Spread? spread)
    {
        if (spread is null)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        Estimate(to, "p5", spread.P5);
        Estimate(to, "p10", spread.P10);
        Estimate(to, "p50", spread.P50);
        Estimate(to, "p90", spread.P90);
        Estimate(to, "p95", spread.P95);
        Estimate(to, "mean", spread.Mean);
        to.Number("deviation", Rounded(spread.Deviation));
        to.WriteEndObject();
    }

    private static void Estimate(Utf8JsonWriter to, string name, Estimate? estimate)
    {
        if (estimate is not { } known)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        to.Number("value", Rounded(known.Value));
        to.Number("standardError", Rounded(known.StandardError));
        to.WriteEndObject();
    }

    private static void Causes(Utf8JsonWriter to, UncertaintyStudy study)
    {
        if (study.Causes is not { } causes)
        {
            to.WriteNull("causes");
            return;
        }

        var keys = study.Result.Plan.Inputs.Select(each => each.Key).ToImmutableArray();
        to.WriteStartObject("causes");
        to.Message("ofData", "of", study.Figure);
        to.Number("likely", causes.Tornado.Likely);
        to.List("tornado", causes.Tornado.Bars, bar =>
        {
            to.WriteString("key", keys[bar.Input]);
            to.Number("low", bar.Low);
            to.Number("high", bar.High);
        });
        to.List("ranks", causes.Ranks.Index(), each =>
        {
            to.WriteString("key", keys[each.Index]);
            to.Number("correlation", each.Item is { } rank ? Rounded((decimal)rank) : null);
        });
        Variance(to, causes.Variance, keys);
        to.WriteEndObject();
    }

    private static void Variance(Utf8JsonWriter to, SobolIndices? variance, ImmutableArray<string> keys)
    {
        if (variance is null)
        {
            to.WriteNull("variance");
            return;
        }

        to.WriteStartObject("variance");
        to.WriteNumber("rows", variance.Rows);
        to.WriteNumber("lacking", variance.Lacking);
        to.WriteNumber("runs", variance.Runs);
        to.List("factors", variance.Factors, factor => Factor(to, factor, keys));
        to.List("rest", variance.Rest is { } rest ? [rest] : Array.Empty<SobolFactor>(), factor => Factor(to, factor, keys));
        to.WriteEndObject();
    }

    private static void Factor(Utf8JsonWriter to, SobolFactor factor, ImmutableArray<string> keys)
    {
        to.Texts("keys", factor.Inputs.Select(input => keys[input]));
        Share(to, "first", factor.First);
        Share(to, "total", factor.Total);
    }

    private static void Share(Utf8JsonWriter to, string name, VarianceShare share)
    {
        to.WriteStartObject(name);
        to.Number("value", Rounded((decimal)share.Value));
        to.Number("low", Rounded((decimal)share.Low));
        to.Number("high", Rounded((decimal)share.High));
        to.WriteEndObject();
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, Decimals);
}
