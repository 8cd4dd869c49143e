using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>The estate as it is, and what is prepaid beyond the horizon, reckoned by hand.</summary>
public class AsTodayTests
{
    private static readonly DateOnly Ends = new(2027, 6, 30);

    // The contract ends after month 9. 12,000 in months 9, 21, 33, 45 and 57; of the last year 9 months lie after the 60 of the horizon: 9,000 back in
    // month 59. Together 51,000.
    [Fact]
    public void The_contract_goes_on_term_after_term() => Assert.Equal(
        [
            ("contract-prolonged", 9, 12_000m), ("contract-prolonged", 21, 12_000m), ("contract-prolonged", 33, 12_000m), ("contract-prolonged", 45, 12_000m),
            ("contract-prolonged", 57, 12_000m), ("prepaid-contract-prolonged", 59, -9_000m),
        ],
        Paid(Contracted.Inputs(Contracted.Contract(Ends)), ScenarioOption.TodayId));

    // 20 VMs of 8 GiB, 10 % more each year: 176, 194, 213, 234 and 258 GiB. A host promises 223, and one may fail: a third of 32 cores from the fourth
    // year on. The contract ends after month 12, and each core more costs 12,000 / 64 = 187.50 a year: 6,000 in months 36 and 48.
    [Fact]
    public void Cores_beyond_todays_cost_what_a_core_of_today_costs()
    {
        var inputs = Contracted.Inputs(Contracted.Contract(new DateOnly(2027, 9, 30)), (AssumptionIds.Growth, 0.1m)).Under(scenario => scenario with { NewHosts = ["new"] });
        var paid = Paid(inputs with { Hosts = new HostCatalogue([Estate.Model(memoryGiB: 256)]) }, ScenarioOption.TodayId);
        Assert.Equal([("contract-beyond", 36, 6_000m), ("contract-beyond", 48, 6_000m)], paid.Where(each => each.Id == "contract-beyond"));
        Assert.Equal([12, 24, 36, 48], paid.Where(each => each.Id == "contract-prolonged").Select(each => each.Month));
    }

    // Without a contract nobody knows what is paid: as today has no total, and the others are ranked among each other.
    [Fact]
    public void Without_a_contract_it_is_asked_for_and_the_others_are_ranked()
    {
        var result = Contracted.Priced(Contracted.Inputs(null));
        var today = result.Options[0];
        Assert.True(today.Option.IsToday);
        Assert.False(today.IsRanked);
        Assert.Equal(["hole.todays-price"], today.Costs.Lines.Where(line => line.IsHole).Select(line => line.Hole!.Id));
        Assert.All(result.Options.Skip(1), option => Assert.True(option.IsRanked));
        Assert.Contains(result.Findings, finding => finding.Code == "price-missing" && finding.Mend!.Id == "price-missing.today");
    }

    // It keeps both hosts, and moves nothing.
    [Fact]
    public void It_keeps_every_host_and_moves_nothing()
    {
        var today = Contracted.Priced(Contracted.Inputs(Contracted.Contract(Ends))).Options[0];
        Assert.Equal(2, today.Plan.HostsUsed);
        Assert.Null(today.Timeline.Move);
    }

    [Fact]
    public void Where_all_is_set_up_anew_there_is_no_today() =>
        Assert.DoesNotContain(
            (Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vvf-3y")) with { IsGreenfield = true }).WithToday(PlatformFamily.VSphere).Options,
            option => option.IsToday);

    [Fact]
    public void The_claim_of_2013_leaves_it_out()
    {
        var inputs = Contracted.Inputs(Contracted.Contract(Ends));
        Assert.DoesNotContain(Studied.Of(inputs).Claim!.Pairs, pair => pair.Kvm == ScenarioOption.TodayId || pair.Other == ScenarioOption.TodayId);
    }

    // A horizon of 12 months, and a contract that ends after month 7: 64 x 135 = 8,640 are due in month 7 for months 7 to 18. 7 of its 12 months lie after
    // the horizon: 8,640 x 7/12 = 5,040 are credited in month 11, and 3,600 are left.
    [Fact]
    public void A_year_paid_in_month_7_of_12_is_paid_in_full_and_5_months_of_it_are_left() => Assert.Equal(
        [("vvf-3y", 7, 8_640m), ("prepaid-vvf-3y", 11, -5_040m)],
        Paid(Contracted.Inputs(Contracted.Contract(new DateOnly(2027, 4, 30))).Under(scenario => scenario with { HorizonYears = 1 }), "stay"));

    // Every contract, every baseline, small estates: what an option costs is its own affair.
    [Fact]
    public void The_total_of_every_option_is_the_same_whichever_is_the_baseline() => AtRandom.ForSeeds(40, seed =>
    {
        var draw = new Random(seed);
        TodaysContract? contract = draw.Next(4) == 0 ? null : Contracted.Contract(new DateOnly(2026, 10, 31).AddMonths(draw.Next(40))) with
        {
            IsPerpetual = draw.Next(2) == 0,
            NoticeMonths = draw.Next(3),
            RenewalMonths = draw.Next(1, 25),
            Products = draw.Next(3) == 0 ? [] : ["vvf-3y"],
        };
        var inputs = Contracted.Inputs(
            contract,
            (AssumptionIds.MigrationPreparation, draw.Next(0, 20)), (AssumptionIds.Growth, draw.Next(0, 3) * 0.1m), (AssumptionIds.RiseLicences, draw.Next(0, 3) * 0.03m))
            with { Inventory = Estate.Alike(draw.Next(1, 4), draw.Next(1, 30)) };
        var totals = inputs.Scenario.Options
            .Select(baseline => Contracted.Priced(inputs.Under(scenario => scenario with { Baseline = baseline.Id })))
            .Select(result => string.Join("; ", result.Options.Select(option => $"{option.Option.Id} {option.Costs.Total} {option.Costs.IsComplete} {option.IsRanked}")));
        return totals.Distinct(StringComparer.Ordinal).Count() == 1;
    });

    private static List<(string Id, int Month, decimal Amount)> Paid(CaseInputs inputs, string option) =>
    [
        .. Contracted.Priced(inputs).Options.Single(each => each.Option.Id == option).Costs.Lines
            .Where(line => line.Category == CostCategory.PlatformLicences)
            .SelectMany(line => line.Payments.Select(payment => (line.Id, payment.Month, payment.Amount.Amount))),
    ];
}
