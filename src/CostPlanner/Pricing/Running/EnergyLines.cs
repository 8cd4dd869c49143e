using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Running;

/// <summary>Electricity of the servers and what cools them.</summary>
public static class EnergyLines
{
    /// <summary>The id of the line for servers whose power is estimated by the thermal design power of their CPUs.</summary>
    public const string ByTdpId = "energy-tdp";

    /// <summary>One line for the servers whose power was measured, one for those estimated by their CPU, one for those whose power is assumed.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ServerCounts servers) =>
    [
        .. servers.Kinds
            .Select(kind => (kind.Count, Power: ServerPower.Of(kind.Alike, basis.Cpus, basis.Assumptions, basis.Cache)))
            .GroupBy(kind => kind.Power.Source)
            .OrderBy(group => group.Key)
            .Select(
                group => Line(
                    basis, group.Key, group.Sum(kind => kind.Count), group.Aggregate(default(Power), (sum, kind) => sum + (kind.Power.Average * kind.Count)))),
    ];

    private static CostLine Line(CostBasis basis, PowerSource from, int count, Power servers)
    {
        var pue = basis.Assumptions.Of(AssumptionIds.Pue);
        var energy = servers.ForOneYear * pue;
        var (id, label, source) = from switch
        {
            PowerSource.Measured => ("energy-measured", Message.Of("line.energy-measured"), Message.Of("power.measured")),
            PowerSource.ByTdp => (ByTdpId, Message.Of("line.energy-tdp"), Message.Of("power.by-tdp")),
            _ => ("energy-assumed", Message.Of("line.energy-assumed"), Message.Of("power.assumed")),
        };
        return basis.PricedAssumed(
            new CostLine
            {
                Id = id,
                Category = CostCategory.Energy,
                Label = label,
                Quantity = energy.KilowattHours / Duration.MonthsPerYear,
                Unit = Message.Of("unit.kwh"),
                Timing = CostTiming.Monthly,
                Rule = Message.Of(
                    "power.year", ("servers", count), ("watts", servers.Watts), ("source", source), ("pue", pue), ("hours", Duration.HoursPerYear)),
                Provenance = basis.Assumptions[AssumptionIds.Electricity].Provenance,
            },
            AssumptionIds.Electricity);
    }
}
