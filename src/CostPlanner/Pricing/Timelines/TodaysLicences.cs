using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Timelines;

/// <summary>Licences as the estate of today needs them.</summary>
internal static class TodaysLicences
{
    /// <summary>
    /// What all hosts of today need of some products, ordered at once; of products that are counted by VMs, or where no host is known, what the first plan
    /// needs.
    /// </summary>
    public static IEnumerable<CostLine> Of(CostBasis basis, CostCategory category, ImmutableArray<string> products, Timeline course)
    {
        var first = LicensedHosts.Of(course.Planned[0].Plan, basis.Cache);
        var today = Estate(course.Today, basis.Cache);
        return PlatformOrder.Of(basis, products, today).Zip(PlatformOrder.Of(basis, products, first))
            .Select(each => !course.Today.IsEmpty && AreByHosts(basis, each.First.Product) ? each.First : each.Second)
            .SelectMany(each => ProductLines.Of(basis, category, each.Product, each.Estate));
    }

    /// <summary>The hosts of today without VMs, as licence metrics see them; kept, for every trial asks for the same ones.</summary>
    private static LicensedEstate Estate(ImmutableArray<PlannedHost> servers, CaseCache cache) => servers.IsEmpty
        ? new LicensedEstate([])
        : cache.Of(
            ImmutableCollectionsMarshal.AsArray(servers)!,
            static each => new LicensedEstate([.. each.Select(server => LicensedHosts.Host(server, vms: 0, windowsVms: 0))]));

    /// <summary>Whether licences of a product are counted by the hosts, not by what runs on them.</summary>
    public static bool AreByHosts(CostBasis basis, string product) => ProductPrice.Of(basis, product).Row.Rule is var rule
        && !LicenceMetrics.CountsVms(rule) && !LicenceMetrics.CountsVmMemory(rule);
}
