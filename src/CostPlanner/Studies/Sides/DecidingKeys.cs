using System.Collections.Immutable;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Studies.Sides;

/// <summary>The values that decide between staying and leaving: what the vendor asks, what moving costs, and how the estate grows.</summary>
public static class DecidingKeys
{
    /// <summary>How far a break-even is looked for: so many times the greatest plausible value, or what is paid now.</summary>
    private const decimal Times = 3;

    /// <summary>What a map shows beyond what matters, as a share of it.</summary>
    private const decimal Margin = 0.15m;

    /// <summary>The keys over the ranges in which a break-even is looked for, in the order of the report; what the case does not have is left out.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="stay">The option that stays.</param>
    public static ImmutableArray<KeyRange> Of(CaseInputs inputs, ScenarioOption? stay)
    {
        var product = stay?.Licences.FirstOrDefault(each => inputs.Prices.Find(each, inputs.Scenario.AsOf) is not null);
        return
        [
            .. new[]
            {
                product is null ? null : From0(inputs, $"quote.{product}"),
                From0(inputs, AssumptionIds.MigrationPerVm),
                product is null ? null : KeyRange.Usual(inputs, CaseKeys.DiscountOf(inputs.Prices.Find(product, inputs.Scenario.AsOf)!.Vendor)),
                KeyRange.Usual(inputs, AssumptionIds.Growth),
            }.OfType<KeyRange>(),
        ];
    }

    /// <summary>Where the cheaper of the two changes in each of the keys; none where there are not two.</summary>
    internal static ImmutableArray<KeyBreakEvens> BreakEvens(BusinessCase @case, StayOrLeave sides, CancellationToken token)
    {
        var inputs = @case.Inputs;
        return sides.Pair is { } pair ? [.. Of(inputs, @case.Options[pair.Against].Option).Select(Found)] : [];

        KeyBreakEvens Found(KeyRange range) =>
            KeyBreakEvens.Of(inputs, range, [pair.Against, pair.Option], null, token) with { Plausible = Plausible(inputs, range.Key) };
    }

    /// <summary>The map of the first two keys over the values that matter; null where the case lacks one of them.</summary>
    /// <param name="case">The case.</param>
    /// <param name="sides">The two options.</param>
    /// <param name="keys">The break-evens that were found.</param>
    /// <param name="token">Calls it off.</param>
    internal static KeyMap? Map(BusinessCase @case, StayOrLeave sides, ImmutableArray<KeyBreakEvens> keys, CancellationToken token) =>
        sides.Pair is { } pair && keys is [var x, var y, ..] && Matters(x) is { } across && Matters(y) is { } up
            ? KeyMap.Of(@case.Inputs, across, up, [pair.Against, pair.Option], null, token)
            : null;

    /// <summary>The plausible range of a key: what the user says is not known exactly, else that of the assumption; null where neither says one.</summary>
    public static ValueRange? Plausible(CaseInputs inputs, NumberKey key) =>
        inputs.Scenario.Uncertainty.Inputs.FirstOrDefault(each => each.Key == key.Name)?.Range
        ?? (inputs.Assumptions.All.FirstOrDefault(each => each.Id == key.Name) is { } assumption && assumption.Low < assumption.High
            ? new ValueRange(assumption.Low, Math.Clamp(assumption.Likely, assumption.Low, assumption.High), assumption.High)
            : null);

    private static KeyRange? From0(CaseInputs inputs, string name) =>
        CaseKeys.Find(inputs, name) is NumberKey key
        && Math.Max(key.Value(inputs) ?? 0, Plausible(inputs, key)?.High ?? 0) is > 0 and var most
            ? new KeyRange(key, Math.Max(0, key.Bounds.Low), Math.Min(key.Bounds.High, Times * most))
            : null;

    /// <summary>From the least to the most of: the value now, what is plausible, and where the cheaper one changes, with a margin on either side.</summary>
    private static KeyRange? Matters(KeyBreakEvens key)
    {
        decimal?[] points = [
            key.Now, key.Plausible?.Low, key.Plausible?.High, .. key.Pairs.SelectMany(pair => pair.Answer.Crossings).Select(each => (decimal?)each.At),
        ];
        if (points.Min() is not { } least || points.Max() is not { } most)
        {
            return null;
        }

        var margin = most > least ? Margin * (most - least) : Math.Abs(most) / 2;
        var (low, high) = (Math.Max(key.Low, least - margin), Math.Min(key.High, most + margin));
        return low < high ? new KeyRange(key.Key, low, high) : null;
    }
}
