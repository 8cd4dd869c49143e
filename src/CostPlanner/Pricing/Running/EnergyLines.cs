using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Running;

/// <summary>Electricity of the servers and what cools them.</summary>
public static class EnergyLines
{
    /// <summary>The id of the line for servers whose power is estimated by the thermal design power of their CPUs.</summary>
    public const string ByTdpId = "energy-tdp";

    /// <summary>One line for the servers whose power was measured, one for those estimated by their CPU, one for those whose power is assumed.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, ImmutableArray<Server> servers)
    {
        // A catalogue is searched by words: for each kind of server once, and there are few kinds.
        var known = new Dictionary<(string?, int), ServerPower>();
        return
        [
            .. servers
                .Select(server => known.TryGetValue((server.CpuModel, server.Sockets), out var found)
                    ? found
                    : known[(server.CpuModel, server.Sockets)] = ServerPower.Of(server, basis.Cpus, basis.Assumptions))
                .GroupBy(power => power.Source)
                .OrderBy(group => group.Key)
                .Select(group => Line(basis, group.Key, [.. group.Select(power => power.Average)])),
        ];
    }

    private static CostLine Line(CostBasis basis, PowerSource from, ImmutableArray<Power> powers)
    {
        var servers = powers.Aggregate(default(Power), (sum, power) => sum + power);
        var pue = basis.Assumptions.Of(AssumptionIds.Pue);
        var energy = servers.ForOneYear * pue;
        var (id, label, source) = from switch
        {
            PowerSource.Measured => ("energy-measured", "measured power", "measured for their CPUs (SPECpower), at the average load"),
            PowerSource.ByTdp => (ByTdpId, "power by TDP", "by the thermal design power of their CPUs, the load curve and what is beside the CPUs, at the average load"),
            _ => ("energy-assumed", "assumed power", "assumed, their CPUs are not known"),
        };
        return basis.BookAssumed(
            new CostLine
            {
                Id = id,
                Category = CostCategory.Energy,
                Label = $"Electricity, servers with {label}",
                Quantity = energy.KilowattHours / Duration.MonthsPerYear,
                Unit = "kWh",
                Timing = CostTiming.Monthly,
                Rule = FormattableString.Invariant($"{powers.Length} servers, {servers.Watts:#,0} W in sum, {source}; × PUE {pue:0.##} × {Duration.HoursPerYear:#,0} h a year"),
                Provenance = basis.Assumptions[AssumptionIds.Electricity].Provenance,
            },
            AssumptionIds.Electricity);
    }
}
