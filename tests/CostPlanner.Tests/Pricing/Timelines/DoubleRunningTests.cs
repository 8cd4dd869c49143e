using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>The platform of today while VMs move, reckoned by hand.</summary>
/// <remarks>The contract ends after month 9; with 12 months of preparation the last VM moves in month 13: 4 months lack.</remarks>
public class DoubleRunningTests
{
    private static readonly DateOnly Ends = new(2027, 6, 30);

    // 64 cores of today's hosts x 190, VVF for one year: 12,160 in month 9, in full, although only 4 of its 12 months are needed.
    [Fact]
    public void A_subscription_is_renewed_for_the_shortest_term_that_can_be_bought() =>
        Assert.Equal([("parallel-vvf-1y", 9, 12_160m)], Paid(Late(Contracted.Contract(Ends))));

    // No contract: 13 months from the start are two terms of a year of the first option that stays: 12,160 in months 0 and 12.
    [Fact]
    public void Without_a_contract_it_is_what_the_first_option_that_stays_needs() =>
        Assert.Equal([("parallel-vvf-1y", 0, 12_160m), ("parallel-vvf-1y", 12, 12_160m)], Paid(Late(null)));

    // Without a row of a shorter term: 64 x 135 = 8,640 in months 9, 21 and 33, the three years that it commits to.
    [Fact]
    public void A_term_that_nothing_is_shorter_than_is_paid_to_its_end()
    {
        var inputs = Late(Contracted.Contract(Ends));
        var single = inputs with { Prices = new PriceBook([.. inputs.Prices.Rows.Where(row => row.Id != "vvf-1y")]) };
        Assert.Equal([("parallel-vvf-3y", 9, 8_640m), ("parallel-vvf-3y", 21, 8_640m), ("parallel-vvf-3y", 33, 8_640m)], Paid(single));
    }

    // An offer of 6 months for 5,000 covers the 4 months: it is paid once, in month 9.
    [Fact]
    public void An_extension_that_the_vendor_quotes_is_paid_instead() =>
        Assert.Equal([("bridge", 9, 5_000m)], Paid(Late(Contracted.Contract(Ends)).Under(scenario => scenario with { Bridge = Bridge(months: 6) })));

    // 3 months do not cover 4: there is no amount, and the total is a lower bound.
    [Fact]
    public void An_extension_that_is_too_short_is_a_hole()
    {
        var costs = Leaving(Late(Contracted.Contract(Ends)).Under(scenario => scenario with { Bridge = Bridge(months: 3) }));
        Assert.False(costs.IsComplete);
        Assert.Equal(["hole.bridge-too-short"], costs.Lines.Where(line => line.IsHole).Select(line => line.Hole!.Id));
    }

    // Owned licences: their support goes on, by terms of 3 months. 4 months are two terms: 12,000 x 3/12 in months 9 and 12.
    [Fact]
    public void Owned_licences_cost_their_support_term_by_term() => Assert.Equal(
        [("parallel-contract", 9, 3_000m), ("parallel-contract", 12, 3_000m)],
        Paid(Late(Contracted.Contract(Ends) with { IsPerpetual = true, RenewalMonths = 3 })));

    // Notice of 3 months is due on 2027-03-30: who does not give it has the contract for 12 months more, at its own price.
    [Fact]
    public void A_contract_that_runs_on_by_itself_costs_what_it_costs() =>
        Assert.Equal([("parallel-contract", 9, 12_000m)], Paid(Late(Contracted.Contract(Ends) with { NoticeMonths = 3 })));

    // Without preparation the move is done in month 1, and the contract lasts to month 9.
    [Fact]
    public void Nothing_is_paid_where_the_contract_outlasts_the_move() =>
        Assert.Empty(Paid(Contracted.Inputs(Contracted.Contract(Ends))));

    // Neither a contract nor an option that stays: nobody says what runs today.
    [Fact]
    public void What_nothing_says_is_asked_for()
    {
        var inputs = Late(null).Under(scenario => scenario with { Baseline = "leave", Options = [.. scenario.Options.Where(option => option.Id != "stay")] });
        Assert.Contains(Leaving(inputs).Lines, line => line.Hole?.Id == "hole.todays-platform");
        Assert.Contains(Contracted.Priced(inputs).Findings, finding => finding.Code == "price-missing" && finding.Mend!.Id == "price-missing.today");
    }

    // A year of horizon: the contract ends after month 7, the move in month 9. A year is paid in month 7: 12,160; 7 of its months lie after the horizon:
    // 12,160 x 7/12 = 7,093.33 are credited in its last month, 11.
    [Fact]
    public void What_is_prepaid_beyond_the_horizon_is_credited() => Assert.Equal(
        [("parallel-vvf-1y", 7, 12_160m), ("prepaid-parallel-vvf-1y", 11, -7_093m)],
        Paid(Contracted.Inputs(Contracted.Contract(new DateOnly(2027, 4, 30)), (AssumptionIds.MigrationPreparation, 8))
            .Under(scenario => scenario with { HorizonYears = 1 })));

    private static CaseInputs Late(TodaysContract? contract) => Contracted.Inputs(contract, (AssumptionIds.MigrationPreparation, 12));

    private static BridgeQuote Bridge(int months) =>
        new(months, new Money(5_000, Currency.Euro), new DateOnly(2026, 9, 15), "reseller", new SourcePlace("test.yaml", Row: 9));

    private static CostSheet Leaving(CaseInputs inputs) => Contracted.Priced(inputs).Options.Single(option => option.Option.Id == "leave").Costs;

    private static IEnumerable<(string, int, decimal)> Paid(CaseInputs inputs) => Leaving(inputs).Lines
        .Where(line => line.Category == CostCategory.DoubleRunning)
        .SelectMany(line => line.Payments.Select(payment => (line.Id, payment.Month, payment.Amount.Amount)));
}
