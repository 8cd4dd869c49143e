using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Simulation;
using CostPlanner.Studies.Sides;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Studies.Decision;

/// <summary>What to do: stay or leave, at which price the answer turns, until when one can decide, and what to do next.</summary>
/// <param name="Verdict">The verdict; null where the data folder has no rules.</param>
/// <param name="Sides">The best way to stay, and the best way to leave.</param>
/// <param name="Saving">What leaving saves against staying with every likely value, in money of today; negative where it costs more; null without both.</param>
/// <param name="Drawn">What trials say of the two; null where none were made, or one of the two lacks a total in one.</param>
/// <param name="WalkAways">The prices at which leaving costs the same, of each product that a way to stay is licensed by.</param>
/// <param name="By">Until when one can decide.</param>
/// <param name="Facts">The facts that would decide, two at most; none where nothing was drawn.</param>
/// <param name="TodayIsCheaper">What the estate as it is costs less than the cheapest other option; null where it does not.</param>
/// <param name="Steps">What to do within the next 90 days, by its day.</param>
public sealed record DecisionStudy(
    VerdictKind? Verdict,
    StayOrLeave Sides,
    Money? Saving,
    DifferenceTrials? Drawn,
    ImmutableArray<WalkAway> WalkAways,
    DecideBy By,
    ImmutableArray<DecidingFact> Facts,
    Money? TodayIsCheaper,
    ImmutableArray<DatedStep> Steps)
{
    /// <summary>Decides a case by the rules of its data folder.</summary>
    /// <param name="case">The case.</param>
    /// <param name="uncertainty">How sure its figures are; null where no trials were made.</param>
    public static DecisionStudy Of(BusinessCase @case, UncertaintyStudy? uncertainty)
    {
        var (inputs, sides) = (@case.Inputs, StayOrLeave.Of(@case));
        var drawn = sides.Pair is { } pair && uncertainty?.Result.Main is { } main && (main.Option, main.Against) == (pair.Option, pair.Against) ? main : null;
        var by = DecideBy.Of(inputs.Scenario, sides.Leave is { } leave ? @case.Options[leave] : null);
        var walkAways = WalkAway.Of(@case, sides, uncertainty?.Result);
        var facts = DecisionFacts.Of(@case, sides, drawn, by);
        var verdict = inputs.Decisions.Verdicts.FirstOrDefault(rule => rule.Holds(facts))?.Then;
        var told = verdict is { } kind ? DecisionFacts.With(facts, kind, !walkAways.IsEmpty) : facts;
        return new DecisionStudy(
            verdict,
            sides,
            sides.Pair is { } two ? @case.Options[two.Against].PresentCost - @case.Options[two.Option].PresentCost : null,
            drawn,
            walkAways,
            by,
            DecidingFact.Of(uncertainty),
            TodayLess(@case),
            [
                .. inputs.Decisions.Steps.Where(rule => rule.Holds(told)).Select(rule => DatedStep.Of(rule, inputs.Scenario.AsOf, by)).OfType<DatedStep>()
                    .OrderBy(step => step.Day),
            ]);
    }

    private static Money? TodayLess(BusinessCase @case)
    {
        var today = @case.Options.FirstOrDefault(option => option.Option.IsToday && option.IsRanked);
        var best = @case.Options.Where(option => !option.Option.IsToday && option.IsRanked).MinBy(option => option.PresentCost.Amount);
        return today is not null && best is not null && today.PresentCost.Amount < best.PresentCost.Amount ? best.PresentCost - today.PresentCost : null;
    }
}

/// <summary>A step with its day.</summary>
/// <param name="Step">What to do.</param>
/// <param name="Day">By which day.</param>
public sealed record DatedStep(NextStep Step, DateOnly Day)
{
    /// <summary>
    /// A step of a rule; the day to decide is no later than the last on which one can, and notice is due on its own day. Null where that is not known.
    /// </summary>
    internal static DatedStep? Of(DecisionRule<NextStep> rule, DateOnly from, DecideBy by) => rule switch
    {
        { Then: NextStep.GiveNotice } => by.Notice is { } day ? new DatedStep(NextStep.GiveNotice, day) : null,
        { Days: null } => null,
        { Then: NextStep.Decide, Days: { } days } when by.LastDay < from.AddDays(days) => new DatedStep(NextStep.Decide, by.LastDay.Value),
        { Days: { } days } => new DatedStep(rule.Then, from.AddDays(days)),
    };
}
