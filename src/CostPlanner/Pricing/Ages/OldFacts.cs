using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Pricing.Ages;

/// <summary>The facts of a case that are older than they may be.</summary>
/// <remarks>
/// A fact is as old as the last day that its source speaks of. What stands in the scenario without a date is the user's word and has no age. The effect is
/// that of one share on all facts of a kind at once: the amounts of the lines that they price, in the one option and in the other.
/// </remarks>
public static class OldFacts
{
    /// <summary>One entry for each kind that has any.</summary>
    /// <param name="ages">How long facts may be used.</param>
    /// <param name="scenario">The scenario, for its day.</param>
    /// <param name="rates">The exchange rates.</param>
    /// <param name="grid">The carbon intensities.</param>
    /// <param name="options">All options with their lines, and the present cost that ranks them, null where none does; the baseline first.</param>
    public static ImmutableArray<OldFact> Of(
        FactAges ages,
        Scenario scenario,
        ExchangeRates rates,
        GridCarbon grid,
        ImmutableArray<(ScenarioOption Option, CostSheet Costs, Money? RankedBy)> options)
    {
        var compared = Compared(options);
        var lines = options.SelectMany(each => each.Costs.Lines).Where(line => line is { IsHole: false, PaidPrice.Amount: > 0 }).ToList();
        return
        [
            .. Entry(
                FactKind.ExchangeRate,
                Rates(ages, scenario, rates, lines),
                line => line.Converted?.RateDate is { } date && ages.IsOld(FactKind.ExchangeRate, date, scenario.AsOf)),
            .. Entry(FactKind.Price, Priced(FactKind.Price), line => IsOld(FactKind.Price, line)),
            .. Entry(FactKind.Tariff, Priced(FactKind.Tariff), line => IsOld(FactKind.Tariff, line)),
            .. Entry(FactKind.Carbon, Carbon(ages, scenario, grid), _ => false),
        ];

        IEnumerable<OldFact> Entry(FactKind kind, List<(DateOnly Day, Message Name)> facts, Func<CostLine, bool> isPriced) => facts.Count == 0
            ? []
            :
            [
                new OldFact(
                    kind,
                    ages.Of(kind),
                    [.. facts.OrderBy(each => each.Day).Select(each => each.Name)],
                    facts.Min(each => each.Day),
                    kind == FactKind.Carbon || compared is not { } two
                        ? null
                        : (Sum(two.First.Costs, isPriced) - Sum(two.Best.Costs, isPriced)) * FactAges.Tried,
                    compared is { } named ? Message.Of("old.between", ("one", named.First.Option.Name), ("other", named.Best.Option.Name)) : null),
            ];

        List<(DateOnly Day, Message Name)> Priced(FactKind kind) =>
        [
            .. lines.Where(line => !line.IsResale && IsOld(kind, line))
                .DistinctBy(line => line.Provenance.Row)
                .OrderBy(line => line.Label.ToString(), StringComparer.Ordinal)
                .ThenBy(line => line.Provenance.Date, StringComparer.Ordinal)
                .ThenBy(line => line.Provenance.Row, StringComparer.Ordinal)
                .Select(line => (
                    FactAges.LastDay(line.Provenance.Date)!.Value,
                    Message.Of("old.price", ("line", line.Label), ("date", line.Provenance.Date), ("row", line.Provenance.Row)))),
        ];

        bool IsOld(FactKind kind, CostLine line) =>
            KindOf(line) == kind && FactAges.LastDay(line.Provenance.Date) is { } day && ages.IsOld(kind, day, scenario.AsOf);
    }

    private static FactKind KindOf(CostLine line) => line.Category == CostCategory.Energy ? FactKind.Tariff : FactKind.Price;

    private static List<(DateOnly Day, Message Name)> Rates(FactAges ages, Scenario scenario, ExchangeRates rates, List<CostLine> lines) =>
    [
        .. lines.Where(line => line.Converted is { RateDate: not null })
            .SelectMany(line => new[] { line.PaidPrice!.Value.Currency, scenario.Currency })
            .Distinct()
            .Select(currency => rates.Find(currency, scenario.AsOf))
            .OfType<ExchangeRate>()
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)
            .Where(rate => ages.IsOld(FactKind.ExchangeRate, rate.Date, scenario.AsOf))
            .Select(rate => (rate.Date, Message.Of("old.rate", ("currency", rate.Currency.Code), ("rate", rate.PerEuro), ("day", rate.Date)))),
    ];

    private static List<(DateOnly Day, Message Name)> Carbon(FactAges ages, Scenario scenario, GridCarbon grid) =>
        grid.Find(scenario.Grid, scenario.AsOf) is { } factor && factor.LastDay is var day && ages.IsOld(FactKind.Carbon, day, scenario.AsOf)
            ? [(day, Message.Of("old.grid", ("place", factor.Place), ("year", factor.Year)))]
            : [];

    /// <summary>The baseline, or the first option that is ranked where it is not, and the best of the others; null where fewer than two are ranked.</summary>
    private static ((ScenarioOption Option, CostSheet Costs) First, (ScenarioOption Option, CostSheet Costs) Best)? Compared(
        ImmutableArray<(ScenarioOption Option, CostSheet Costs, Money? RankedBy)> options)
    {
        var ranked = options.Where(each => each.RankedBy is not null).ToList();
        return ranked.Count > 1 && ranked.Skip(1).MinBy(each => each.RankedBy!.Value.Amount) is var best
            ? ((ranked[0].Option, ranked[0].Costs), (best.Option, best.Costs))
            : null;
    }

    private static Money Sum(CostSheet costs, Func<CostLine, bool> isPriced) => costs.Lines
        .Where(isPriced)
        .Select(line => line.Amount(costs.Currency))
        .OfType<Money>()
        .Aggregate(Money.Zero(costs.Currency), (sum, amount) => sum + amount);
}
