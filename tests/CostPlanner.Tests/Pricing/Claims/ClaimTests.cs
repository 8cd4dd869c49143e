using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;
using static CostPlanner.Pricing.Lines.CostCategory;

namespace CostPlanner.Tests.Pricing.Claims;

public sealed class ClaimTests
{
    private static readonly FeatureSet Any = Editions.Set("f");

    // List prices of 2013 for a host of two sockets over 3 years (their arithmetic: WorkedExamplesTests), RHEV 3 Standard 999 x 3 = 2,997:
    //   against vSphere 5 Enterprise      10,062.50: 7,065.50 / 10,062.50 = 70.2 %
    //   against vSphere 5 Enterprise Plus 12,232.50: 9,235.50 / 12,232.50 = 75.5 %
    //   against vSphere 5 Standard         3,482.50:   485.50 /  3,482.50 = 13.9 %
    //   against XenServer 6.2 annual       3,000   :     3.00 /  3,000.00 =  0.1 %
    [Theory]
    [InlineData("10062.50", "0.702", ClaimVerdict.Holds)]
    [InlineData("12232.50", "0.755", ClaimVerdict.Holds)]
    [InlineData("3482.50", "0.139", ClaimVerdict.DoesNotHold)]
    [InlineData("3000", "0.001", ClaimVerdict.DoesNotHold)]
    public void RHEV_at_the_list_prices_of_2013(string other, string share, ClaimVerdict verdict)
    {
        var cell = Cell(Sheets.Of((PlatformLicences, 2997)), Sheets.Of((PlatformLicences, Number(other))));
        Assert.Equal((Number(share), verdict, null), (decimal.Round(cell.Share!.Value, 3), cell.Verdict, cell.Reason?.Words()));
    }

    // Unlicensed XenServer 6.2 costs nothing: RHEV is a loss, and there is nothing that it could be a share of.
    [Fact]
    public void Against_what_costs_nothing_there_is_no_share()
    {
        var cell = Cell(Sheets.Of((PlatformLicences, 2997)), Sheets.Of((PlatformLicences, 0)));
        Assert.Equal((null, ClaimVerdict.NoAnswer, "other: costs nothing in this scope"), (cell.Share, cell.Verdict, cell.Reason?.Words()));
    }

    [Theory]
    [InlineData(41, ClaimVerdict.DoesNotHold)]
    [InlineData(40, ClaimVerdict.Holds)]
    [InlineData(10, ClaimVerdict.Holds)]
    [InlineData(9, ClaimVerdict.Exceeds)]
    [InlineData(0, ClaimVerdict.Exceeds)]
    [InlineData(300, ClaimVerdict.DoesNotHold)]
    public void The_two_figures_of_the_claim_belong_to_it(int kvm, ClaimVerdict verdict)
    {
        var cell = Cell(Sheets.Of((PlatformLicences, kvm)), Sheets.Of((PlatformLicences, 100)));
        Assert.Equal((1 - (kvm / 100m), verdict), (cell.Share, cell.Verdict));
    }

    // Licences 20 of 100; with hardware, upkeep, energy and rack 20 + 4 x 10 = 60 of 140; with all else 60 + 4 x 10 = 100 of 150.
    [Fact]
    public void Each_scope_counts_more()
    {
        var kvm = Sheets.Of((PlatformLicences, 20), (Hardware, 10), (HardwareMaintenance, 10), (CostCategory.Energy, 10), (Rack, 10), (GuestLicences, 10), (Staff, 10), (CostCategory.Migration, 10), (Training, 10));
        var other = Sheets.Of((PlatformLicences, 100), (Hardware, 10), (HardwareMaintenance, 10), (CostCategory.Energy, 10), (Rack, 10), (GuestLicences, 5), (Staff, 5));

        Assert.Equal(80 / 100m, Cell(kvm, other).Share);
        Assert.Equal(80 / 140m, Cell(kvm, other, ClaimScope.PlatformAndHardware).Share);
        Assert.Equal(50 / 150m, Cell(kvm, other, ClaimScope.Everything).Share);
    }

    [Fact]
    public void Each_term_has_its_own_sheet()
    {
        var kvm = Sheets.Candidate("kvm", PlatformFamily.Kvm, Any, Sheets.Of((PlatformLicences, 50))) with
        {
            Costs = ImmutableSortedDictionary<int, ClaimCosts>.Empty.Add(1, Licences(50)).Add(3, Licences(30)).Add(5, Licences(null)),
        };
        var cells = Answer(kvm, Other(Sheets.Of((PlatformLicences, 100)))).Pairs.Single().Cells.Where(cell => cell.Scope == ClaimScope.PlatformLicences);

        Assert.Equal([(1, 0.5m), (3, 0.7m), (5, (decimal?)null)], cells.Select(cell => (cell.Years, cell.Share)));

        static ClaimCosts Licences(int? amount) => new(Sheets.Of((PlatformLicences, amount)), Sheets.Of((PlatformLicences, amount)));
    }

    // One keeps its hosts, the other buys new ones: what they differ by is not the platform.
    [Fact]
    public void Options_that_do_other_things_with_the_hosts_are_not_compared()
    {
        var kvm = Sheets.Candidate("kvm", PlatformFamily.Kvm, Any, Sheets.Of((PlatformLicences, 20)));
        Assert.Single(Answer(kvm, Other(Sheets.Of((PlatformLicences, 100)))).Pairs);
        Assert.Empty(Answer(kvm with { Hosts = HostPolicy.Refresh }, Other(Sheets.Of((PlatformLicences, 100)))).Pairs);
    }

    // Set up anew KVM costs 20 of 100; with the contract of today and the move 70 of 100.
    [Fact]
    public void Platforms_are_compared_anew_and_everything_as_it_is()
    {
        var other = Sheets.Of((PlatformLicences, 100));
        var kvm = Sheets.Candidate("kvm", PlatformFamily.Kvm, Any, other) with
        {
            Costs = ClaimTerms.Years.ToImmutableSortedDictionary(years => years, _ => new ClaimCosts(Sheets.Of((PlatformLicences, 20)), Sheets.Of((PlatformLicences, 10), (CostCategory.Migration, 60)))),
        };
        var cells = Answer(kvm, Other(other)).Pairs.Single().Cells.Where(cell => cell.Years == 5).ToDictionary(cell => cell.Scope, cell => cell.Share);
        Assert.Equal(0.8m, cells[ClaimScope.PlatformLicences]);
        Assert.Equal(0.8m, cells[ClaimScope.PlatformAndHardware]);
        Assert.Equal(0.3m, cells[ClaimScope.Everything]);
    }

    [Fact]
    public void A_missing_price_leaves_its_scopes_without_an_answer()
    {
        var (kvm, other) = (Sheets.Of((PlatformLicences, 10), (Hardware, null)), Sheets.Of((PlatformLicences, 100), (Hardware, 100)));

        Assert.Equal(0.9m, Cell(kvm, other).Share);
        Assert.Equal((null, ClaimVerdict.NoAnswer, "kvm lacks a price: Hardware"), Seen(Cell(kvm, other, ClaimScope.PlatformAndHardware)));
        Assert.Equal((null, ClaimVerdict.NoAnswer, "other lacks a price: Hardware"), Seen(Cell(other, kvm, ClaimScope.Everything)));

        static (decimal?, ClaimVerdict, string?) Seen(ClaimCell cell) => (cell.Share, cell.Verdict, cell.Reason?.Words());
    }

    [Fact]
    public void Without_a_plan_that_holds_there_is_no_answer()
    {
        var cell = Answer(Kvm(Sheets.Of((PlatformLicences, 1))) with { PlanHolds = false }, Other(Sheets.Of((PlatformLicences, 2)))).Pairs[0].Cells[0];
        Assert.Equal((null, "kvm: no plan that holds"), (cell.Share, cell.Reason?.Words()));
    }

    [Fact]
    public void Every_KVM_option_meets_every_other_and_none_of_its_own()
    {
        var sheet = Sheets.Of((PlatformLicences, 1));
        var answer = Claim.Answer(
            [
                Sheets.Candidate("vs", PlatformFamily.VSphere, Any, sheet), Sheets.Candidate("k1", PlatformFamily.Kvm, Editions.Set(""), sheet),
                Sheets.Candidate("k2", PlatformFamily.Kvm, Any, sheet), Sheets.Candidate("xs", PlatformFamily.Xen, Editions.Set("", "f"), sheet),
            ],
            ["f"],
            Assumed.Plain);

        Assert.Equal(["k1-vs", "k1-xs", "k2-vs", "k2-xs"], answer.Pairs.Select(pair => $"{pair.Kvm}-{pair.Other}"));
        Assert.Equal([false, true, true, true], answer.Pairs.Select(pair => pair.IsEqual));
        Assert.All(answer.Pairs, pair => Assert.Equal(9, pair.Cells.Select(cell => (cell.Scope, cell.Years)).Distinct().Count()));
        Assert.Equal((0.6m, 0.9m), (answer.Low, answer.High));
    }

    private static ClaimCell Cell(CostSheet kvm, CostSheet other, ClaimScope scope = ClaimScope.PlatformLicences) =>
        Answer(Kvm(kvm), Other(other)).Pairs.Single().Cells.First(cell => cell.Scope == scope);

    private static ClaimAnswer Answer(params ClaimCandidate[] options) => Claim.Answer([.. options], ["f"], Assumed.Plain);

    private static ClaimCandidate Kvm(CostSheet costs) => Sheets.Candidate("kvm", PlatformFamily.Kvm, Any, costs);

    private static ClaimCandidate Other(CostSheet costs) => Sheets.Candidate("other", PlatformFamily.Xen, Any, costs);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
