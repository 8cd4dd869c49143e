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
        if (OwnedUnits.Any(basis, editions.Standard, editions.Datacenter) && WithOwned(basis, editions, estate) is { } chosen)
        {
            return [.. Lines(basis, editions.Standard, chosen.Standard), .. Lines(basis, editions.Datacenter, chosen.Datacenter)];
        }

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
        : ProductLines.Of(basis, CostCategory.GuestLicences, product, hosts)
            .Select(line => OwnedUnits.Beyond(basis, line) with { Guests = Confinement.Windows });

    /// <summary>
    /// The cheapest choice given what is owned: the hosts in order of what Standard costs there for each unit of money that Datacenter does, and so many of
    /// the first on Datacenter. Which choices are looked at does not depend on what is owned, so that more of it never costs more. Null where a price or a
    /// count is missing.
    /// </summary>
    private static (LicensedEstate Standard, LicensedEstate Datacenter)? WithOwned(CostBasis basis, WindowsLicences editions, LicensedEstate estate)
    {
        if (UnitCost.Of(basis, editions.Standard) is not { } standard || UnitCost.Of(basis, editions.Datacenter) is not ({ } datacenter and > 0))
        {
            return null;
        }

        var (ofStandard, ofDatacenter) = (ProductPrice.Of(basis, editions.Standard).Row.Rule, ProductPrice.Of(basis, editions.Datacenter).Row.Rule);
        var hosts = estate.WithWindows.Select(host => (
            Host: host,
            Standard: Units(ofStandard, new LicensedEstate([host]), basis.Cache),
            Datacenter: Units(ofDatacenter, new LicensedEstate([host]), basis.Cache))).ToList();
        if (hosts.Exists(each => each is not { Standard: not null, Datacenter: > 0 }))
        {
            return null;
        }

        var ranked = hosts.OrderByDescending(each => each.Standard * standard / (each.Datacenter * datacenter)).ToList();
        var (ofRest, ofFirst) = (ranked.Sum(each => each.Standard!.Value), 0m);
        var (best, least) = (0, Cost());
        for (var first = 1; first <= ranked.Count; first++)
        {
            ofRest -= ranked[first - 1].Standard!.Value;
            ofFirst += ranked[first - 1].Datacenter!.Value;
            if (Cost() is var cost && cost <= least)
            {
                (best, least) = (first, cost);
            }
        }

        return (new LicensedEstate([.. ranked.Skip(best).Select(each => each.Host)]), new LicensedEstate([.. ranked.Take(best).Select(each => each.Host)]));

        decimal Cost() =>
            (OwnedUnits.Bought(basis, editions.Standard, ofRest) * standard) + (OwnedUnits.Bought(basis, editions.Datacenter, ofFirst) * datacenter);
    }

    /// <summary>Datacenter wins a tie, because it leaves room for more VMs. Where the price of one is missing, the other is taken.</summary>
    private static bool IsCheaper(decimal? standard, decimal? datacenter) => standard is not null && (datacenter is null || standard < datacenter);

    private static decimal? Units(LicenceRule rule, LicensedEstate host, CaseCache cache) =>
        LicenceMetrics.Count(rule, host, cache) is { Refusal: null } quantity ? quantity.Units : null;
}
