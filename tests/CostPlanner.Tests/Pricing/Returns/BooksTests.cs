using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Pricing.Returns;

public class BooksTests
{
    // 36,000 over 36 months are 1,000 a month from month 7 on: months 7 to 23 are 17, so 17,000 are spent and 19,000 are left.
    [Fact]
    public void A_purchase_is_spread_from_its_month_and_what_is_left_at_the_end_is_told()
    {
        var books = Books.Of([new CapitalAsset(7, Euro(36_000), 36)], 24, Currency.Euro);
        Assert.Equal([.. Enumerable.Repeat(0m, 7), .. Enumerable.Repeat(1000m, 17)], Amounts(books.Depreciation));
        Assert.Equal((17_000m, 19_000m), (Amounts(books.Depreciation).Sum(), books.LeftAtEnd.Amount));
        Assert.All(books.Losses, loss => Assert.Equal(0m, loss.Amount));
    }

    // 100 over 3 months: 33, 34, 33 as payments are booked.
    [Fact]
    public void Over_a_life_the_parts_are_whole_and_add_up_to_the_price() =>
        Assert.Equal([33m, 34m, 33m, 0m], Amounts(Books.Of([new CapitalAsset(0, Euro(100), 3)], 4, Currency.Euro).Depreciation));

    // 36,000 over 36 months, sold in month 24 for 10,000: 24,000 are spent, 12,000 are left, 2,000 are lost; for 15,000 they are a gain of 3,000.
    [Theory]
    [InlineData(10_000, 2_000)]
    [InlineData(15_000, -3_000)]
    [InlineData(0, 12_000)]
    public void A_sale_ends_what_is_left_as_a_loss_or_a_gain_in_its_month(int proceeds, int loss)
    {
        var books = Books.Of([new CapitalAsset(0, Euro(36_000), 36, new AssetSale(24, Euro(proceeds)))], 60, Currency.Euro);
        Assert.Equal(24_000m, Amounts(books.Depreciation).Sum());
        Assert.Equal([.. Enumerable.Repeat(0m, 24), loss, .. Enumerable.Repeat(0m, 35)], Amounts(books.Losses));
        Assert.Equal(0m, books.LeftAtEnd.Amount);
    }

    [Fact]
    public void What_was_spread_whole_is_sold_at_a_gain()
    {
        var books = Books.Of([new CapitalAsset(0, Euro(36_000), 36, new AssetSale(48, Euro(500)))], 60, Currency.Euro);
        Assert.Equal((36_000m, -500m, 0m), (Amounts(books.Depreciation).Sum(), books.Losses[48].Amount, books.LeftAtEnd.Amount));
    }

    [Fact]
    public void A_sale_after_the_horizon_is_in_no_month() => Assert.Equal(
        12_000m, Books.Of([new CapitalAsset(0, Euro(36_000), 36, new AssetSale(30, Euro(1)))], 24, Currency.Euro).LeftAtEnd.Amount);

    // Month 0: 50 for power and 1,000 of the server; month 1: 60 and 1,000.
    [Fact]
    public void The_expense_is_what_is_paid_for_operation_and_the_depreciation()
    {
        var books = Books.Of([new CapitalAsset(0, Euro(2000), 2)], 2, Currency.Euro);
        Assert.Equal([1050m, 1060m], Amounts(books.Expense([Euro(50), Euro(60)])));
        Assert.Throws<ArgumentOutOfRangeException>(() => books.Expense([Euro(50)]));
    }

    // Cash 2,050 and 60; expense 1,050 and 1,060; at 30 % the tax is lower by 315 and 318.
    [Fact]
    public void Tax_follows_the_books_month_by_month()
    {
        ImmutableArray<Money> cash = [Euro(2050), Euro(60)];
        var expense = Books.Of([new CapitalAsset(0, Euro(2000), 2)], 2, Currency.Euro).Expense([Euro(50), Euro(60)]);
        Assert.Equal([1735m, -258m], Amounts(AfterTax.Of(cash, expense, new Fraction(0.3m))));
        Assert.Equal(cash, AfterTax.Of(cash, expense, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => AfterTax.Of(cash, expense[1..], default));
    }

    [Fact]
    public void With_lives_within_the_horizon_the_books_add_up_to_the_cash() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            List<CapitalAsset> assets = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Drawn(random))];
            ImmutableArray<Money> operating = [.. Enumerable.Range(0, 60).Select(_ => Euro(random.Next(0, 5000)))];
            var cash = operating.Sum(paid => paid.Amount) + assets.Sum(asset => asset.Price.Amount - (asset.Sale?.Amount.Amount ?? 0));
            var books = Books.Of(assets, 60, Currency.Euro);
            return Amounts(books.Expense(operating)).Sum() == cash && books.LeftAtEnd.Amount == 0;
        }).Holds();

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapitalAsset(-1, Euro(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapitalAsset(0, Euro(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapitalAsset(5, Euro(1), 1, new AssetSale(4, Euro(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Books.Of([new CapitalAsset(24, Euro(1), 1)], 24, Currency.Euro));
    }

    /// <summary>An asset that is spread or sold within 60 months.</summary>
    private static CapitalAsset Drawn(System.Random random)
    {
        var (month, price) = (random.Next(0, 59), Euro(random.Next(0, 100_000)));
        return random.Next(2) == 0
            ? new CapitalAsset(month, price, random.Next(1, 60 - month + 1))
            : new CapitalAsset(month, price, random.Next(1, 100), new AssetSale(random.Next(month, 60), Euro(random.Next(0, 50_000))));
    }

    private static IEnumerable<decimal> Amounts(IEnumerable<Money> byMonth) => byMonth.Select(month => month.Amount);

    private static Money Euro(decimal amount) => new(amount, Currency.Euro);
}
