using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Tables;

public sealed class DatesTests
{
    private static Inventory Exported(object? cell) =>
        Read(Info(Vm("web", 1)), Hosts(), Sheet.Of("vMetaData", ["RVTools version", "xlsx creation datetime"], ["4.7.1", cell])).Value!;

    public static TheoryData<object?, string?> Days => new()
    {
        { new DateTime(2026, 9, 14, 8, 30, 0), "2026-09-14" },
        { 46_279.354, "2026-09-14" }, // 2027-12-31 is 46,752; 473 days before it is 2026-09-14
        { "46279", "2026-09-14" },
        { "2018/03/19 14:46:51", "2018-03-19" },
        { "2018-03-19T21:49:09.076442Z", "2018-03-19" },
        { "14.09.2026 08:30:00", "2026-09-14" },
        { "4/5/2018 5:25:31 PM", "2018-04-05" },
        { "14/9/2026", "2026-09-14" },
        { "9/14/2026", "2026-09-14" },
        { "4/4/2018", "2018-04-04" },
        { "4/5/2018", null },
        { "soon", null },
        { 1e300, null },
        { -5, null },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_read_where_it_is_surely_that_day(object? cell, string? expected) =>
        Assert.Equal(expected, Exported(cell).ExportedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_day_that_may_be_two_is_noted() => Assert.Contains(Exported("4/5/2018").Findings, finding => finding.Code == "export-date-unclear");
}
