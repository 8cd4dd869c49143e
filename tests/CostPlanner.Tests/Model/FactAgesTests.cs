using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

/// <summary>How old a fact is by the date that its source gives in words.</summary>
public class FactAgesTests
{
    [Theory]
    [InlineData("2026-07-11", "2026-07-11")]
    [InlineData("2026-07", "2026-07-31")]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2025-H1", "2025-06-30")]
    [InlineData("2025-H2", "2025-12-31")]
    [InlineData("2026", "2026-12-31")]
    [InlineData("2024-2026", "2026-12-31")]
    [InlineData("2024-01 to 2026", "2026-12-31")]
    [InlineData("read 2026", "2026-12-31")]
    [InlineData("c. 2013-2014", "2014-12-31")]
    [InlineData("2009-05-04, 2009-06-29", "2009-06-29")]
    [InlineData("after 2012", "2012-12-31")]
    [InlineData("", null)]
    [InlineData("long ago", null)]
    public void A_date_in_words_means_its_last_day(string date, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), FactAges.LastDay(date));

    // 2026-10-09 + 45 days is 2026-11-23: the day after is too late. A price of 2025-10-09 may be used to 2026-10-09.
    [Theory]
    [InlineData(FactKind.ExchangeRate, "2026-10-09", "2026-11-23", false)]
    [InlineData(FactKind.ExchangeRate, "2026-10-09", "2026-11-24", true)]
    [InlineData(FactKind.Price, "2025-10-09", "2026-10-09", false)]
    [InlineData(FactKind.Price, "2025-10-09", "2026-10-10", true)]
    [InlineData(FactKind.Price, "2026-12-31", "2026-10-10", false)]
    public void A_fact_is_old_beyond_its_days(FactKind kind, string spokenOf, string used, bool old) =>
        Assert.Equal(old, FactAges.Usual.IsOld(kind, Day(spokenOf), Day(used)));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
