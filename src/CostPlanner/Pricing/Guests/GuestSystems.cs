using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Guests;

/// <summary>The guest systems whose licences an option counts by the hosts that their VMs may run on.</summary>
public static class GuestSystems
{
    /// <summary>Windows Server and Red Hat, where the scenario counts them and the option's platform does not contain them.</summary>
    public static ImmutableArray<CountedSystem> Of(CostBasis basis, ScenarioOption option) =>
    [
        .. basis.Scenario.Windows is null ? [] : new[] { new CountedSystem(Confinement.Windows) },
        .. basis.Scenario.RedHat is { } editions && RedHatLines.ContainedIn(basis, option) is null
            ? [new CountedSystem(Confinement.RedHat, RedHatLines.LeastGuests(basis, editions))]
            : Array.Empty<CountedSystem>(),
    ];
}
