using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Guests;

/// <summary>Windows Server licences: on each host the cheaper of the two editions.</summary>
public static class WindowsLines
{
    /// <summary>A line for the hosts on which Standard is cheaper and one for those on which Datacenter is; none without Windows VMs.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, WindowsLicences editions, LicensedEstate estate)
    {
        var kinds = HostKinds.WithWindows(estate, basis.Cache);
        var (standard, datacenter) = (UnitCost.Of(basis, editions.Standard), UnitCost.Of(basis, editions.Datacenter));
        var (ofStandard, ofDatacenter) = (ProductPrice.Of(basis, editions.Standard).Row.Rule, ProductPrice.Of(basis, editions.Datacenter).Row.Rule);
        var cheaper = kinds.Single
            .Select(host => IsCheaper(standard * Units(ofStandard, host, basis.Cache), datacenter * Units(ofDatacenter, host, basis.Cache)))
            .ToArray();
        return [.. Lines(basis, editions.Standard, kinds.Of(cheaper)), .. Lines(basis, editions.Datacenter, kinds.Of([.. cheaper.Select(each => !each)]))];
    }

    private static IEnumerable<CostLine> Lines(CostBasis basis, string product, LicensedEstate hosts) => hosts.Hosts.IsEmpty
        ? []
        : ProductLines.Of(basis, CostCategory.GuestLicences, product, hosts).Select(line => line with { Guests = Confinement.Windows });

    /// <summary>Datacenter wins a tie, because it leaves room for more VMs. Where the price of one is missing, the other is taken.</summary>
    private static bool IsCheaper(decimal? standard, decimal? datacenter) => standard is not null && (datacenter is null || standard < datacenter);

    private static decimal? Units(LicenceRule rule, LicensedEstate host, CaseCache cache) =>
        LicenceMetrics.Count(rule, host, cache) is { Refusal: null } quantity ? quantity.Units : null;
}
