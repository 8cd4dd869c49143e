using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Studies.Sides;

/// <summary>The best way to stay on the platform of today, and the best to leave it: of the options that are ranked those of the least present cost.</summary>
/// <remarks>
/// The estate as it is stands for staying only where no other option that stays may be ranked: it is what was paid until now, not an offer.
/// </remarks>
/// <param name="Stay">The place of the one; null where no option that stays may be ranked.</param>
/// <param name="Leave">The place of the other; null where no option that leaves may be ranked.</param>
public sealed record StayOrLeave(int? Stay, int? Leave)
{
    /// <summary>The two, as what leaving saves against staying; null where one is missing.</summary>
    public OptionPair? Pair => Leave is { } leave && Stay is { } stay ? new OptionPair(leave, stay) : null;

    /// <summary>The two of a case.</summary>
    public static StayOrLeave Of(BusinessCase @case)
    {
        var today = @case.Inputs.Inventory.Platform;
        return new StayOrLeave(
            Best(option => option.Option.Platform == today && !option.Option.IsToday) ?? Best(option => option.Option.IsToday),
            Best(option => option.Option.Platform != today));

        int? Best(Func<OptionCase, bool> wanted) => @case.Options.Index()
            .Where(each => each.Item.IsRanked && wanted(each.Item))
            .OrderBy(each => each.Item.PresentCost.Amount)
            .Select(each => (int?)each.Index)
            .FirstOrDefault();
    }
}
