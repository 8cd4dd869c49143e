using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Running;

/// <summary>Servers bought, the maintenance of all servers, and their place in a rack.</summary>
public static class HardwareLines
{
    /// <summary>For each model bought a purchase and its maintenance; for the hosts kept their maintenance; rack space for all.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ServerCounts servers)
    {
        var bought = servers.Kinds.Where(kind => kind.Alike.Bought is not null).GroupBy(kind => kind.Alike.Bought!).ToList();
        var kept = servers.Kinds.Where(kind => kind.Alike.Bought is null).Sum(kind => kind.Count);
        return
        [
            .. bought.SelectMany(group => Bought(basis, group.Key, group.Sum(kind => kind.Count))),
            .. kept == 0 ? [] : new[] { Kept(basis, kept) },
            .. servers.Count == 0 ? [] : new[] { Rack(basis, servers) },
        ];
    }

    private static IEnumerable<CostLine> Bought(CostBasis basis, ServerModel model, int count)
    {
        var purchase = basis.Priced(Purchase(basis, model, count));
        var share = basis.Assumptions[AssumptionIds.HardwareMaintenance];
        yield return purchase;
        yield return basis.Priced(purchase with
        {
            Id = $"maintenance-{model.Id}",
            Category = CostCategory.HardwareMaintenance,
            Label = Message.Of("line.maintenance", ("server", model.Name)),
            Timing = CostTiming.Yearly,
            LifeMonths = null,
            ListPrice = purchase.ListPrice * share.Likely,
            PaidPrice = purchase.PaidPrice * share.Likely,
            Rule = Message.Of("maintenance.share", ("share", share.Likely)),
            Provenance = share.Provenance,
        });
    }

    /// <summary>The purchase of servers, not booked yet.</summary>
    internal static CostLine Purchase(CostBasis basis, ServerModel model, int count) => new()
    {
        Id = $"server-{model.Id}",
        Category = CostCategory.Hardware,
        Label = model.Name,
        Quantity = count,
        Unit = Message.Of("unit.server"),
        Timing = CostTiming.Once,
        LifeMonths = Resale.LifeOf(basis),
        ListPrice = model.Price,
        PaidPrice = model.Price,
        Rule = Message.Of("servers.bought", ("servers", count)),
        Provenance = model.Provenance,
        Hole = model.Price is null ? Message.Of("hole.none", ("product", model.Name)) : null,
    };

    private static CostLine Kept(CostBasis basis, int count) => basis.PricedAssumed(
        new CostLine
        {
            Id = "maintenance-existing",
            Category = CostCategory.HardwareMaintenance,
            Label = Message.Of("line.maintenance-existing"),
            Quantity = count,
            Unit = Message.Of("unit.host"),
            Timing = CostTiming.Yearly,
            Rule = Message.Of("hosts.kept", ("hosts", count)),
            Provenance = basis.Assumptions[AssumptionIds.ExistingHostMaintenance].Provenance,
        },
        AssumptionIds.ExistingHostMaintenance);

    private static CostLine Rack(CostBasis basis, ServerCounts servers)
    {
        var units = servers.Kinds.Sum(kind => kind.Count * (kind.Alike.Bought?.RackUnits ?? basis.Assumptions.Of(AssumptionIds.HostRackUnits)));
        return basis.PricedAssumed(
            new CostLine
            {
                Id = "rack",
                Category = CostCategory.Rack,
                Label = Message.Of("line.rack"),
                Quantity = units,
                Unit = Message.Of("unit.rack-unit"),
                Timing = CostTiming.Monthly,
                Rule = Message.Of("rack.units", ("hosts", servers.Count), ("units", units)),
                Provenance = basis.Assumptions[AssumptionIds.RackUnit].Provenance,
            },
            AssumptionIds.RackUnit);
    }
}
