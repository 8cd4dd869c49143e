using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

public class QuantityTests
{
    [Fact]
    public void Two_currencies_do_not_add()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.Euro) + new Money(1, Currency.Dollar));
        Assert.Contains("EUR", error.Message, StringComparison.Ordinal);
        Assert.Contains("USD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_over_money_is_a_ratio() => Assert.Equal(2.5m, new Money(5, Currency.Euro) / new Money(2, Currency.Euro));

    [Theory]
    [InlineData("2.5", "3")]
    [InlineData("-2.5", "-3")]
    [InlineData("2.4", "2")]
    public void Money_is_rounded_half_away_from_zero(string exact, string booked) =>
        Assert.Equal(Number(booked), new Money(Number(exact), Currency.Euro).Rounded(0).Amount);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    [InlineData("E1R")]
    public void A_currency_is_three_capital_letters(string code) => Assert.Throws<ArgumentException>(() => new Currency(code));

    [Fact]
    public void A_default_currency_refuses_to_be_used() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);

    // 1 GiB = 1,024 MiB = 1,073,741,824 bytes; one byte more is a started MiB.
    [Fact]
    public void Sizes_are_binary_and_round_for_demand_and_for_capacity()
    {
        var size = ByteSize.FromBytes(1_073_741_825);
        Assert.Equal((1025L, 1024L), (size.MiBRoundedUp, size.MiBRoundedDown));
        Assert.Equal(ByteSize.FromGiB(1), ByteSize.FromMiB(1024));
    }

    [Fact]
    public void A_size_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromBytes(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromMiB(1) - ByteSize.FromMiB(2));
    }

    // 427 W through 8,760 h: 3,740.52 kWh, as Koomey has it for a volume server (3,741).
    [Fact]
    public void Power_for_a_year_is_energy() => Assert.Equal(3740.52m, new Power(427).ForOneYear.KilowattHours);

    [Theory]
    [InlineData("-0.1")]
    [InlineData("1.1")]
    public void A_fraction_is_from_0_to_1(string value) => Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(Number(value)));

    [Fact]
    public void An_assumption_lies_within_its_range()
    {
        var from = new Provenance("test", "2026", Grade.A, "row");
        Assert.Throws<ArgumentException>(() => new Assumption("a", "A", "W", 2, 1, 3, from));
        var widened = new Assumption("a", "A", "USD per VM", 1, 2, 3, from).WithValue(9, from);
        Assert.Equal((1m, 9m, 9m), (widened.Low, widened.Likely, widened.High));
        Assert.Equal(new Money(9, Currency.Dollar), widened.LikelyMoney);
        Assert.Null(new Assumption("a", "A", "MiB per VM", 1, 2, 3, from).Currency);
    }

    // 1,168.40 USD at 1.1684 = 1,000 EUR; to GBP through the euro: 1,000 x 0.87 = 870. The rate of the day before is used, never a later one.
    [Fact]
    public void Amounts_are_converted_at_the_last_rate_on_or_before_the_day()
    {
        var from = new Provenance("ECB", "2026", Grade.A, "row");
        var rates = new ExchangeRates(
        [
            new ExchangeRate(new DateOnly(2026, 4, 13), Currency.Dollar, 1.1684m, from),
            new ExchangeRate(new DateOnly(2026, 4, 13), new Currency("GBP"), 0.87m, from),
            new ExchangeRate(new DateOnly(2026, 12, 1), Currency.Dollar, 2m, from),
        ]);
        var day = new DateOnly(2026, 10, 1);
        Assert.Equal(1000m, rates.Convert(new Money(1168.40m, Currency.Dollar), Currency.Euro, day)!.Amount.Amount);
        Assert.Equal(870m, rates.Convert(new Money(1168.40m, Currency.Dollar), new Currency("GBP"), day)!.Amount.Amount);
        Assert.Null(rates.Convert(new Money(1, Currency.Dollar), Currency.Euro, new DateOnly(2020, 1, 1)));
    }

    [Theory]
    [InlineData("Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", "Xeon Gold 6248R")]
    [InlineData("Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz", "Xeon E5-2680 v4")]
    [InlineData("AMD EPYC 7763 64-Core Processor", "EPYC 7763")]
    [InlineData("Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz", "Xeon Gold 6248")]
    [InlineData("Something else", null)]
    [InlineData(null, null)]
    public void A_CPU_is_found_by_the_hosts_own_words(string? words, string? expected)
    {
        var from = new Provenance("test", "2026", Grade.A, "row");
        var catalogue = new CpuCatalogue([.. new[] { "Xeon Gold 6248", "Xeon Gold 6248R", "Xeon E5-2680", "Xeon E5-2680 v4", "EPYC 7763" }
            .Select(name => new CpuModel(name, 8, 16, null, null, null, null, null, from))]);
        Assert.Equal(expected, catalogue.Find(words)?.Name);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
