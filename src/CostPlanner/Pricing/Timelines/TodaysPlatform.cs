using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What runs the VMs today, and what is paid for it.</summary>
/// <param name="Products">Its products: those of the contract, else those of the first option that stays on it; null where neither says.</param>
public sealed record TodaysPlatform(ImmutableArray<string>? Products)
{
    /// <summary>The platform of an estate under a scenario, whichever option is called the baseline.</summary>
    public static TodaysPlatform Of(Scenario scenario, PlatformFamily platform) => scenario.Contract is { Products: { IsEmpty: false } named }
        ? new TodaysPlatform(named)
        : new TodaysPlatform(scenario.Options.FirstOrDefault(option => option.Platform == platform && !option.IsToday)?.Licences);
}
