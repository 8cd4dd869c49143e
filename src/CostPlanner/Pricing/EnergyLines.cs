using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>Electricity of the servers and what cools them.</summary>
public static class EnergyLines
{
    /// <summary>One line for the servers whose power was measured and one for those whose power is assumed.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ImmutableArray<Server> servers) =>
    [
        .. servers
            .Select(server => ServerPower.Of(server, basis.Cpus, basis.Assumptions))
            .GroupBy(power => power.Measured)
            .OrderByDescending(group => group.Key)
            .Select(group => Line(basis, group.Key, [.. group.Select(power => power.Average)])),
    ];

    private static CostLine Line(CostBasis basis, bool measured, ImmutableArray<Power> powers)
    {
        var servers = powers.Aggregate(default(Power), (sum, power) => sum + power);
        var pue = basis.Assumptions.Of(AssumptionIds.Pue);
        var energy = servers.ForOneYear * pue;
        var source = measured ? "measured for their CPUs (SPECpower), at the average load" : "assumed, their CPUs have no measured power";
        return basis.BookAssumed(
            new CostLine
            {
                Id = measured ? "energy-measured" : "energy-assumed",
                Category = CostCategory.Energy,
                Label = measured ? "Electricity, servers with measured power" : "Electricity, servers with assumed power",
                Quantity = energy.KilowattHours / Duration.MonthsPerYear,
                Unit = "kWh",
                Timing = CostTiming.Monthly,
                Rule = FormattableString.Invariant($"{powers.Length} servers, {servers.Watts:#,0} W in sum, {source}; × PUE {pue:0.##} × {Duration.HoursPerYear:#,0} h a year"),
                Provenance = basis.Assumptions[AssumptionIds.Electricity].Provenance,
            },
            AssumptionIds.Electricity);
    }
}
