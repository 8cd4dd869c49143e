using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Studies.Decision;

/// <summary>A fact that would decide if it were known: an input from which much of the uncertainty of the difference comes.</summary>
/// <param name="Input">The input, with its range and its source.</param>
/// <param name="Share">The share of the variance that it brings, alone and with others, 0 to 1; null where that is not known.</param>
/// <param name="Turns">The value at which the cheaper of the two changes, all others being likely; null where it does not, or was not looked for.</param>
public sealed record DecidingFact(SimulationInput Input, double? Share, decimal? Turns)
{
    /// <summary>How many are named.</summary>
    private const int Two = 2;

    /// <summary>The two that bring most, by their shares of the variance; where these are not known, by how far each moves the difference alone.</summary>
    public static ImmutableArray<DecidingFact> Of(UncertaintyStudy? study)
    {
        if (study?.Causes is not { } causes)
        {
            return [];
        }

        var inputs = study.Result.Plan.Inputs;
        var byShare = (causes.Variance?.Factors ?? []).Select(factor => (Input: factor.Inputs[0], Share: (double?)factor.Total.Value));
        var bySwing = causes.Tornado.Bars.Where(bar => bar.Swing is not null and not 0).Select(bar => (bar.Input, Share: (double?)null));
        return
        [
            .. byShare.Concat(bySwing).DistinctBy(each => each.Input).Take(Two)
                .Select(each => new DecidingFact(inputs[each.Input], each.Share, Turns(each.Input))),
        ];

        decimal? Turns(int input) => study.BreakEvens
            .Where(key => key.Key.Name == inputs[input].Key)
            .SelectMany(key => key.Pairs)
            .SelectMany(pair => pair.Answer.Crossings)
            .Select(crossing => (decimal?)crossing.At)
            .FirstOrDefault();
    }
}
