using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>An option as the claim of 2013 sees it.</summary>
/// <param name="Id">The option's id.</param>
/// <param name="Name">The option as printed.</param>
/// <param name="Platform">Its hypervisor.</param>
/// <param name="PlanHolds">Whether every VM has a place and the loss of hosts is survived.</param>
/// <param name="Features">What is known of its features.</param>
/// <param name="Costs">What it costs over each term, by years.</param>
public sealed record ClaimCandidate(
    string Id, string Name, PlatformFamily Platform, bool PlanHolds, FeatureSet Features, ImmutableSortedDictionary<int, CostSheet> Costs);
