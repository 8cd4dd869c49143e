using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.OverTime;

namespace CostPlanner.Pricing.Running;

/// <summary>Servers bought, the maintenance of all servers, and their place in a rack.</summary>
public static class HardwareLines
{
    /// <summary>For each model bought a purchase and its maintenance; for the hosts kept their maintenance; rack space for all.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ImmutableArray<Server> servers)
    {
        var bought = servers.Where(server => server.Bought is not null).GroupBy(server => server.Bought!).ToList();
        var kept = servers.Count(server => server.Bought is null);
        return
        [
            .. bought.SelectMany(group => Bought(basis, group.Key, group.Count())),
            .. kept == 0 ? [] : new[] { Kept(basis, kept) },
            .. servers.IsEmpty ? [] : new[] { Rack(basis, servers) },
        ];
    }

    private static IEnumerable<CostLine> Bought(CostBasis basis, HostModel model, int count)
    {
        var purchase = basis.Book(Purchase(basis, model, count));
        var share = basis.Assumptions[AssumptionIds.HardwareMaintenance];
        yield return purchase;
        yield return basis.Book(purchase with
        {
            Id = $"maintenance-{model.Id}",
            Category = CostCategory.HardwareMaintenance,
            Label = $"Maintenance of {model.Name}",
            Timing = CostTiming.Yearly,
            LifeMonths = null,
            ListPrice = purchase.ListPrice * share.Likely,
            PaidPrice = purchase.PaidPrice * share.Likely,
            Rule = FormattableString.Invariant($"{share.Likely:0.#%} of the price a year"),
            Provenance = share.Provenance,
            Payments = [],
        });
    }

    /// <summary>The purchase of servers, not booked yet.</summary>
    internal static CostLine Purchase(CostBasis basis, HostModel model, int count) => new()
    {
        Id = $"server-{model.Id}",
        Category = CostCategory.Hardware,
        Label = model.Name,
        Quantity = count,
        Unit = "server",
        Timing = CostTiming.Once,
        LifeMonths = Resale.LifeOf(basis),
        ListPrice = model.Price,
        PaidPrice = model.Price,
        Rule = FormattableString.Invariant($"servers bought: {count}"),
        Provenance = model.Provenance,
        Hole = model.Price is null ? $"no price of {model.Name} is known" : null,
    };

    private static CostLine Kept(CostBasis basis, int count) => basis.BookAssumed(
        new CostLine
        {
            Id = "maintenance-existing",
            Category = CostCategory.HardwareMaintenance,
            Label = "Maintenance of existing hosts",
            Quantity = count,
            Unit = "host",
            Timing = CostTiming.Yearly,
            Rule = FormattableString.Invariant($"existing hosts kept: {count}"),
            Provenance = basis.Assumptions[AssumptionIds.ExistingHostMaintenance].Provenance,
        },
        AssumptionIds.ExistingHostMaintenance);

    private static CostLine Rack(CostBasis basis, ImmutableArray<Server> servers)
    {
        var units = servers.Sum(server => server.Bought?.RackUnits ?? basis.Assumptions.Of(AssumptionIds.HostRackUnits));
        return basis.BookAssumed(
            new CostLine
            {
                Id = "rack",
                Category = CostCategory.Rack,
                Label = "Rack space",
                Quantity = units,
                Unit = "rack unit",
                Timing = CostTiming.Monthly,
                Rule = FormattableString.Invariant($"{servers.Length} hosts, {units:0.#} rack units"),
                Provenance = basis.Assumptions[AssumptionIds.RackUnit].Provenance,
            },
            AssumptionIds.RackUnit);
    }
}
