using CostPlanner.Cases.Requirements;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Simulation;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Studies.Decision;

/// <summary>What is true of a case, by which the rules of its data folder decide it.</summary>
internal static class DecisionFacts
{
    /// <summary>The facts before a verdict.</summary>
    /// <param name="case">The case.</param>
    /// <param name="sides">The best way to stay, and the best way to leave.</param>
    /// <param name="drawn">What trials say of the two; null where they say nothing.</param>
    /// <param name="by">Until when one can decide.</param>
    public static IReadOnlySet<DecisionFact> Of(BusinessCase @case, StayOrLeave sides, DifferenceTrials? drawn, DecideBy by)
    {
        var scenario = @case.Inputs.Scenario;
        var facts = new HashSet<DecisionFact>();
        Add(DecisionFact.NoneRanked, !@case.Options.Any(option => option.IsRanked));
        Add(
            DecisionFact.AllLackSomething,
            @case.Options.Where(option => option.HasTotal).ToList() is { Count: > 0 } whole && !whole.Exists(each => each.IsRanked));
        Add(DecisionFact.NoStay, sides.Stay is null);
        Add(DecisionFact.NoLeave, sides.Leave is null);
        Add(DecisionFact.HasLeave, sides.Leave is not null);
        Add(DecisionFact.Drawn, drawn is not null);
        Add(DecisionFact.LeaveLikely, drawn?.Saves.Value >= OptionTrials.ClearlyDearer);
        Add(DecisionFact.StayLikely, drawn?.Saves.Value <= 1 - OptionTrials.ClearlyDearer);
        Add(
            DecisionFact.LeaveCheaper,
            sides.Pair is { } pair && @case.Options[pair.Option].PresentCost.Amount < @case.Options[pair.Against].PresentCost.Amount);
        Add(DecisionFact.NoContract, !scenario.IsGreenfield && scenario.Contract is null or { PerYear: null } or { Ends: null });
        Add(DecisionFact.NoticeAhead, by is { Notice: not null, IsNoticePast: false });
        Add(DecisionFact.MoveLate, by.IsMoveLate);
        Add(DecisionFact.NoExtension, scenario.Bridge is null);
        Add(DecisionFact.RequirementUnknown, RequiredFeatures.Of(@case.Inputs).Any(requirement => !requirement.IsKnown));
        Add(DecisionFact.OwnedUnknown, !scenario.Owned.IsSaid && @case.Options.Any(option => option.Costs.TotalOf(CostCategory.GuestLicences).Amount > 0));
        Add(DecisionFact.PriceMissing, @case.Options.Any(option => option.Costs.Holes.Any(line => !line.IsRefused)));
        return facts;

        void Add(DecisionFact fact, bool holds)
        {
            if (holds)
            {
                facts.Add(fact);
            }
        }
    }

    /// <summary>The facts with those that a verdict and the prices at which it turns bring.</summary>
    public static IReadOnlySet<DecisionFact> With(IReadOnlySet<DecisionFact> facts, VerdictKind verdict, bool isPriced)
    {
        var all = new HashSet<DecisionFact>(facts);
        if (verdict is VerdictKind.Leave or VerdictKind.LeaveUndrawn or VerdictKind.OnlyLeave or VerdictKind.Open)
        {
            all.Add(DecisionFact.LeaveFirst);
        }

        if (verdict == VerdictKind.Open)
        {
            all.Add(DecisionFact.VerdictOpen);
        }

        if (isPriced)
        {
            all.Add(DecisionFact.ProductPriced);
        }

        return all;
    }
}
