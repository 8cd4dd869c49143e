using System.Collections.Immutable;
using CostPlanner.Cases.Trials;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Simulation;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Studies.Sides;

/// <summary>The price of a product of today's platform at which staying with it costs as much as the best way to leave.</summary>
/// <remarks>
/// What an option pays for a product is its price times something that does not depend on it, L = k × p, so that staying costs S − L + k × p* and
/// leaving the same with its own k. The two are equal at p* = p × ((leave − L of leaving) − (stay − L of staying)) ÷ (L of staying − L of leaving), all
/// in money of today. Each trial has its own p*; leaving is the cheaper in the share of trials whose p* lies below the price.
/// </remarks>
/// <param name="Product">The product's id.</param>
/// <param name="Stay">The place of the option that stays with it, the cheapest where several do.</param>
/// <param name="Leave">The place of the best option that leaves.</param>
/// <param name="Paid">What a unit costs in the case, for each <paramref name="Timing"/>.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Timing">How often it is paid.</param>
/// <param name="AtPoint">The price with every likely value.</param>
/// <param name="AtHalf">The price at which leaving is the cheaper in half of the trials; null without trials, or where one of the two lacks a total.</param>
/// <param name="Clear">The price at which leaving is the cheaper in 80 % of them.</param>
public sealed record WalkAway(
    string Product, int Stay, int Leave, Money Paid, Message Unit, CostTiming Timing, Money AtPoint, Money? AtHalf, Money? Clear)
{
    private const decimal Half = 0.5m;

    /// <summary>The products that options which stay on today's platform are licensed by, each once.</summary>
    public static ImmutableArray<string> Products(BusinessCase @case) =>
        [.. Staying(@case).SelectMany(each => each.Item.Option.Licences).Distinct(StringComparer.Ordinal)];

    /// <summary>The prices of a case; none where nothing that leaves may be ranked, or what stays pays nothing by a price.</summary>
    /// <param name="case">The case.</param>
    /// <param name="sides">The best way to stay, and the best way to leave.</param>
    /// <param name="trials">Its trials, which watched <see cref="Products"/>; null for the point alone.</param>
    public static ImmutableArray<WalkAway> Of(BusinessCase @case, StayOrLeave sides, SimulationResult? trials)
    {
        if (sides.Leave is not { } leave)
        {
            return [];
        }

        var products = Products(@case);
        return [.. products.Select((product, at) => Of(@case, product, at, leave, trials)).OfType<WalkAway>()];
    }

    private static IEnumerable<(int Index, OptionCase Item)> Staying(BusinessCase @case) => @case.Options.Index()
        .Where(each => each.Item.Option.Platform == @case.Inputs.Inventory.Platform && !each.Item.Option.IsToday && each.Item.IsRanked)
        .OrderBy(each => each.Item.PresentCost.Amount);

    private static WalkAway? Of(BusinessCase @case, string product, int at, int leave, SimulationResult? trials)
    {
        var assumptions = @case.Inputs.Assumptions.With(@case.Inputs.Scenario.Assumptions);
        var stay = Staying(@case).First(each => each.Item.Option.Licences.Contains(product));
        if (LineOf(stay.Item, product) is not { PaidPrice: { } paid } line
            || Price(Outcome(@case.Options[stay.Index]), Outcome(@case.Options[leave]), 0) is not { } point)
        {
            return null;
        }

        var drawn = trials?.Trials.Select(each => Price(each.Outcome.Options[stay.Index], each.Outcome.Options[leave], at)).ToList();
        var known = drawn is { Count: > 1 } && drawn.TrueForAll(each => each is not null)
            ? drawn.Select(each => each!.Value).Order().ToArray()
            : null;
        return new WalkAway(
            product,
            stay.Index,
            leave,
            paid,
            line.Unit,
            line.Timing,
            new Money(point, paid.Currency),
            Quantile(Half),
            Quantile(OptionTrials.ClearlyDearer));

        Money? Quantile(decimal share) => known is null ? null : new Money(Statistics.Quantile(known, share).Value, paid.Currency);

        OptionOutcome Outcome(OptionCase option) => new(option.PresentCost.Amount, null)
        {
            Products = [CaseTrials.Paid(option.Costs, product, PresentValue.FactorsOf(assumptions, option.Costs.Months))],
        };
    }

    private static CostLine? LineOf(OptionCase option, string product) =>
        option.Costs.Lines.FirstOrDefault(line => line.Product == product && line.PaidPrice is { Amount: > 0 });

    private static decimal? Price(OptionOutcome stay, OptionOutcome leave, int at)
    {
        if (stay.Total is not { } staying || leave.Total is not { } leaving || stay.Products[at].Price is not { } price)
        {
            return null;
        }

        var (ofStaying, ofLeaving) = (stay.Products[at].Present, leave.Products[at].Present);
        return ofStaying > ofLeaving ? price * ((leaving - ofLeaving) - (staying - ofStaying)) / (ofStaying - ofLeaving) : null;
    }
}
