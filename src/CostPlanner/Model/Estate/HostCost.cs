using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>
/// What using a server costs over the horizon: its price where it is to be bought, maintenance, power, rack space, the platform's licences,
/// and the licences of the guests that may run on it. Null where a price is missing, so that nothing is called the cheapest by mistake.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="guests">The VMs that may run on it at once; empty for the server alone.</param>
public delegate Money? HostCost(PlannedHost server, ImmutableArray<VirtualMachine> guests);
