using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Ages;

/// <summary>Facts of one kind that a case uses beyond their age.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Days">Days that such a fact may be used.</param>
/// <param name="Names">Each fact with the date of its source, the oldest first.</param>
/// <param name="Oldest">The last day that the oldest source speaks of.</param>
/// <param name="Effect">
/// What 5 % on all of them changes of the difference between the two options compared, in the scenario's currency; null where there is no difference, or where
/// they are no money.
/// </param>
/// <param name="Between">The two options compared, in words; null where fewer than two may be ranked.</param>
public sealed record OldFact(FactKind Kind, int Days, ImmutableArray<string> Names, DateOnly Oldest, Money? Effect, string? Between)
{
    /// <summary>What there is, since when, and what it may change, in one sentence without the single names.</summary>
    public string Sentence => FormattableString.Invariant($"{Lead} beyond {Days} days of age, the oldest of {Oldest:yyyy-MM-dd}{What}");

    /// <summary>Its finding: the same with every fact named.</summary>
    /// <param name="scenario">The scenario.</param>
    public Finding Finding(Scenario scenario) => new(
        Severity.Warning,
        Code,
        $"{Sentence}: {string.Join("; ", Names)}",
        new SourcePlace(scenario.Name, Column: "as_of"),
        "they were used all the same",
        Mend);

    /// <summary>What the user can do about them.</summary>
    public string Mend => Kind switch
    {
        FactKind.ExchangeRate => "state your own under rates: currency, per_euro, date, from; or add newer ones to prices/exchange-rates.csv of the "
            + "data folder",
        FactKind.Price => "enter quotes for products and values of your own for assumptions",
        FactKind.Tariff => "enter what you pay under assumptions: electricity",
        _ => "add a row to prices/grid-carbon.csv of the data folder",
    };

    private string Code => Kind switch
    {
        FactKind.ExchangeRate => "exchange-rate-old",
        FactKind.Price => "price-old",
        FactKind.Tariff => "tariff-old",
        _ => "grid-carbon-old",
    };

    private string Lead => (Kind, Names.Length) switch
    {
        (FactKind.ExchangeRate, 1) => "1 exchange rate is used",
        (FactKind.ExchangeRate, var count) => FormattableString.Invariant($"{count} exchange rates are used"),
        (FactKind.Price, 1) => "1 price is used",
        (FactKind.Price, var count) => FormattableString.Invariant($"{count} prices are used"),
        (FactKind.Tariff, _) => "the price of electricity is used",
        _ => "the carbon intensity of electricity is used",
    };

    private string What => Kind == FactKind.Carbon ? "; no amount depends on it, CO2e does in proportion"
        : Between is null ? "; there are no two options whose difference could change"
        : Effect is { Amount: 0 } ? FormattableString.Invariant($"; {FactAges.Tried:0 %} on {Them} change nothing between {Between}")
        : Effect is { } money
            ? FormattableString.Invariant(
                $"; {FactAges.Tried:0 %} on {Them} change the difference between {Between} by {money.Currency.Code} {Math.Abs(money.Amount):#,0}")
        : "";

    private string Them => Names.Length == 1 ? "it" : "them";
}
