using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class ExchangeRateFileTests
{
    private const string File = "prices/exchange-rates.csv";

    [Fact]
    public void The_committed_rates_are_twenty_days_of_ten_currencies_and_what_was_printed_since()
    {
        var reading = ExchangeRateFile.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(269, reading.Value!.All.Length);
        Assert.All(reading.Value.All.Where(rate => rate.Date <= Day("2026-04-13")).GroupBy(rate => rate.Date), day => Assert.Equal(10, day.Count()));
    }

    [Theory]
    [InlineData("2013-10-22", "USD", "1.3674")]
    [InlineData("2010-01-04", "JPY", "133.62")]
    [InlineData("2026-04-13", "SGD", "1.4912")]
    [InlineData("2026-10-01", "USD", "1.1298")]
    [InlineData("2026-10-09", "USD", "1.1206")]
    public void A_committed_rate_is_the_one_of_the_ECB(string day, string currency, string rate)
    {
        var found = ExchangeRateFile.Read(DataFolder.Committed).Value!.All
            .Single(each => each.Date == Day(day) && each.Currency.Code == currency);
        Assert.Equal(rate, found.PerEuro.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Grade.A, found.Provenance.Grade);
    }

    [Theory]
    [InlineData("date", "22.10.2013", "csv-date")]
    [InlineData("date", "", "csv-blank")]
    [InlineData("currency", "usd", "csv-currency")]
    [InlineData("currency", "EUR", "csv-currency")]
    [InlineData("per_euro", "0", "csv-range")]
    [InlineData("per_euro", "-1.2", "csv-range")]
    [InlineData("per_euro", "NaN", "csv-number")]
    [InlineData("per_euro", "1e3", "csv-number")]
    [InlineData("grade", "a", "csv-word")]
    [InlineData("source", "", "csv-blank")]
    public void A_bad_field_is_an_error_in_its_column(string column, string value, string code)
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, PlantedRow.Rate.With(column, value).Line);
        var reading = ExchangeRateFile.Read(data.Root);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: column)), (finding.Code, finding.Place));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void A_rate_given_twice_for_a_day_is_an_error_in_the_second_row()
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, PlantedRow.Rate.Line, PlantedRow.Rate.With("per_euro", "1.4").Line);
        var finding = Assert.Single(ExchangeRateFile.Read(data.Root).Findings);
        Assert.Equal(("csv-twice", 3), (finding.Code, finding.Place.Row));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
