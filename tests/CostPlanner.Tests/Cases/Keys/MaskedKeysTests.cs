using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Cases.Keys;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>Two vCenters have a cluster "Prod" each, told apart as "Prod (vc1)" and "Prod (vc2)".</summary>
public sealed class MaskedKeysTests
{
    private readonly CaseInputs named;
    private readonly NameKey key;
    private readonly MaskedInputs masked;

    public MaskedKeysTests()
    {
        var inventory = TwoClusters.Case.Inventory;
        named = TwoClusters.Case with
        {
            Inventory = inventory with { Clusters = [.. inventory.Clusters.Select((each, at) => each with { Name = $"Prod (vc{at + 1})", NameInSource = "Prod", VCenter = $"vc{at + 1}" })] },
        };
        key = EstateNames.Of([named.Inventory], "");
        masked = new MaskedInputs(key, "");
    }

    [Fact]
    public void A_cluster_is_meant_by_the_name_that_tells_it_apart()
    {
        Assert.Equal($"failover.{Ordinal(2)}=0", new MaskedKeys(named, masked).Setting("failover.Prod (vc2) = 0"));
        Assert.Equal($"consolidate={Ordinal(2)}+{Ordinal(1)}", new MaskedKeys(named, masked).Setting("consolidate=Prod (vc2)+Prod (vc1)"));
    }

    [Theory]
    [InlineData("failover.Prod=0")]
    [InlineData("hosts-added.prod=1")]
    [InlineData("lose-cluster=Prod")]
    [InlineData("consolidate=Prod (vc1)+Prod")]
    public void A_name_of_both_is_refused_with_the_ordinals_of_both(string text)
    {
        var refused = Assert.Throws<CaseKeyException>(() => new MaskedKeys(named, masked).Setting(text));

        Assert.Contains($"{Ordinal(1)}, {Ordinal(2)}", refused.Refusal.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("prod", refused.Refusal.Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Keys_of_ranges_in_the_scenario_are_masked_too()
    {
        var from = new Provenance("", "", Grade.A, "");
        ImmutableArray<UncertainInput> inputs = [.. new[] { "growth", "failover.Prod (vc1)", "copies.nobody" }.Select(name => new UncertainInput(name, new ValueRange(0, 1, 2), from))];
        var given = named with
        {
            Scenario = named.Scenario with { Uncertainty = Uncertainty.Unsaid with { Inputs = inputs, Correlations = [new RankCorrelation("growth", "hosts-added.Prod (vc2)", 0, named.Inventory.Vms[0].Origin)] } },
        };

        var hidden = new MaskedKeys(given, masked).Of(masked.Of(given, [], [])).Scenario.Uncertainty;

        Assert.Equal(["growth", $"failover.{Ordinal(1)}", "copies.unknown"], hidden.Inputs.Select(each => each.Key));
        Assert.Equal($"hosts-added.{Ordinal(2)}", Assert.Single(hidden.Correlations).B);
    }

    private string Ordinal(int cluster) => key.Of(NameKind.Cluster, $"Prod (vc{cluster})")!;
}
