using CostPlanner.Cases.Requirements;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Simulation;
using CostPlanner.Studies;
using CostPlanner.Studies.Decision;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Reporting.Text;

/// <summary>What to do next, and at which prices the answer turns, as messages.</summary>
internal static class StepWords
{
    /// <summary>Products or features that are named at most.</summary>
    private const int Most = 4;

    /// <summary>A step.</summary>
    public static Message Of(CaseStudy result, DecisionStudy decision, NextStep step)
    {
        return step switch
        {
            NextStep.EnterContract => Message.Of("decision.step.enter-contract"),
            NextStep.GiveNotice => Message.Of("decision.step.give-notice"),
            NextStep.ConfirmRequirements => Message.Of("decision.step.confirm-requirements", ("features", Message.List(RequirementsNotKnown(result)))),
            NextStep.EnterOwned => Message.Of("decision.step.enter-owned"),
            NextStep.AskStay => AskStay(result, decision.WalkAways[0]),
            NextStep.AskExtension => Message.Of("decision.step.ask-extension", ("months", decision.By.MoveMonths ?? 0)),
            NextStep.AskLeave => Message.Of("decision.step.ask-leave", ("leave", Leave())),
            NextStep.FillPrices => Message.Of("decision.step.fill-prices", ("products", Message.List(PricesMissing(result).Take(Most)))),
            NextStep.FindFacts => Message.Of("decision.step.find-facts", ("inputs", Message.List(decision.Facts.Select(DecisionWords.Of)))),
            NextStep.MovePilot => Message.Of("decision.step.move-pilot", ("leave", Leave())),
            NextStep.MeasureHost => Message.Of("decision.step.measure-host"),
            NextStep.Decide => Message.Of("decision.step.decide"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };

        string Leave() => DecisionWords.Name(result, decision.Sides.Leave!.Value);
    }

    /// <summary>What a product is called.</summary>
    public static string Product(CaseStudy result, WalkAway price) =>
        result.Inputs.Prices.Find(price.Product, result.Inputs.Scenario.AsOf)?.Product ?? price.Product;

    /// <summary>What a price is counted in: "USD per core and year".</summary>
    public static Message Unit(WalkAway price) => price.Timing == CostTiming.Once
        ? Message.Of("decision.walk-away.once", ("currency", price.Paid.Currency.Code), ("unit", price.Unit))
        : Message.Of(
            "decision.walk-away.per",
            ("currency", price.Paid.Currency.Code),
            ("unit", price.Unit),
            ("period", price.Timing == CostTiming.Monthly ? Message.Of("decision.walk-away.month") : Message.Of("decision.walk-away.year")));

    /// <summary>A price at which the answer turns; any where leaving is the cheaper even at none.</summary>
    public static string Price(Money price) => price.Amount <= 0 ? Words.Of("decision.walk-away.any") : Printed.Fixed(price.Amount, 2);

    private static Message AskStay(CaseStudy result, WalkAway price) => Message.Of(
        "decision.step.ask-stay",
        ("product", Product(result, price)),
        ("half", WithUnit(price, price.AtHalf ?? price.AtPoint)),
        ("clear", price.Clear is { } clear
            ? Message.Of("decision.step.ask-stay.clear", ("clear", WithUnit(price, clear)), ("share", OptionTrials.ClearlyDearer))
            : Message.None));

    private static string WithUnit(WalkAway price, Money amount) => $"{Price(amount)} {Sentences.Of(Unit(price))}";

    private static IEnumerable<Message> RequirementsNotKnown(CaseStudy result) =>
        RequiredFeatures.Of(result.Inputs).Where(requirement => !requirement.IsKnown).Select(requirement => RequiredFeatures.Words(requirement.Feature));

    private static IEnumerable<Message> PricesMissing(CaseStudy result) =>
        result.Options.SelectMany(option => option.Costs.Holes).Where(line => !line.IsRefused).Select(line => line.Label).Distinct();
}
