using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;

namespace CostPlanner.Pricing.Guests;

/// <summary>Windows Server licences: on each host the cheaper of the two editions.</summary>
public static class WindowsLines
{
    /// <summary>A line for the hosts on which Standard is cheaper and one for those on which Datacenter is; none without Windows VMs.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, WindowsLicences editions, LicensedEstate estate)
    {
        // Which edition is cheaper follows from what a host is and carries, not from which one it is: hosts alike are asked once.
        var asked = new Dictionary<LicensedHost, bool>();
        var cheaper = estate.WithWindows.ToLookup(host =>
        {
            var alike = host with { Name = "", VmMemory = [] };
            return asked.TryGetValue(alike, out var known) ? known : asked[alike] = StandardIsCheaper(basis, editions, host);
        });
        return [.. Lines(basis, editions.Standard, [.. cheaper[true]]), .. Lines(basis, editions.Datacenter, [.. cheaper[false]])];
    }

    private static IEnumerable<CostLine> Lines(CostBasis basis, string product, ImmutableArray<LicensedHost> hosts) => hosts.IsEmpty
        ? []
        : ProductLines.Of(basis, CostCategory.GuestLicences, product, new LicensedEstate(hosts)).Select(line => line with { Guests = Confinement.Windows });

    /// <summary>Datacenter wins a tie, because it leaves room for more VMs. Where the price of one is missing, the other is taken.</summary>
    private static bool StandardIsCheaper(CostBasis basis, WindowsLicences editions, LicensedHost host)
    {
        var alone = new LicensedEstate([host]);
        return UnitCost.Of(basis, editions.Standard, alone) is { } standard
            && (UnitCost.Of(basis, editions.Datacenter, alone) is not { } datacenter || standard < datacenter);
    }
}
