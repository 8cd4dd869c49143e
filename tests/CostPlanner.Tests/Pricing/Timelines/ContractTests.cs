using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Studies;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Timelines;

public class ContractTests
{
    // The scenario's day is 2026-10-01. A contract that ends on 2028-06-30 covers the months that begin by then: 2026-10 to 2028-06, 21 months. It is
    // paid on 1 July: that of 2026 is sunk, that of 2027 lies in month 9, and 2028-07-01 is after the end.
    [Fact]
    public void A_contract_is_owed_to_its_end_and_no_further()
    {
        var course = Of(new DateOnly(2028, 6, 30))!;
        Assert.Equal(21, course.Ends);
        Assert.Equal([(9, 1m)], course.Owed);
        Assert.False(course.IsProlonged);
        Assert.Null(course.NoticeBy);
    }

    // Notice of 3 months to 2026-12-31 was due on 2026-09-30, the day before: it runs on for 12 months, paid in month 3.
    [Fact]
    public void A_notice_that_is_past_prolongs_it()
    {
        var course = Of(new DateOnly(2026, 12, 30), notice: 3)!;
        Assert.Equal(new DateOnly(2026, 9, 30), course.NoticeBy);
        Assert.True(course.IsProlonged);
        Assert.Equal([(3, 1m)], course.Owed);
        Assert.Equal(15, course.Ends);
    }

    [Fact]
    public void A_notice_due_on_the_scenarios_day_is_in_time() => Assert.False(Of(new DateOnly(2027, 1, 1), notice: 3)!.IsProlonged);

    // Ends after month 6; needed to month 20 in terms of 6 months: from months 6, 12 and 18, each half a year.
    [Fact]
    public void It_is_prolonged_term_by_term() =>
        Assert.Equal([(6, 0.5m), (12, 0.5m), (18, 0.5m)], Of(new DateOnly(2027, 3, 31), renewal: 6)!.ProlongedTo(20));

    // A subscription of 12,000 a year that ends after month 9: 9 months are paid already. The option that stays buys its own licences from month 9 on:
    // 5 payments of 100 x 64 cores, of the last of which 9 of 12 months are credited: 5 years less 9 months. One that leaves is done in month 1 and pays
    // nothing on.
    [Fact]
    public void Licences_of_an_option_that_stays_begin_where_the_contract_ends()
    {
        var result = Case(new DateOnly(2027, 6, 30), perpetual: false);
        var stay = Costs(result, "stay");
        Assert.Equal(9, stay.Lines.Single(line => line.Id == "vs").Payments[0].Month);
        Assert.Equal(6_400m * 51 / 12, stay.TotalOf(CostCategory.PlatformLicences).Amount);
        Assert.Equal(0m, stay.TotalOf(CostCategory.TodaysContract).Amount);
        Assert.DoesNotContain(Costs(result, "leave").Lines, line => line.Id.StartsWith("parallel-", StringComparison.Ordinal));
    }

    // The same with 12 months of preparation: leaving needs the platform of today in months 9 to 12, which costs a year of what staying costs.
    [Fact]
    public void Who_leaves_late_pays_on_what_staying_costs() =>
        Assert.Equal(6_400m, Costs(Case(new DateOnly(2027, 6, 30), perpetual: false, (AssumptionIds.MigrationPreparation, 12)), "leave").Lines.Single(line => line.Id == "parallel-vs").Amount(Currency.Euro)!.Value.Amount);

    // Staying has no price, but its licences begin in month 9, and who leaves is done in month 1: that total lacks nothing.
    [Fact]
    public void Who_leaves_before_the_contract_ends_needs_no_price_of_staying()
    {
        var result = Case(new DateOnly(2027, 6, 30), perpetual: false, price: null);
        Assert.False(Costs(result, "stay").IsComplete);
        Assert.True(Costs(result, "leave").IsComplete);
    }

    // Licences that are owned: their support of 12,000 a year goes on, in month 9, 21, 33, 45 and 57, of the last of which 9 of 12 months are
    // credited: 51,000; nothing is bought.
    [Fact]
    public void Owned_licences_cost_their_support_only()
    {
        var stay = Costs(Case(new DateOnly(2027, 6, 30), perpetual: true), "stay");
        Assert.Equal(["contract-prolonged", "prepaid-contract-prolonged"], stay.Lines.Where(line => line.Category == CostCategory.PlatformLicences).Select(line => line.Id));
        Assert.Equal(51_000m, stay.TotalOf(CostCategory.PlatformLicences).Amount);
        Assert.Contains("sunk", stay.Lines.Single(line => line.Id == "contract-prolonged").Rule.Words(), StringComparison.Ordinal);
    }

    // 20 VMs of 8 GiB, 10 % more each year: 176, 194, 213, 234 and 258 GiB. A host promises (256 - 7.7) x 0.9 = 223: one of the two hosts of today does for
    // three years, then both run. The licences of both are owned, so that none is bought.
    [Fact]
    public void Owned_licences_are_those_of_all_hosts_of_today()
    {
        var inputs = Inputs(new DateOnly(2026, 10, 31), perpetual: true, 100, (AssumptionIds.Growth, 0.1m));
        var result = Studied.Of(inputs with { Scenario = inputs.Scenario with { Failover = 0 } });
        Assert.Equal([1, 1, 1, 2, 2], result.Options[0].Stages.Select(stage => stage.Plan.HostsUsed));
        var stay = Costs(result, "stay");
        Assert.Equal(["contract-prolonged", "prepaid-contract-prolonged"], stay.Lines.Where(line => line.Category == CostCategory.PlatformLicences).Select(line => line.Id));
    }

    // The same estate, the contract to month 60, and a new host of 32 cores bought for the fifth year: 258 GiB and one host that may fail need three.
    // 96 cores run then, those of today are 64, and the contract is all that is paid for them.
    [Fact]
    public void Cores_beyond_those_of_today_under_the_contract_are_pointed_out()
    {
        var inputs = Inputs(new DateOnly(2031, 9, 30), perpetual: false, 100, (AssumptionIds.Growth, 0.1m));
        var grown = inputs with { Scenario = inputs.Scenario with { NewHosts = ["new"] }, Hosts = new HostCatalogue([Estate.Model(memoryGiB: 256)]) };
        Assert.Contains(Studied.Of(grown).Findings, finding => finding.Code == "contract-outgrown" && finding.Message.Contains("96 cores run, the hosts of today have 64", StringComparison.Ordinal));
        Assert.DoesNotContain(Studied.Of(inputs).Findings, finding => finding.Code == "contract-outgrown");
    }

    [Fact]
    public void What_is_owed_is_the_same_in_every_option()
    {
        var result = Case(new DateOnly(2028, 6, 30), perpetual: false);
        Assert.Equal([12_000m, 12_000m], result.Options.Select(option => option.Costs.TotalOf(CostCategory.TodaysContract).Amount));
    }

    private static CostSheet Costs(CaseStudy result, string id) => result.Options.Single(option => option.Option.Id == id).Costs;

    private static ContractTerm? Of(DateOnly ends, int notice = 0, int renewal = 12) =>
        ContractTerm.Of(Estate.Scenario() with { Contract = Contract(ends, perpetual: false) with { NoticeMonths = notice, RenewalMonths = renewal } });

    private static TodaysContract Contract(DateOnly ends, bool perpetual) => new()
    {
        Name = "ELA of 2023",
        Products = ["vs"],
        Ends = ends,
        PerYear = new Money(12_000, Currency.Euro),
        IsPerpetual = perpetual,
        PaidOnce = perpetual ? new Money(48_000, Currency.Euro) : null,
        Place = new SourcePlace("test.yaml", Row: 3),
    };

    // Two hosts of 2 x 16 cores for 20 small VMs, one of which may fail; both are kept.
    private static CaseStudy Case(DateOnly ends, bool perpetual, params (string, decimal)[] assumptions) => Case(ends, perpetual, 100, assumptions);

    private static CaseStudy Case(DateOnly ends, bool perpetual, decimal? price, params (string, decimal)[] assumptions) => Studied.Of(Inputs(ends, perpetual, price, assumptions));

    private static CaseInputs Inputs(DateOnly ends, bool perpetual, decimal? price, params (string, decimal)[] assumptions) => new(
        Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vs"), Estate.Option("leave", PlatformFamily.Kvm, "px")) with { Contract = Contract(ends, perpetual) },
        Estate.Alike(hosts: 2, vms: 20),
        new PriceBook([Estate.Row("vs", "core", price, "min-per-socket=16"), Estate.Row("px", "socket", 550)]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([]),
        Assumed.With(assumptions));
}
