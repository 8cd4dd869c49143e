using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Assumptions of a scenario, which may be ranges, and its map <c>uncertainty</c>.</summary>
/// <remarks>
/// A range is {low, likely, high, shape}; shape: pert (the default), triangular, uniform, normal or lognormal. <c>ranges</c> has ranges by key,
/// <c>correlations</c> a list of {a, b, rank}, <c>most_trials</c> a number, <c>assumed_ranges</c> true (the default) or false. Whether the keys
/// exist and can take such values is asked where keys are known.
/// </remarks>
internal sealed class UncertaintySection
{
    private const int FewestTrials = 100;
    private const int MostTrials = 10_000_000;

    private static readonly string[] Shapes = ["pert", "triangular", "uniform", "normal", "lognormal"];

    private readonly List<UncertainInput> inline = [];

    /// <summary>The user's own values for assumptions, of the scenario or of one option; ranges among them are kept for <see cref="Read"/>.</summary>
    public ImmutableArray<AssumptionOverride> Assumptions(YamlMap parent, string? option = null)
    {
        if (parent.Map("assumptions") is not { } map)
        {
            return [];
        }

        return
        [
            .. map.Keys()
                .Select(each => (each.Key, From: From(each.Place), Value: Likely(map, each.Key, each.Place, option)))
                .Where(each => each.Value is not null)
                .Select(each => new AssumptionOverride(each.Key, each.Value!.Value, each.From)),
        ];
    }

    /// <summary>What is uncertain, the ranges among the assumptions in it. Ask when all assumptions were read.</summary>
    public Uncertainty Read(YamlMap scenario)
    {
        if (scenario.Map("uncertainty") is not { } map)
        {
            return new Uncertainty { Inputs = [.. inline] };
        }

        var ranges = Ranges(map).ToList();
        foreach (var twice in ranges.Select(each => each.Key).Intersect(inline.Select(each => each.Key), StringComparer.Ordinal))
        {
            map.Refuse(Message.Of("scenario.range-twice", ("key", twice)), Message.Of("keep-one-of-two"));
        }

        var uncertainty = new Uncertainty
        {
            Inputs = [.. inline, .. ranges],
            Correlations = [.. map.Maps("correlations").Select(Correlation).OfType<RankCorrelation>()],
            UsesAssumedRanges = map.Flag("assumed_ranges") ?? true,
            MostTrials = map.Integer("most_trials", FewestTrials, MostTrials),
        };
        map.RefuseUnknownKeys();
        return uncertainty;
    }

    private decimal? Likely(YamlMap map, string key, SourcePlace place, string? option)
    {
        if (!map.IsMap(key))
        {
            return map.Number(key, required: true);
        }

        if (Range(map.Map(key)!) is not { } range)
        {
            return null;
        }

        inline.Add(new UncertainInput(option is null ? key : $"{option}.{key}", range, From(place)));
        return range.Likely;
    }

    private static IEnumerable<UncertainInput> Ranges(YamlMap uncertainty) =>
        from map in new[] { uncertainty.Map("ranges") }.OfType<YamlMap>()
        from each in map.Keys()
        let below = map.Map(each.Key)
        let range = below is null ? null : Range(below)
        where range is not null
        select new UncertainInput(each.Key, range, From(each.Place));

    private static ValueRange? Range(YamlMap map)
    {
        var low = map.Number("low", required: true);
        var likely = map.Number("likely", required: true);
        var high = map.Number("high", required: true);
        var word = map.OneOf("shape", false, Shapes);
        map.RefuseUnknownKeys();
        if (low is null || likely is null || high is null)
        {
            return null;
        }

        var shape = word switch
        {
            "triangular" => RangeShape.Triangular,
            "uniform" => RangeShape.Uniform,
            "normal" => RangeShape.Normal,
            "lognormal" => RangeShape.LogNormal,
            _ => RangeShape.Pert,
        };
        if (ValueRange.Problem(low.Value, likely.Value, high.Value, shape) is not { } problem)
        {
            return new ValueRange(low.Value, likely.Value, high.Value, shape);
        }

        map.Refuse(problem, Message.Of("scenario.range.mend"));
        return null;
    }

    private static RankCorrelation? Correlation(YamlMap map)
    {
        var a = map.Text("a", required: true);
        var b = map.Text("b", required: true);
        var rank = map.Number("rank", required: true);
        map.RefuseUnknownKeys();
        if (rank is < -1 or > 1)
        {
            map.Refuse(
                Message.Of("scenario.correlation-range", ("rank", rank.Value)), Message.Of("scenario.correlation-range.mend"));
            return null;
        }

        return a is null || b is null || rank is null ? null : new RankCorrelation(a, b, rank.Value, map.Place);
    }

    private static Provenance From(SourcePlace place) => new(Message.Of("source.scenario"), "", Grade.A, place.ToString());
}
