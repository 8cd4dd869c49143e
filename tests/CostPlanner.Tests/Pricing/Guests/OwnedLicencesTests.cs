using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Guests;

/// <summary>
/// Windows Server that is owned already. Host a has 11 VMs: 6 sets of Standard are 7,056, Datacenter 6,771. Host b has 10: 5 sets are 5,880. 16 cores each.
/// </summary>
public sealed class OwnedLicencesTests
{
    private const string Parameters = "min-per-socket=8;min-per-host=16;cores-per-unit=16;vms-per-set=2";

    private static readonly CostBasis Basis = ProductLinesTests.Basis(
    [
        Estate.Row("std", "windows-core-standard", 1176, Parameters, LicenceKind.Perpetual),
        Estate.Row("dc", "windows-core-datacenter", 6771, Parameters, LicenceKind.Perpetual),
    ]);

    // Nothing: a takes Datacenter, b Standard. 16 cores of Datacenter cover a. 32 cover both, so that b takes what is owned and not the edition that is
    // cheaper to buy. 11 units of Standard cover 6 + 5 sets. 5 of Standard are those of b.
    [Theory]
    [InlineData("dc", 0, "std 5880, dc 6771")]
    [InlineData("dc", 16, "std 5880, dc 0")]
    [InlineData("dc", 32, "dc 0")]
    [InlineData("dc", 1000, "dc 0")]
    [InlineData("std", 176, "std 0")]
    [InlineData("std", 80, "std 0, dc 6771")]
    public void What_is_owned_is_not_bought_again(string product, int cores, string expected) =>
        Assert.Equal(expected, string.Join(", ", Paid(Owned(product, cores)).Select(line => FormattableString.Invariant($"{line.Id} {Amount(line)}"))));

    [Fact]
    public void Without_a_number_as_many_are_owned_as_are_needed() => Assert.Equal(0, Paid(Owned("std", null), Owned("dc", null)).Sum(Amount));

    // Host a alone takes Datacenter: 16 cores, which are 1 unit.
    [Fact]
    public void The_line_says_what_was_needed_owned_and_bought()
    {
        var line = Assert.Single(Paid(Owned("dc", 16)), each => each.Id == "dc");
        Assert.Contains("1 needed, 1 owned, 0 bought", line.Rule.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_owned_never_costs_more_and_never_less_than_nothing()
    {
        foreach (var product in new[] { "std", "dc" })
        {
            var paid = Enumerable.Range(0, 120).Select(pair => Paid(Owned(product, 2 * pair)).Sum(Amount)).ToList();
            Assert.Equal(5880 + 6771, paid[0]);
            Assert.All(paid.Zip(paid.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
            Assert.Equal(0, paid[^1]);
        }
    }

    private static OwnedLicence Owned(string product, int? cores) => new(product, cores, null, null, new SourcePlace("test.yaml"));

    private static decimal Amount(CostLine line) => line.Amount(Currency.Euro)!.Value.Amount;

    private static ImmutableArray<CostLine> Paid(params OwnedLicence[] owned)
    {
        var basis = Basis with { Scenario = Basis.Scenario with { Owned = new OwnedLicences([.. owned], IsSaid: true) } };
        var estate = new LicensedEstate([new LicensedHost("a", 2, 8, 11, 11), new LicensedHost("b", 2, 8, 10, 10)]);
        return PaidOver.TheHorizon(basis, WindowsLines.Of(basis, new WindowsLicences("std", "dc"), estate));
    }
}
