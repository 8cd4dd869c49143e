using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Pricing.Lines;

public class BookingTests
{
    // 100 / 3 = 33.33 a month: 33, then 66.67 owed -> 67 - 33 = 34, then 100 - 67 = 33. The sum is 100, not 99.
    [Fact]
    public void Remainders_are_carried_to_the_next_payment() =>
        Assert.Equal([33m, 34m, 33m], Booking.Spread(Euro(100), 3).Select(payment => payment.Amount.Amount));

    [Fact]
    public void A_year_is_paid_in_its_first_month() =>
        Assert.Equal([0, 12, 24], Booking.Yearly(Euro(10), 36).Select(payment => payment.Month));

    [Fact]
    public void Payments_are_whole_and_add_up_to_within_half_a_unit() =>
        Prop.ForAll(Gen.Choose(-100_000_000, 100_000_000).ToArbitrary(), Gen.Choose(1, 120).ToArbitrary(), (thousandths, months) =>
        {
            var perMonth = Euro(thousandths / 1000m);
            var payments = Booking.Monthly(perMonth, months);
            var sum = payments.Sum(payment => payment.Amount.Amount);
            return payments.All(payment => payment.Amount.Amount == decimal.Truncate(payment.Amount.Amount))
                && Math.Abs(sum - (perMonth.Amount * months)) <= 0.5m;
        }).Holds();

    private static Money Euro(decimal amount) => new(amount, Currency.Euro);
}
