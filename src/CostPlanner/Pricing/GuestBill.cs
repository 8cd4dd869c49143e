using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Pricing;

/// <summary>What the licences of one kind of guests come to in an option.</summary>
/// <param name="Licence">The licence, by the name that a <see cref="Confinement"/> has for it.</param>
/// <param name="Vms">Running VMs that carry it.</param>
/// <param name="Hosts">Hosts that they may run on.</param>
/// <param name="Amount">The amount over the horizon; what is known of it where a price is missing, null where nothing is.</param>
/// <param name="IsComplete">Whether no price is missing.</param>
/// <param name="IsContained">Whether the price of the platform contains them.</param>
/// <param name="IsConfined">Whether the plan keeps them to a few hosts.</param>
public sealed record GuestBill(string Licence, int Vms, int Hosts, Money? Amount, bool IsComplete, bool IsContained, bool IsConfined)
{
    /// <summary>A bill for each licence of guests that an option counts, in the order of its lines.</summary>
    /// <param name="rules">The scenario's rules of placement, which list the licences.</param>
    /// <param name="plan">The option's hosts.</param>
    /// <param name="costs">Its lines.</param>
    public static ImmutableArray<GuestBill> Of(PlacementRules rules, EstatePlan plan, CostSheet costs) =>
    [
        .. from line in costs.Lines
           where line.Guests is not null
           group line by line.Guests into lines
           let hosts = LicensedHosts.Carrying(plan, vm => rules.Carries(lines.Key, vm)).Hosts
           select new GuestBill(
               lines.Key,
               hosts.Sum(host => host.Vms),
               hosts.Length,
               lines.All(line => line.IsHole) ? null : new CostSheet(costs.Currency, costs.Months, [.. lines]).Total,
               !lines.Any(line => line.IsHole),
               lines.All(line => line.IsContained),
               plan.Clusters.Any(cluster => cluster.Confinements.Any(kept => kept.Licence == lines.Key))),
    ];
}
