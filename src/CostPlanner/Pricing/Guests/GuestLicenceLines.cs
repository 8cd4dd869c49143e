using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Guests;

/// <summary>Licences that guests carry to every host they may run on, beside Windows Server: a database by core, say.</summary>
public static class GuestLicenceLines
{
    /// <summary>The lines of each guest licence of the scenario; none for one that no running VM carries.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, EstatePlan plan)
    {
        var rules = basis.Scenario.Placement;
        return [.. rules.GuestLicences.SelectMany(licence => Of(basis, licence, CountedPlan.Of(plan, basis.Cache).Carrying(licence)))];
    }

    /// <summary>The lines of one licence over the hosts that its VMs may run on, with those VMs alone.</summary>
    internal static IEnumerable<CostLine> Of(CostBasis basis, GuestLicence licence, LicensedEstate carrying) => carrying.Hosts.IsEmpty
        ? []
        : ProductLines.Of(basis, CostCategory.GuestLicences, licence.Product, carrying)
            .Select(line => OwnedUnits.Beyond(basis, line))
            .Select(line => line with
            {
                Id = "guest-" + line.Id,
                Rule = Message.Of("rule.of-licence", ("licence", licence.Name), ("rule", line.Rule)),
                Guests = licence.Name,
            });
}
