using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing;

/// <summary>All that an option costs.</summary>
public static class OptionCosts
{
    /// <summary>The option's cost sheet.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="option">The option.</param>
    /// <param name="course">Its hosts month by month.</param>
    /// <param name="demand">Its VMs.</param>
    /// <param name="hosts">What its hosts and guests cost.</param>
    /// <param name="today">What is paid for the platform of today, which an option that leaves pays on while it moves.</param>
    public static CostSheet Of(
        CostBasis basis, ScenarioOption option, Timeline course, EstateDemand demand, HostLines hosts, TodaysPlatform today)
    {
        var platform = PlatformOverTime(basis, option, course);
        return new CostSheet(
            basis.Scenario.Currency,
            basis.Months,
            [
                .. platform,
                .. LateRenewals.Of(basis, platform),
                .. ContractLines.Owed(basis),
                .. hosts.Guests(option),
                .. hosts.Running,
                .. course.Move is { } move ? MigrationLines.Of(basis, demand, course, move) : [],
                .. course.Move is { } moving ? DoubleRunning.Of(basis, course, moving, today) : [],
            ]);
    }

    /// <summary>The platform's lines from the month on in which it is paid; of licences that are owned only what is needed beyond the hosts of today.</summary>
    private static ImmutableArray<CostLine> PlatformOverTime(CostBasis basis, ScenarioOption option, Timeline course)
    {
        if (option.IsToday)
        {
            return AsToday.Of(basis, course);
        }

        var spans = course.Planned
            .Where(phase => phase.To > course.PlatformFrom)
            .Select(phase => new LineSpan(Math.Max(phase.From, course.PlatformFrom), phase.To, Platform(basis, option, Licensed(basis, option, phase.Plan))))
            .ToList();
        if (!ContractLines.IsOwned(basis.Scenario, option) || ContractTerm.Of(basis.Scenario) is not { } contract)
        {
            return LinesOverTime.Of(basis, spans);
        }

        var held = TodaysLicences.Of(basis, CostCategory.PlatformLicences, option.Licences, course)
            .ToDictionary(line => line.Id, line => line.Quantity, StringComparer.Ordinal);
        var beyond = LinesOverTime.Of(basis, spans.Select(span => span with
        {
            Lines = [.. span.Lines.Select(line => line with { Quantity = Math.Max(0, line.Quantity - held[line.Id]) })],
        }));
        return [
            .. ContractLines.Prolonged(basis, contract, CostCategory.PlatformLicences, basis.Months),
            .. beyond.Where(line => line.Steps.Any(step => step.Quantity > 0)),
        ];
    }

    /// <summary>The licences of the guests.</summary>
    internal static ImmutableArray<CostLine> Guests(CostBasis basis, ScenarioOption option, EstatePlan plan, LicensedEstate estate) =>
    [
        .. basis.Scenario.Windows is { } windows ? WindowsLines.Of(basis, windows, estate) : [],
        .. RedHatLines.Of(basis, option, plan),
        .. GuestLicenceLines.Of(basis, plan),
    ];

    /// <summary>The licences and subscriptions of the platform.</summary>
    internal static ImmutableArray<CostLine> Platform(CostBasis basis, ScenarioOption option, LicensedEstate estate) =>
    [
        .. PlatformOrder.Of(basis, option.Licences, estate)
            .SelectMany(each => ProductLines.Of(basis, CostCategory.PlatformLicences, each.Product, each.Estate)),
    ];

    /// <summary>The hosts as the option's products see them; the VMs at once on each only where a product limits them.</summary>
    internal static LicensedEstate Licensed(CostBasis basis, ScenarioOption option, EstatePlan plan) =>
        option.Licences.Any(product => LicenceMetrics.LimitsVms(ProductPrice.Of(basis, product).Row.Rule))
            ? LicensedHosts.WithGuests(plan, basis.Cache)
            : LicensedHosts.Of(plan, basis.Cache);
}
