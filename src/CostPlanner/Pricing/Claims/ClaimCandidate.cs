using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Pricing.Claims;

/// <summary>What an option costs over a term.</summary>
/// <param name="Anew">As if it were set up anew, without a contract of today and without a move: for comparing platforms.</param>
/// <param name="Everything">As the scenario has it, contract and move included.</param>
public sealed record ClaimCosts(CostSheet Anew, CostSheet Everything)
{
    /// <summary>Whether every VM has a place to the end of the term, and the loss of hosts is survived.</summary>
    public bool PlanHolds { get; init; } = true;
}

/// <summary>An option as the claim of 2013 sees it.</summary>
/// <param name="Id">The option's id.</param>
/// <param name="Name">The option as printed.</param>
/// <param name="Platform">Its hypervisor.</param>
/// <param name="Hosts">What happens to its hosts.</param>
/// <param name="PlanHolds">Whether every VM has a place and the loss of hosts is survived.</param>
/// <param name="Features">What is known of its features.</param>
/// <param name="Costs">What it costs over each term, by years.</param>
public sealed record ClaimCandidate(
    string Id, string Name, PlatformFamily Platform, HostPolicy Hosts, bool PlanHolds, FeatureSet Features, ImmutableSortedDictionary<int, ClaimCosts> Costs);
