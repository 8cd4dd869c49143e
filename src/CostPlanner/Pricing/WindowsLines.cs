using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>Windows Server licences: on each host the cheaper of the two editions.</summary>
public static class WindowsLines
{
    /// <summary>A line for the hosts on which Standard is cheaper and one for those on which Datacenter is; none without Windows VMs.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, WindowsLicences editions, LicensedEstate estate)
    {
        var hosts = estate.WithWindows;
        var standard = hosts.Where(host => StandardIsCheaper(basis, editions, host)).ToImmutableArray();
        var datacenter = hosts.Except(standard).ToImmutableArray();
        return
        [
            .. standard.IsEmpty ? [] : ProductLines.Of(basis, CostCategory.GuestLicences, editions.Standard, new LicensedEstate(standard)),
            .. datacenter.IsEmpty ? [] : ProductLines.Of(basis, CostCategory.GuestLicences, editions.Datacenter, new LicensedEstate(datacenter)),
        ];
    }

    /// <summary>Datacenter wins a tie, because it leaves room for more VMs, and where a price is missing.</summary>
    private static bool StandardIsCheaper(CostBasis basis, WindowsLicences editions, LicensedHost host)
    {
        var alone = new LicensedEstate([host]);
        return Cost(basis, editions.Standard, alone) is { } standard
            && Cost(basis, editions.Datacenter, alone) is { } datacenter
            && standard < datacenter;
    }

    private static Money? Cost(CostBasis basis, string product, LicensedEstate estate)
    {
        var price = ProductPrice.Of(basis, product);
        var units = LicenceMetrics.Count(price.Row.Rule, estate).Units;
        return price.Paid is { } paid && basis.Rates.Convert(paid, basis.Scenario.Currency, basis.Scenario.AsOf) is { } converted
            ? converted.Amount * units
            : null;
    }
}
