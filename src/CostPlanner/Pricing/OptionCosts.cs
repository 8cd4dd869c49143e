using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;

namespace CostPlanner.Pricing;

/// <summary>All that an option costs.</summary>
public static class OptionCosts
{
    /// <summary>The option's cost sheet.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="option">The option.</param>
    /// <param name="plan">Its hosts.</param>
    /// <param name="demand">Its VMs.</param>
    /// <param name="leaves">The lines of the option that stays, where this one leaves the platform of today; null where it stays itself.</param>
    public static CostSheet Of(
        CostBasis basis, ScenarioOption option, EstatePlan plan, EstateDemand demand, ImmutableArray<CostLine>? leaves)
    {
        var estate = LicensedHosts.Of(plan);
        ImmutableArray<Server> servers = [.. plan.Servers.Select(load => load.Server)];
        return new CostSheet(
            basis.Scenario.Currency,
            basis.Months,
            [
                .. Platform(basis, option, estate),
                .. Guests(basis, option, plan, estate),
                .. HardwareLines.Of(basis, servers),
                .. EnergyLines.Of(basis, servers),
                StaffLines.Of(basis, demand),
                .. leaves is { } staying ? MigrationLines.Of(basis, demand, staying) : [],
            ]);
    }

    /// <summary>The licences of the guests.</summary>
    internal static IEnumerable<CostLine> Guests(CostBasis basis, ScenarioOption option, EstatePlan plan, LicensedEstate estate) =>
    [
        .. basis.Scenario.Windows is { } windows ? WindowsLines.Of(basis, windows, estate) : [],
        .. RedHatLines.Of(basis, option, plan),
        .. GuestLicenceLines.Of(basis, plan),
    ];

    /// <summary>The licences and subscriptions of the platform.</summary>
    internal static IEnumerable<CostLine> Platform(CostBasis basis, ScenarioOption option, LicensedEstate estate) =>
        option.Licences.SelectMany(product => ProductLines.Of(basis, CostCategory.PlatformLicences, product, estate));
}
