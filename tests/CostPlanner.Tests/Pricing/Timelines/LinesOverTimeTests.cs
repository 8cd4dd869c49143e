using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Pricing.Timelines;

public class LinesOverTimeTests
{
    private const int Months = 60;

    // 10 units from the start, 14 from month 24 (a year's beginning): 10, 10, 14, 14, 14 years.
    [Fact]
    public void More_from_a_year_on_is_paid_from_that_year_on() =>
        Assert.Equal([(0, 1000m), (12, 1000m), (24, 1400m), (36, 1400m), (48, 1400m)], Paid(CostTiming.Yearly, (0, 24, 10), (24, Months, 14)));

    // 4 more from month 18 on: half a year of them is paid then, 4 x 100 x 6/12 = 200, and the whole from the next year on.
    [Fact]
    public void What_is_added_within_a_year_is_paid_for_the_months_left_of_it() =>
        Assert.Equal([(0, 1000m), (12, 1000m), (18, 200m), (24, 1400m), (36, 1400m), (48, 1400m)], Paid(CostTiming.Yearly, (0, 18, 10), (18, Months, 14)));

    // Needed from month 9 on: paid in months 9, 21, 33, 45 and 57, in full; of the last year 9 of 12 months lie after the horizon: 750 are credited in month 59.
    [Fact]
    public void A_year_is_paid_in_full_and_what_lies_after_the_horizon_is_credited() =>
        Assert.Equal([(9, 1000m), (21, 1000m), (33, 1000m), (45, 1000m), (57, 1000m), (59, -750m)], Paid(CostTiming.Yearly, (9, Months, 10)));

    // 24 hosts until month 7, then 16: the year paid in month 0 is not paid back, the next is for 16.
    [Fact]
    public void What_is_no_longer_needed_is_not_paid_back_and_not_paid_again() =>
        Assert.Equal([(0, 2400m), (12, 1600m), (24, 1600m), (36, 1600m), (48, 1600m)], Paid(CostTiming.Yearly, (0, 7, 24), (7, Months, 16)));

    [Fact]
    public void Months_are_paid_as_they_come()
    {
        var paid = Paid(CostTiming.Monthly, (0, 7, 2), (7, Months, 1));
        Assert.Equal(Months, paid.Length);
        Assert.Equal((7 * 200) + (53 * 100), paid.Sum(payment => payment.Amount));
    }

    // 3, then 5, then 4, then 6: 3 are bought, 2 more, none, 1 more.
    [Fact]
    public void What_is_bought_is_what_lacks() =>
        Assert.Equal([(0, 300m), (12, 200m), (36, 100m)], Paid(CostTiming.Once, (0, 12, 3), (12, 24, 5), (24, 36, 4), (36, Months, 6)));

    // 3 % a year on 1,000: 1,000, 1,030, 1,060.90, 1,092.73, 1,125.51; booked in whole euros with the remainder carried: 1,061 then 1,093 - 0.10 ...
    [Fact]
    public void Subscriptions_rise_each_year_without_a_term() =>
        Assert.Equal(5309m, Paid(Assumed.With((AssumptionIds.RiseLicences, 0.03m)), Line(10, CostTiming.Yearly), Months).Sum(payment => payment.Amount));

    // The same with a price held for 3 years: 1,000 three times, then 1,000 x 1.03^3 = 1,092.73 twice: 5,185.45.
    [Fact]
    public void A_price_is_held_for_its_term() =>
        Assert.Equal(5185m, Paid(Assumed.With((AssumptionIds.RiseLicences, 0.03m)), Line(10, CostTiming.Yearly) with { TermYears = 3 }, Months).Sum(payment => payment.Amount));

    // 2 servers of 10,000 in month 0 and 1 more in month 24 with a life of 36 months, horizon 60. Replaced in month 36: 2. The third wears out in month 60.
    // At the end the two of month 36 have 12 of 36 months left: 2 x 12/36 x 0.5 = 1/3 of a price = 3,333.
    [Fact]
    public void Servers_are_replaced_at_the_end_of_their_life_and_what_is_left_is_credited()
    {
        var assumptions = Assumed.With((AssumptionIds.HostLife, 3), (AssumptionIds.ResaleShare, 0.5m));
        var server = Line(2, CostTiming.Once) with { Category = CostCategory.Hardware, PaidPrice = new Money(10_000, Currency.Euro) };
        var basis = Basis(assumptions);
        var lines = LinesOverTime.Of(basis, [new LineSpan(0, 24, [basis.Book(server)]), new LineSpan(24, Months, [basis.Book(server with { Quantity = 3 })])]);
        Assert.Equal([(0, 20_000m), (24, 10_000m), (36, 20_000m)], lines[0].Payments.Select(payment => (payment.Month, payment.Amount.Amount)));
        Assert.Equal([(59, -3_333m)], lines[1].Payments.Select(payment => (payment.Month, payment.Amount.Amount)));
    }

    [Fact]
    public void A_hole_in_one_span_is_a_hole() =>
        Assert.Equal("no price", LinesOverTime.Of(
            Basis(Assumed.Plain), [new LineSpan(0, 12, [Line(1, CostTiming.Yearly)]), new LineSpan(12, Months, [Line(1, CostTiming.Yearly) with { Hole = "no price" }])])[0].Hole);

    [Fact]
    public void What_may_not_be_used_from_some_month_on_is_refused_and_lacks_no_price() =>
        Assert.True(LinesOverTime.Of(
            Basis(Assumed.Plain), [new LineSpan(0, 12, [Line(1, CostTiming.Yearly)]), new LineSpan(12, Months, [Line(2, CostTiming.Yearly) with { Hole = "for 3 hosts", IsRefused = true }])])[0].IsRefused);

    // More at any time never costs less, however it is paid.
    [Fact]
    public void More_never_costs_less() =>
        Prop.ForAll(
            Gen.Choose(0, 2).ToArbitrary(),
            Gen.Choose(0, 20).ArrayOf(5).ToArbitrary(),
            Gen.Choose(0, 4).ToArbitrary(),
            (timing, years, raised) => Total((CostTiming)timing, years) <= Total((CostTiming)timing, [.. years.Select((quantity, year) => quantity + (year == raised ? 1 : 0))]))
        .Holds();

    private static decimal Total(CostTiming timing, int[] years) =>
        Paid(timing, [.. years.Select((quantity, year) => (year * 12, (year + 1) * 12, (decimal)quantity))]).Sum(payment => payment.Amount);

    private static ImmutableArray<(int Month, decimal Amount)> Paid(CostTiming timing, params (int From, int To, decimal Quantity)[] spans)
    {
        var basis = Basis(Assumed.Plain);
        var lines = LinesOverTime.Of(basis, spans.Select(span => new LineSpan(span.From, span.To, [basis.Book(Line(span.Quantity, timing))])));
        return [.. lines.SelectMany(line => line.Payments).Select(payment => (payment.Month, payment.Amount.Amount))];
    }

    private static ImmutableArray<(int Month, decimal Amount)> Paid(AssumptionSet assumptions, CostLine line, int months)
    {
        var basis = Basis(assumptions);
        return [.. LinesOverTime.Of(basis, [new LineSpan(0, months, [basis.Book(line)])])[0].Payments.Select(payment => (payment.Month, payment.Amount.Amount))];
    }

    private static CostBasis Basis(AssumptionSet assumptions) => ProductLinesTests.Basis([]) with { Assumptions = assumptions };

    private static CostLine Line(decimal quantity, CostTiming timing) => new()
    {
        Id = "line",
        Category = CostCategory.PlatformLicences,
        Label = "line",
        Quantity = quantity,
        Unit = "unit",
        Timing = timing,
        PaidPrice = new Money(100, Currency.Euro),
        Rule = "rule",
        Provenance = new Provenance("test", "2026", Grade.A, "test"),
    };
}
