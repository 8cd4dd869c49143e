using System.Collections.Immutable;
using CostPlanner.Cases.Requirements;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Cases;

/// <summary>What keeps an option from being ranked, told without placing a VM.</summary>
public class EligibilityTests
{
    [Fact]
    public void What_the_products_have_is_met_what_they_lack_or_nobody_knows_is_not()
    {
        var inputs = Inputs(Option("all", "full"), Option("lacks", "poor"), Option("open", "silent"));
        Assert.Equal([null, "lacks high availability", "has no source that says whether it has high availability or live migration"], Whys(inputs));
        Assert.Equal(["high-availability"], Eligibility.Of(inputs)[1].Lacks);
        Assert.Empty(Eligibility.Of(inputs)[1].Unknown);
        Assert.Equal(["high-availability", "live-migration"], Eligibility.Of(inputs)[2].Unknown);
    }

    [Fact]
    public void Nothing_is_required_where_the_scenario_says_so_or_the_estate_is_known_to_use_nothing()
    {
        var inputs = Inputs(Option("lacks", "poor"), Option("open", "silent"));
        Assert.Equal([null, null], Whys(inputs with { Scenario = inputs.Scenario with { Requires = [] } }));

        var off = inputs.Inventory with
        {
            Clusters = [.. inputs.Inventory.Clusters.Select(cluster => cluster with { HighAvailability = false })],
            Hosts = [.. inputs.Inventory.Hosts.Select(host => host with { MovesRunningVms = false })],
        };
        Assert.Empty(RequiredFeatures.Of(inputs with { Inventory = off }));
        Assert.Equal([null, null], Whys(inputs with { Inventory = off }));
    }

    [Fact]
    public void A_requirement_says_who_says_it_and_what_is_not_known_is_a_finding()
    {
        var inputs = Inputs(Option("all", "full"));
        Assert.Equal(
            [new Requirement("high-availability", RequirementFrom.NotKnown), new Requirement("live-migration", RequirementFrom.NotKnown)], RequiredFeatures.Of(inputs));
        var finding = Assert.Single(RequiredFeatures.Findings(inputs));
        Assert.Equal("Whether the estate uses high availability or live migration today is not known.", finding.Message.Words());

        var on = inputs with { Inventory = inputs.Inventory with { Clusters = [.. inputs.Inventory.Clusters.Select(cluster => cluster with { HighAvailability = true, BalancesLoad = true })] } };
        Assert.All(RequiredFeatures.Of(on), requirement => Assert.Equal(RequirementFrom.Estate, requirement.From));
        Assert.Empty(RequiredFeatures.Findings(on));

        var said = inputs with { Scenario = inputs.Scenario with { Requires = ["live-migration"] } };
        Assert.Equal([new Requirement("live-migration", RequirementFrom.Scenario)], RequiredFeatures.Of(said));
    }

    // The user's own Pacemaker brings restarts to a product that lacks them; to one that has them the word adds nothing.
    [Fact]
    public void What_an_option_has_by_the_users_word_is_met_and_told()
    {
        var inputs = Inputs(Option("lacks", "poor") with { Has = ["high-availability"] }, Option("all", "full") with { Has = ["high-availability"] });
        Assert.Equal([null, null], Whys(inputs));
        Assert.Equal(["high-availability"], Eligibility.Of(inputs)[0].OwnWord);
        Assert.Empty(Eligibility.Of(inputs)[1].OwnWord);
    }

    // As today meets what the estate is the reason for. What the scenario names is decided by the contract's products; without any nobody knows.
    [Theory]
    [InlineData(null, "poor", null)]
    [InlineData("high-availability", "poor", "lacks high availability")]
    [InlineData("high-availability", "full", null)]
    [InlineData("high-availability", null, "has no source that says whether it has high availability")]
    public void As_today_has_what_the_estate_uses(string? requires, string? product, string? why)
    {
        var inputs = Inputs(Option("all", "full"));
        var scenario = (inputs.Scenario with
        {
            Requires = requires is null ? null : [requires],
            Contract = product is null ? null : Contract(1000) with { Products = [product] },
        }).WithToday(PlatformFamily.VSphere);
        Assert.Equal(why, Whys(inputs with { Scenario = scenario })[0]);
    }

    [Fact]
    public void A_platform_without_a_vendors_support_is_not_ranked_unless_support_is_optional()
    {
        var inputs = Inputs(Option("free", "free"), Option("none"), Option("bought", "full"), Option("once", "perpetual"), Option("kept", "perpetual-supported"), Option("community", "community"));
        Assert.Equal([false, false, true, false, true, false], Eligibility.Of(inputs).Select(each => each.IsSupported!.Value));
        var required = inputs with { Scenario = inputs.Scenario with { Requires = [] } };
        Assert.Equal(["has no vendor's support", "has no vendor's support", null, "has no vendor's support", null, "has no vendor's support"], Whys(required));
        Assert.All(Whys(required with { Scenario = required.Scenario with { Support = SupportNeed.Optional } }), Assert.Null);
    }

    // Owned licences whose support is paid are supported, unpaid they are not; of a price that nobody says nothing is known. A subscription has its support.
    [Theory]
    [InlineData(true, 1000, true)]
    [InlineData(true, 0, false)]
    [InlineData(true, null, null)]
    [InlineData(false, null, true)]
    public void As_today_is_supported_as_its_contract_says(bool owned, int? perYear, bool? supported)
    {
        var inputs = Inputs(Option("all", "full"));
        var scenario = (inputs.Scenario with { Contract = Contract(perYear) with { IsPerpetual = owned, Products = owned ? ["free"] : [] } }).WithToday(PlatformFamily.VSphere);
        Assert.Equal(supported, Eligibility.Of(inputs with { Scenario = scenario })[0].IsSupported);
    }

    private static List<string?> Whys(CaseInputs inputs) => [.. Eligibility.Of(inputs).Select(each => each.Why?.Words())];

    private static TodaysContract Contract(int? perYear) => new()
    {
        Name = "contract", Ends = new DateOnly(2027, 9, 30), PerYear = perYear is { } amount ? new Money(amount, Currency.Euro) : null, Place = new SourcePlace("test.yaml"),
    };

    private static ScenarioOption Option(string id, params string[] products) => Estate.Option(id, PlatformFamily.Kvm, products);

    private static CaseInputs Inputs(params ImmutableArray<ScenarioOption> options) => new(
        Estate.Scenario([.. options]),
        Estate.Alike(hosts: 2, vms: 2),
        new PriceBook(
        [
            Estate.Row("full", "core", 100), Estate.Row("poor", "core", 100), Estate.Row("silent", "core", 100), Estate.Row("free", "host", 0, kind: LicenceKind.Free),
            Estate.Row("perpetual", "core", 100, kind: LicenceKind.Perpetual), Estate.Row("perpetual-supported", "core", 100, kind: LicenceKind.Perpetual, support: 0.2m),
            Estate.Row("community", "core", 100) with { SupportInPrice = false },
        ]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([]),
        Assumed.Plain)
    {
        Features = Editions.Matrix("high-availability live-migration", ("full", "high-availability live-migration", ""), ("poor", "live-migration", "high-availability")),
    };
}
