using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;

namespace CostPlanner.Studies.Evidence;

/// <summary>Something that runs today and that the rules of some options would not let run on the same hosts.</summary>
/// <param name="What">What it is, with both figures.</param>
/// <param name="Options">The names of those options.</param>
public sealed record Contradicted(Contradiction What, ImmutableArray<string> Options);

/// <summary>Hosts that options buy for a pool whose hosts of today run the same VMs, without growth.</summary>
/// <param name="Cluster">The pool.</param>
/// <param name="HostsToday">Its hosts today.</param>
/// <param name="Bought">Hosts bought for it.</param>
/// <param name="Why">The contradictions of the pool; empty where it is not a sum that contradicts, but rules or how VMs fit together.</param>
/// <param name="Options">The names of the options.</param>
public sealed record ContradictedPurchase(string Cluster, int HostsToday, int Bought, ImmutableArray<Contradiction> Why, ImmutableArray<string> Options)
{
    /// <summary>What is bought, and why, as a sentence without its end.</summary>
    public Message Sentence => Message.Of(
        "purchase",
        ("bought", Bought), ("cluster", Cluster), ("today", HostsToday),
        (
            "why",
            Why.IsEmpty ? Message.Of("purchase.no-sum") : Message.Of("purchase.offers", ("offers", Message.List(Why.Select(each => each.Offer).Distinct())))));
}

/// <summary>What today's estate proves against the assumptions: each contradiction with both figures, and what is bought for its sake.</summary>
/// <param name="Contradictions">The contradictions, those of all options first.</param>
/// <param name="Purchases">Hosts that are bought though today's hosts run the same VMs.</param>
public sealed record EvidenceStudy(ImmutableArray<Contradicted> Contradictions, ImmutableArray<ContradictedPurchase> Purchases)
{
    /// <summary>The study of a case.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="placed">The options with their hosts.</param>
    internal static EvidenceStudy Of(CaseInputs inputs, ImmutableArray<PlacedOption> placed)
    {
        var measured = PlacedOption.Measured(inputs);
        var known = new Dictionary<(PlatformFamily, string), ImmutableArray<Contradiction>>();
        var found = placed.Select(each => (Placed: each, Contradictions: Today(each))).ToList();
        return new EvidenceStudy(
            [
                .. found.SelectMany(each => each.Contradictions.Select(what => (each.Placed, What: what)))
                    .GroupBy(each => (each.What.Cluster, each.What.What, each.What.Vm, each.What.Assumption, each.What.Value))
                    .Select(group => new Contradicted(group.First().What, Names(group.Select(each => each.Placed))))
                    .OrderByDescending(each => each.Options.Length),
            ],
            [
                .. found.SelectMany(each => Bought(each.Placed, each.Contradictions).Select(what => (each.Placed, What: what)))
                    .GroupBy(each => (each.What.Cluster, each.What.Bought))
                    .Select(group => group.First().What with { Options = Names(group.Select(each => each.Placed)) }),
            ]);

        ImmutableArray<Contradiction> Today(PlacedOption option)
        {
            var key = (
                option.Option.Platform, string.Join(' ', option.Option.Assumptions.Select(each => FormattableString.Invariant($"{each.Id}={each.Value}"))));
            if (known.TryGetValue(key, out var before))
            {
                return before;
            }

            var terms = PlacedOption.Terms(inputs, option.Option, option.Assumptions, measured) with
            {
                Policy = HostPolicy.KeepAll, NewHosts = [], Cost = null, Systems = [], HostsAdded = ImmutableSortedDictionary<string, int>.Empty,
            };
            var demand = EstateDemand.Of(inputs.Inventory, inputs.Scenario, option.Option.Platform, option.Assumptions, measured, terms.Reference, years: 0);
            return known[key] = [.. EstatePlacement.Questions(inputs.Inventory, demand, terms).SelectMany(pool => TodaysEvidence.Of(pool, inputs.Inventory))];
        }
    }

    /// <summary>Warnings, one for each contradiction and each purchase for its sake.</summary>
    internal IEnumerable<Finding> Findings(Scenario scenario) =>
    [
        .. Purchases.Select(each => new Finding(
            Severity.Warning,
            "today-holds-what-is-bought-for",
            Message.Of("today-holds-what-is-bought-for", ("options", Message.List(each.Options)), ("purchase", each.Sentence)),
            new SourcePlace(scenario.Name),
            Message.Of("today-holds-what-is-bought-for.done"),
            Message.Of("today-holds-what-is-bought-for.mend"))),
        .. Contradictions.Select(each => new Finding(
            Severity.Warning,
            "today-contradicts-assumption",
            each.What.Sentence,
            new SourcePlace(scenario.Name, Column: each.What.Assumption),
            Message.Of("today-contradicts-assumption.done"),
            each.What.Offer)),
    ];

    private static IEnumerable<ContradictedPurchase> Bought(PlacedOption placed, ImmutableArray<Contradiction> contradictions)
    {
        if (placed.Option.Hosts == HostPolicy.Refresh)
        {
            return [];
        }

        return from cluster in placed.Plan.Clusters
               let bought = cluster.Servers.Count(load => load.Server.Bought is not null)
               let why = contradictions.Where(each => each.Cluster == cluster.Cluster).ToImmutableArray()
               where bought > 0 && cluster.HostsToday is > 0 && (!why.IsEmpty || placed.Assumptions.Of(AssumptionIds.Growth) == 0)
               select new ContradictedPurchase(cluster.Cluster, cluster.HostsToday!.Value, bought, why, []);
    }

    private static ImmutableArray<string> Names(IEnumerable<PlacedOption> options) => [.. options.Select(each => each.Option.Name).Distinct()];
}
