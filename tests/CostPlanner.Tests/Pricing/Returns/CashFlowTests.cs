using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Tests.Pricing.Returns;

public class CashFlowTests
{
    // One server of 60,000 in month 0 with a life of 60 months, and 1,200 a month for power; 24 months. Cash 60,000 + 28,800; the books write off 1,000 a
    // month: expense 24 x 2,200 = 52,800, and 36,000 are left.
    [Fact]
    public void The_books_spread_what_cash_pays_at_once()
    {
        var flow = CashFlow.Of(Sheet(24, Asset(60_000), Monthly(1_200, 24)), baseline: null, 0.07m, tax: null);
        Assert.Equal(88_800m, flow.Cash.Sum(month => month.Amount));
        Assert.All(flow.Expense, month => Assert.Equal(2_200m, month.Amount));
        Assert.Equal(36_000m, flow.Books.LeftAtEnd.Amount);
        Assert.Null(flow.AfterTaxCash);
        Assert.Null(flow.Return);
    }

    // The same at a tax of 30 %: each month saves 660 of tax: 88,800 - 24 x 660 = 72,960.
    [Fact]
    public void Tax_follows_the_books()
    {
        var flow = CashFlow.Of(Sheet(24, Asset(60_000), Monthly(1_200, 24)), baseline: null, 0, new Fraction(0.3m));
        Assert.Equal(72_960m, flow.AfterTaxCash!.Value.Sum(month => month.Amount));
        Assert.Equal(72_960m, flow.PresentAfterTax!.Value.Amount);
    }

    // What a server might fetch at the end is cash of the last month; in the books it stays.
    [Fact]
    public void Resale_at_the_end_is_cash_and_not_in_the_books()
    {
        var resale = Asset(0) with { Id = "resale-server", IsResale = true, LifeMonths = null, Payments = [new Payment(23, Euro(-18_000))] };
        var flow = CashFlow.Of(Sheet(24, Asset(60_000), resale), baseline: null, 0, tax: null);
        Assert.Equal(42_000m, flow.Cash.Sum(month => month.Amount));
        Assert.Equal(24_000m, flow.Expense.Sum(month => month.Amount));
        Assert.Equal(36_000m, flow.Books.LeftAtEnd.Amount);
    }

    // Servers of a move: 20,000 in month 1, sold for 15,000 in month 7 after 6 of 60 months: written off 6 x 333.33 = 2,000, so 18,000 stand in the books and
    // 3,000 are lost on the sale. Expense in all 5,000, which is what they cost.
    [Fact]
    public void Servers_sold_after_a_move_leave_the_books()
    {
        var bought = Asset(0) with { Id = "swing-servers", Category = CostCategory.Migration, Payments = [new Payment(1, Euro(20_000))] };
        var sold = bought with { Id = "resale-swing-servers", IsResale = true, LifeMonths = null, Payments = [new Payment(7, Euro(-15_000))] };
        var flow = CashFlow.Of(Sheet(24, bought, sold), baseline: null, 0, tax: null);
        Assert.Equal(5_000m, flow.Expense.Sum(month => month.Amount));
        Assert.Equal(3_000m, flow.Books.Losses[7].Amount);
        Assert.Equal(0m, flow.Books.LeftAtEnd.Amount);
    }

    // Leaving costs 12,000 at once and saves 1,100 in each of the 12 months after it: Σ 1,100 / (1 + m)^k = 12,000 for k = 1 to 12 gives m = 1.4999 % a month
    // (at 1.5 % the sum is 1,100 x 10.9075 = 11,998), a year (1 + m)^12 - 1 = 19.5 %.
    [Fact]
    public void The_return_is_that_of_what_is_paid_more_at_first_and_less_later()
    {
        var stay = Sheet(24, Line([.. Enumerable.Range(1, 12).Select(month => new Payment(month, Euro(1_100)))]));
        var leave = Sheet(24, Line([new Payment(0, Euro(12_000))]));
        var rate = CashFlow.Of(leave, stay, 0, tax: null).Return!.Rate!.Value;
        Assert.Equal(0.195m, decimal.Round(rate, 3));
    }

    // Whatever the purchases, within a horizon that outlasts every life the books cost what cash cost.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Over_all_lives_the_books_cost_what_cash_cost(int price)
    {
        var flow = CashFlow.Of(Sheet(120, Asset(price), Asset(price * 3) with { Id = "other", LifeMonths = 36 }, Monthly(price, 120)), baseline: null, 0, tax: null);
        Assert.Equal(flow.Cash.Sum(month => month.Amount), flow.Expense.Sum(month => month.Amount));
    }

    // The Estonian tables of 2025: hardware 10,000, software 8,000, energy 3,000 / 3,150 / 3,300, administration 15,000 / 15,750 / 16,500, maintenance 2,500 and
    // other 2,000 a year: 40,500 + 41,400 + 42,300 = 124,200.
    [Fact]
    public void Three_years_on_premises_of_a_published_example()
    {
        var sheet = Sheet(36, Yearly(10_000, 10_000, 10_000), Yearly(8_000, 8_000, 8_000), Yearly(3_000, 3_150, 3_300), Yearly(15_000, 15_750, 16_500), Yearly(2_500, 2_500, 2_500), Yearly(2_000, 2_000, 2_000));
        Assert.Equal([40_500m, 41_400m, 42_300m], sheet.ByYear().Select(year => year.Amount));
        Assert.Equal(124_200m, sheet.Total.Amount);
    }

    private static CostSheet Sheet(int months, params CostLine[] lines) => new(Currency.Euro, months, [.. lines]);

    private static CostLine Asset(int price) => Line([new Payment(0, Euro(price))]) with { Id = "server", Category = CostCategory.Hardware, LifeMonths = 60 };

    private static CostLine Monthly(int amount, int months) => Line([.. Enumerable.Range(0, months).Select(month => new Payment(month, Euro(amount)))]);

    private static CostLine Yearly(params int[] years) => Line([.. years.Select((amount, year) => new Payment(year * 12, Euro(amount)))]);

    private static CostLine Line(ImmutableArray<Payment> payments) => new()
    {
        Id = "line",
        Category = CostCategory.Energy,
        Label = "line",
        Quantity = 1,
        Unit = "unit",
        Timing = CostTiming.Once,
        Rule = "rule",
        Provenance = new Provenance("test", "2026", Grade.A, "test"),
        Payments = payments,
    };

    private static Money Euro(int amount) => new(amount, Currency.Euro);
}
