using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Ages;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Ages;

/// <summary>What a case uses beyond its age, and what 5 % on it would change.</summary>
public class OldFactsTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly Scenario Scenario = Estate.Scenario() with { AsOf = Day };

    private static readonly ExchangeRates Rates = new([new ExchangeRate(new DateOnly(2026, 10, 9), Currency.Dollar, 1.25m, new Provenance("ECB", "2026-10-09", Grade.A, "r"))]);

    // Dollars: 100,000 USD at 1.25 are EUR 80,000 in the first and 8,000 in the best: 5 % of the 72,000 between them is 3,600. 2026-10-09 is 52 days ago.
    [Fact]
    public void A_rate_is_named_with_its_day_and_its_effect_on_the_difference()
    {
        var old = Assert.Single(Of(Sheet(Line("a", 80_000, Currency.Dollar)), Sheet(Line("a", 8_000, Currency.Dollar))));
        Assert.Equal((FactKind.ExchangeRate, 45, new Money(3600, Currency.Euro)), (old.Kind, old.Days, old.Effect!.Value));
        Assert.Equal(
            "1 exchange rate is used beyond 45 days of age, the oldest of 2026-10-09; 5 % on it change the difference between first and best by EUR 3,600",
            old.Sentence.Words());
        Assert.Equal(("exchange-rate-old", Severity.Warning), (old.Finding(Scenario).Code, old.Finding(Scenario).Severity));
        Assert.EndsWith(": USD 1.25 for one EUR (2026-10-09)", old.Finding(Scenario).Message.Words(), StringComparison.Ordinal);
    }

    // One finding for two prices: 10,000 and 2,000 in the first, 1,000 in the best: 5 % of 11,000 = 550. A current price and one of the scenario's own have no part.
    [Fact]
    public void Prices_are_one_entry_whatever_their_number()
    {
        var old = Assert.Single(Of(
            Sheet(Line("a", 10_000, date: "2024-01"), Line("b", 2_000, date: "2025-06-30"), Line("c", 500, date: "2026-07"), Line("d", 700, date: "")),
            Sheet(Line("a", 1_000, date: "2024-01"))));
        Assert.Equal((FactKind.Price, 2, new DateOnly(2024, 1, 31), new Money(550, Currency.Euro)), (old.Kind, old.Names.Length, old.Oldest, old.Effect!.Value));
    }

    // Half a year's tariff of 2025, counted in the same amount by both: nothing changes between them.
    [Fact]
    public void A_tariff_is_a_kind_of_its_own()
    {
        var line = Line("kWh", 5_000, date: "2025-H1") with { Category = CostCategory.Energy };
        var old = Assert.Single(Of(Sheet(line), Sheet(line)));
        Assert.Equal(FactKind.Tariff, old.Kind);
        Assert.EndsWith("5 % on it change nothing between first and best", old.Sentence.Words(), StringComparison.Ordinal);
    }

    // The factor of 2024 ends on 2024-12-31, 699 days before.
    [Fact]
    public void A_carbon_factor_changes_no_amount()
    {
        var grid = new GridCarbon([new GridFactor(Scenario.Grid, 2024, new CarbonIntensity(200), "production", new Provenance("Ember", "2026", Grade.B, "g"))]);
        var old = Assert.Single(Of(grid, Sheet(Line("a", 1)), Sheet(Line("a", 1))));
        Assert.Equal((FactKind.Carbon, null), (old.Kind, old.Effect));
    }

    [Fact]
    public void Where_fewer_than_two_options_are_ranked_there_is_no_difference()
    {
        var hole = Sheet(Line("x", 1) with { Hole = "no price" });
        var old = Assert.Single(Of(Sheet(Line("a", 100, date: "2024-01")), hole));
        Assert.Null(old.Effect);
        Assert.EndsWith("there are no two options whose difference could change", old.Sentence.Words(), StringComparison.Ordinal);
    }

    private static ImmutableArray<OldFact> Of(CostSheet first, CostSheet best) => Of(GridCarbon.Empty, first, best);

    private static ImmutableArray<OldFact> Of(GridCarbon grid, CostSheet first, CostSheet best) => OldFacts.Of(
        FactAges.Usual, Scenario, Rates, grid,
        [(Estate.Option("first", PlatformFamily.VSphere), first, RankedBy(first)), (Estate.Option("best", PlatformFamily.Kvm), best, RankedBy(best))]);

    private static Money? RankedBy(CostSheet costs) => costs.IsComplete ? costs.Total : null;

    private static CostSheet Sheet(params CostLine[] lines) => new(Currency.Euro, 60, [.. lines]);

    private static CostLine Line(string id, decimal amount, Currency? currency = null, string date = "2026-11") => new()
    {
        Id = id,
        Category = CostCategory.PlatformLicences,
        Label = id,
        Quantity = 1,
        Unit = "core",
        Timing = CostTiming.Once,
        PaidPrice = new Money(currency is null ? amount : amount * 1.25m, currency ?? Currency.Euro),
        Converted = new ConvertedMoney(new Money(amount, Currency.Euro), 1, currency is null ? null : new DateOnly(2026, 10, 9)),
        Rule = "r",
        Provenance = new Provenance("s", date, Grade.B, id),
        Payments = [new Payment(0, new Money(amount, Currency.Euro))],
    };
}
