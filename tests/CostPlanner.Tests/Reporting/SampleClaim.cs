using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;

namespace CostPlanner.Tests.Reporting;

/// <summary>The claim of 2013 for the sample, put to the sheets of the options, the same over every term.</summary>
internal static class SampleClaim
{
    private static readonly Provenance Source = new("An overview of editions", "2026", Grade.B, "prices/feature-matrix.csv, row 2");

    /// <summary>Two features: every platform moves VMs while they run; Proxmox does not balance load, and of plain KVM nothing is known.</summary>
    public static FeatureMatrix Features { get; } = new(
        [new Feature("live-migration", "Live migration of a running VM"), new Feature("load-balancing", "Load balancing between hosts")],
        [
            Row("vvf", FeatureState.Yes, FeatureState.Yes), Row("vcf", FeatureState.Yes, FeatureState.Yes), Row("pve", FeatureState.Yes, FeatureState.No),
            Row("ove", FeatureState.Yes, FeatureState.Yes), Row("vates", FeatureState.Yes, FeatureState.No), Row("xs8", FeatureState.Yes, FeatureState.Yes),
        ]);

    public static ClaimAnswer Of(IReadOnlyList<OptionCase> options) => Claim.Answer(
        [
            .. options.Select(each => new ClaimCandidate(
                each.Option.Id, each.Option.Name, each.Option.Platform, each.Option.Hosts, each.Plan.Holds, Features.Of(each.Option.Licences),
                ClaimTerms.Years.ToImmutableSortedDictionary(years => years, _ => new ClaimCosts(each.Costs, each.Costs)))),
        ],
        [.. Features.Features.Select(feature => feature.Name)],
        SampleAssumptions.Build());

    private static FeatureRow Row(string product, FeatureState migration, FeatureState balancing) => new(
        product,
        new FeatureSet([KeyValuePair.Create("live-migration", migration), KeyValuePair.Create("load-balancing", balancing)]),
        Source,
        null);
}
