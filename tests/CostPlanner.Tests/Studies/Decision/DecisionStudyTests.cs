using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Decision;
using CostPlanner.Studies.Sides;
using CostPlanner.Studies.Uncertainty;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Studies.Decision;

/// <summary>Every verdict, date and step, from cases that can be reckoned by hand.</summary>
/// <remarks>
/// Without a discount rate, and with a contract that ends with the third month: staying costs 64 cores x 135 x (5 - 3/12) years = 41,040 for its licences, leaving
/// 2,200 x 5 for those of its own and 10,150 for the move, 21,150; all else is the same of both. So leaving saves 19,890.
/// </remarks>
public sealed class DecisionStudyTests
{
    private static readonly DateOnly Ends = new(2026, 12, 31);

    private static DecisionRules Rules { get; } = DecisionRuleFile.Read(Repository.Data).Value!;

    private static CaseInputs Inputs(TodaysContract? contract, params (string, decimal)[] assumptions) =>
        Contracted.Inputs(contract, [("discount-rate", 0), .. assumptions]) with { Decisions = Rules };

    private static DecisionStudy Decided(CaseInputs inputs) => DecisionStudy.Of(Contracted.Priced(inputs), null);

    /// <summary>With trials in which leaving saves what it does at the point, and so much more or less, evenly.</summary>
    private static DecisionStudy Drawn(CaseInputs inputs, decimal spread)
    {
        var @case = Contracted.Priced(inputs);
        var (stay, leave) = (@case.Options.Single(each => each.Option.Id == "stay"), @case.Options.Single(each => each.Option.Id == "leave"));
        var plan = Simulated.Plan(Simulated.Uniform("x", -1, 1)) with { Baseline = 0, Main = new OptionPair(2, 1) };
        var trials = Simulated.Run(plan, values => new TrialOutcome(
        [
            new OptionOutcome(@case.Options[0].PresentCost.Amount, null) { Products = [default] },
            new OptionOutcome(stay.PresentCost.Amount, null) { Products = [new ProductOutcome(41_040, 135)] },
            new OptionOutcome(leave.PresentCost.Amount + (values[0] * spread), null) { Products = [default] },
        ]));
        return DecisionStudy.Of(@case, new UncertaintyStudy(trials, 1, 0.05, "the saving", null, [], null));
    }

    [Fact]
    public void Leaving_that_is_nearly_always_the_cheaper_is_the_verdict()
    {
        var decision = Drawn(Inputs(Contracted.Contract(Ends)), spread: 10_000);
        Assert.Equal((VerdictKind.Leave, 19_890m), (decision.Verdict, decision.Saving!.Value.Amount));
        Assert.Equal(new StayOrLeave(1, 2), decision.Sides);
    }

    // Moving a VM costs 5,000 in place of 500: 90,000 more for the 20 of them, so that leaving is the dearer by 70,110.
    [Fact]
    public void Staying_is_where_leaving_is_nearly_always_the_dearer()
    {
        var inputs = Dear();
        Assert.Equal(-70_110m, Decided(inputs).Saving!.Value.Amount);
        Assert.Equal(VerdictKind.Stay, Drawn(inputs, spread: 10_000).Verdict);
    }

    // 19,890 saved, and 30,000 more or less: the cheaper in (19,890 + 30,000) / 60,000 = 83.2 % of trials; with 40,000 in 74.9 %.
    [Theory]
    [InlineData(30_000, VerdictKind.Leave)]
    [InlineData(40_000, VerdictKind.Open)]
    public void Equal_within_the_noise_is_left_open(int spread, VerdictKind verdict) =>
        Assert.Equal(verdict, Drawn(Inputs(Contracted.Contract(Ends)), spread).Verdict);

    [Fact]
    public void Without_trials_the_point_decides_and_it_is_said() => Assert.Equal(
        (VerdictKind.LeaveUndrawn, VerdictKind.StayUndrawn), (Decided(Inputs(Contracted.Contract(Ends))).Verdict, Decided(Dear()).Verdict));

    [Fact]
    public void One_side_alone_is_no_comparison()
    {
        Assert.Equal(VerdictKind.OnlyStay, Decided(Without(Inputs(Contracted.Contract(Ends)), "leave")).Verdict);

        // Without the other option the estate as it is stands for staying.
        var today = Decided(Without(Inputs(Contracted.Contract(Ends)), "stay"));
        Assert.Equal((VerdictKind.LeaveUndrawn, new StayOrLeave(0, 1)), (today.Verdict, today.Sides));
        Assert.Equal(VerdictKind.OnlyLeave, Decided(Without(Inputs(null), "stay").Under(scenario => scenario with { IsGreenfield = true, Options = [scenario.Options[1]], Baseline = "leave" })).Verdict);
    }

    [Fact]
    public void Where_nothing_has_a_price_there_is_no_answer()
    {
        var inputs = Inputs(Contracted.Contract(Ends));
        var unpriced = inputs with { Prices = new PriceBook([.. inputs.Prices.Rows.Select(row => row with { Price = null })]) };
        var decision = Decided(unpriced.Under(scenario => scenario with { Contract = scenario.Contract! with { PerYear = null } }));
        Assert.Equal((VerdictKind.NoAnswer, new StayOrLeave(null, null)), (decision.Verdict, decision.Sides));
        Assert.Contains(decision.Steps, step => step.Step == NextStep.FillPrices);
    }

    [Fact]
    public void Where_all_options_lack_something_none_is_recommended()
    {
        var inputs = Inputs(null).Under(scenario => scenario with { Requires = ["live-migration"], Contract = null });
        Assert.Equal(VerdictKind.RequirementsUnmet, Decided(inputs).Verdict);
    }

    [Fact]
    public void Without_rules_nothing_is_recommended() =>
        Assert.Null(Decided(Inputs(Contracted.Contract(Ends)) with { Decisions = DecisionRules.None }).Verdict);

    // p* = 135 x 21,150 / 41,040 = 69.572...: at 69.57 a core and year staying costs as much.
    [Fact]
    public void The_walk_away_price_is_that_at_which_staying_costs_as_much_as_leaving()
    {
        var price = Assert.Single(Decided(Inputs(Contracted.Contract(Ends))).WalkAways);
        Assert.Equal(("vvf-3y", 135m, CostTiming.Yearly), (price.Product, price.Paid.Amount, price.Timing));
        Assert.Equal(135m * 21_150 / 41_040, price.AtPoint.Amount, 6);
        Assert.Equal((null, null), (price.AtHalf, price.Clear));
    }

    // The price really is the one at which the case has no difference.
    [Fact]
    public void At_the_walk_away_price_the_case_itself_has_no_difference()
    {
        var inputs = Inputs(Contracted.Contract(Ends), ("discount-rate", 0.07m));
        var price = Decided(inputs).WalkAways[0].AtPoint;
        var there = Decided(inputs.Under(scenario => scenario with
        {
            Quotes = [new Quote("vvf-3y", price, new DateOnly(2026, 9, 1), "the test", new SourcePlace("test.yaml"))],
        }));
        Assert.Equal(0m, there.Saving!.Value.Amount, 0);
    }

    // Leaving costs 20,000 more or less, evenly: p* is 135 x (21,150 + 20,000 x) / 41,040, whose median is that of the point and whose 80 % quantile
    // has x = 0.6: 135 x 33,150 / 41,040 = 109.05.
    [Fact]
    public void In_trials_it_is_told_for_half_of_them_and_for_four_of_five()
    {
        var price = Assert.Single(Drawn(Inputs(Contracted.Contract(Ends)), spread: 20_000).WalkAways);
        Assert.InRange(price.AtHalf!.Value.Amount, 68m, 71m);
        Assert.InRange(price.Clear!.Value.Amount, 107.5m, 110.5m);
    }

    // The move is done a month after the day of the case, so that it has to begin by 1 December to end with the contract.
    [Fact]
    public void The_last_day_is_when_the_move_has_to_begin()
    {
        var by = Decided(Inputs(Contracted.Contract(Ends))).By;
        Assert.Equal((Ends, new DateOnly(2026, 12, 1), 1, false), (by.Ends, by.BeginMove, by.MoveMonths, by.IsMoveLate));
        Assert.Equal(new DateOnly(2026, 12, 1), by.LastDay);
    }

    [Fact]
    public void A_move_that_takes_longer_than_the_contract_is_late_and_the_end_of_the_contract_is_the_last_day()
    {
        var decision = Decided(Inputs(Contracted.Contract(Ends), ("migration-preparation", 12)));
        Assert.Equal((true, Ends), (decision.By.IsMoveLate, decision.By.LastDay));
        Assert.Contains(decision.Steps, step => step.Step == NextStep.AskExtension);
    }

    [Fact]
    public void Notice_comes_before_the_move_where_it_is_due_earlier()
    {
        var decision = Decided(Inputs(Contracted.Contract(Ends) with { NoticeMonths = 2 }));
        Assert.Equal((new DateOnly(2026, 10, 31), new DateOnly(2026, 10, 31)), (decision.By.Notice, decision.By.LastDay));
        Assert.Contains(new DatedStep(NextStep.GiveNotice, new DateOnly(2026, 10, 31)), decision.Steps);
        Assert.Contains(new DatedStep(NextStep.Decide, new DateOnly(2026, 10, 31)), decision.Steps);
    }

    // Six months' notice of a contract that ends on 2026-12-31 was due in June: it runs on for a year.
    [Fact]
    public void Past_notice_the_contract_runs_on()
    {
        var decision = Decided(Inputs(Contracted.Contract(Ends) with { NoticeMonths = 6 }));
        Assert.Equal((true, new DateOnly(2027, 12, 31)), (decision.By.IsNoticePast, decision.By.Ends));
        Assert.DoesNotContain(decision.Steps, step => step.Step == NextStep.GiveNotice);
    }

    [Fact]
    public void Without_a_contract_there_is_no_day_and_the_first_step_is_to_find_out()
    {
        var decision = Decided(Inputs(null));
        Assert.Equal((null, null), (decision.By.Ends, decision.By.LastDay));
        Assert.Equal(new DatedStep(NextStep.EnterContract, new DateOnly(2026, 10, 15)), decision.Steps[0]);
    }

    // Today's 12,000 a year for 4.75 years are 57,000; at 1,000 a year they are 4,750, less than the 21,150 of leaving and the 41,040 of staying.
    [Fact]
    public void Going_on_as_today_is_said_to_be_the_cheapest_where_it_is()
    {
        Assert.Null(Decided(Inputs(Contracted.Contract(Ends))).TodayIsCheaper);
        Assert.Equal(16_400m, Decided(Inputs(Contracted.Contract(Ends) with { PerYear = new Money(1_000, Currency.Euro) })).TodayIsCheaper!.Value.Amount);
    }

    private static CaseInputs Dear() => Inputs(Contracted.Contract(Ends), ("migration-per-vm", 5_000));

    private static CaseInputs Without(CaseInputs inputs, string option) =>
        inputs.Under(scenario => scenario with { Baseline = "today", Options = [.. scenario.Options.Where(each => each.Id != option)] });
}
