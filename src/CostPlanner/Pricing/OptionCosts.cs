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
    /// <param name="staying">The lines of the option that stays, which one that leaves pays on while it moves; empty where none does.</param>
    public static CostSheet Of(
        CostBasis basis, ScenarioOption option, Timeline course, EstateDemand demand, HostLines hosts, ImmutableArray<CostLine> staying) => new(
        basis.Scenario.Currency,
        basis.Months,
        [
            .. PlatformOverTime(basis, option, course),
            .. ContractLines.Owed(basis),
            .. hosts.Guests(option),
            .. hosts.Running,
            .. course.Move is { } move ? MigrationLines.Of(basis, demand, course, move, staying) : [],
        ]);

    /// <summary>The platform's lines from the month on in which it is paid; of licences that are owned only what is needed beyond the hosts of today.</summary>
    private static ImmutableArray<CostLine> PlatformOverTime(CostBasis basis, ScenarioOption option, Timeline course)
    {
        var spans = course.Planned
            .Where(phase => phase.To > course.PlatformFrom)
            .Select(phase => new LineSpan(Math.Max(phase.From, course.PlatformFrom), phase.To, Platform(basis, option, Licensed(basis, option, phase.Plan))))
            .ToList();
        if (!ContractLines.IsOwned(basis.Scenario, option) || ContractTerm.Of(basis.Scenario) is not { } contract)
        {
            return LinesOverTime.Of(basis, spans);
        }

        var held = Held(basis, option, course).ToDictionary(line => line.Id, line => line.Quantity, StringComparer.Ordinal);
        var beyond = LinesOverTime.Of(basis, spans.Select(span => span with
        {
            Lines = [.. span.Lines.Select(line => line with { Quantity = Math.Max(0, line.Quantity - held[line.Id]) })],
        }));
        return [
            ContractLines.Support(basis, contract, CostCategory.PlatformLicences, basis.Months),
            .. beyond.Where(line => line.Steps.Any(step => step.Quantity > 0)),
        ];
    }

    /// <summary>
    /// What is owned: what all hosts of today need; of products that are counted by VMs, or where no host is known, what the first plan needs.
    /// </summary>
    private static IEnumerable<CostLine> Held(CostBasis basis, ScenarioOption option, Timeline course)
    {
        var first = LicensedHosts.Of(course.Planned[0].Plan, basis.Cache);
        var today = new LicensedEstate([.. course.Today.Select(server => LicensedHosts.Host(server, vms: 0, windowsVms: 0))]);
        return Ordered(basis, option, today).Zip(Ordered(basis, option, first)).SelectMany(each => IsByHosts(each.First.Product)
            ? ProductLines.Of(basis, CostCategory.PlatformLicences, each.First.Product, each.First.Estate)
            : ProductLines.Of(basis, CostCategory.PlatformLicences, each.Second.Product, each.Second.Estate));

        bool IsByHosts(string product) => ProductPrice.Of(basis, product).Row.Rule is var rule
            && !course.Today.IsEmpty && !LicenceMetrics.CountsVms(rule) && !LicenceMetrics.CountsVmMemory(rule);
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
        [.. Ordered(basis, option, estate).SelectMany(each => ProductLines.Of(basis, CostCategory.PlatformLicences, each.Product, each.Estate))];

    /// <summary>
    /// The products of the option's one order: what is bought by the core is known to the others, so that storage which comes with cores comes with those of
    /// the order's minimum too.
    /// </summary>
    private static IEnumerable<(string Product, LicensedEstate Estate)> Ordered(CostBasis basis, ScenarioOption option, LicensedEstate estate)
    {
        var bought = option.Licences
            .Select(product => ProductPrice.Of(basis, product).Row.Rule)
            .Where(rule => LicenceMetrics.BringsStorage(rule))
            .Select(rule => (decimal?)(LicenceMetrics.Count(rule, estate, basis.Cache).Units * rule.Parameter("cores-per-unit", 1)))
            .Max();
        var order = option.Licences.Any(product => LicenceMetrics.CountsStorage(ProductPrice.Of(basis, product).Row.Rule))
            ? estate with { CoresBought = bought }
            : estate;
        return option.Licences.Select(product => (product, LicenceMetrics.CountsStorage(ProductPrice.Of(basis, product).Row.Rule) ? order : estate));
    }

    /// <summary>The hosts as the option's products see them; the VMs at once on each only where a product limits them.</summary>
    internal static LicensedEstate Licensed(CostBasis basis, ScenarioOption option, EstatePlan plan) =>
        option.Licences.Any(product => LicenceMetrics.LimitsVms(ProductPrice.Of(basis, product).Row.Rule))
            ? LicensedHosts.WithGuests(plan, basis.Cache)
            : LicensedHosts.Of(plan, basis.Cache);
}
