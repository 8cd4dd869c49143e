using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

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
/// <param name="Between">The two options compared; null where fewer than two may be ranked.</param>
public sealed record OldFact(FactKind Kind, int Days, ImmutableArray<Message> Names, DateOnly Oldest, Money? Effect, Message? Between)
{
    /// <summary>What there is, since when, and what it may change, in one sentence without the single names.</summary>
    public Message Sentence => Clauses.With(Message.Of("old.facts", ("facts", Lead), ("days", Days), ("oldest", Oldest)), What);

    /// <summary>Its finding: the same with every fact named.</summary>
    /// <param name="scenario">The scenario.</param>
    public Finding Finding(Scenario scenario) => new(
        Severity.Warning,
        Code,
        Message.Of("old.named", ("sentence", Sentence), ("facts", Message.List(Names))),
        new SourcePlace(scenario.Name, Column: "as_of"),
        Message.Of("old.done"),
        Mend);

    /// <summary>What the user can do about them.</summary>
    public Message Mend => Kind switch
    {
        FactKind.ExchangeRate => Message.Of("exchange-rate-old.mend"),
        FactKind.Price => Message.Of("price-old.mend"),
        FactKind.Tariff => Message.Of("tariff-old.mend"),
        _ => Message.Of("grid-carbon.mend"),
    };

    private string Code => Kind switch
    {
        FactKind.ExchangeRate => "exchange-rate-old",
        FactKind.Price => "price-old",
        FactKind.Tariff => "tariff-old",
        _ => "grid-carbon-old",
    };

    private Message Lead => Kind switch
    {
        FactKind.ExchangeRate => Message.Of("old.exchange-rates", ("facts", Names.Length)),
        FactKind.Price => Message.Of("old.prices", ("facts", Names.Length)),
        FactKind.Tariff => Message.Of("old.tariff"),
        _ => Message.Of("old.carbon"),
    };

    private Message? What => Kind == FactKind.Carbon ? Message.Of("old.in-proportion")
        : Between is null ? Message.Of("old.no-pair")
        : Effect is not { } money ? null
        : money.Amount == 0 ? Message.Of("old.no-change", ("share", FactAges.Tried), ("facts", Names.Length), ("between", Between))
        : Message.Of(
            "old.change", ("share", FactAges.Tried), ("facts", Names.Length), ("between", Between),
            ("amount", money with { Amount = Math.Abs(money.Amount) }));
}
