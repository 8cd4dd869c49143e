using System.Globalization;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest;

/// <summary>Rules of the committed price book that change with the day, and prices that are worked out.</summary>
public sealed class CommittedProductsTests
{
    private static readonly PriceBook Book = PriceFiles.Read(DataFolder.Committed).Value!;

    [Theory]
    // The pool of vSphere 5.0: 24/32/48 GB at first, 32/64/96 from August 2011, gone with 5.1.
    [InlineData("vmware-vsphere5-standard", "2011-07-12", "vram", "gib-per-licence", 24)]
    [InlineData("vmware-vsphere5-enterprise", "2011-08-02", "vram", "gib-per-licence", 32)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2011-07-12", "vram", "gib-per-licence", 48)]
    [InlineData("vmware-vsphere5-standard", "2011-08-03", "vram", "gib-per-licence", 32)]
    [InlineData("vmware-vsphere5-enterprise", "2012-08-27", "vram", "gib-per-licence", 64)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2011-08-03", "vram", "gib-per-licence", 96)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2011-08-02", "vram", "max-gib-per-vm", 0)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2011-08-03", "vram", "max-gib-per-vm", 96)]
    [InlineData("vmware-vsphere5-enterprise-plus", "2012-08-28", "socket", "gib-per-licence", 0)]
    [InlineData("vmware-vsphere-hypervisor", "2013-09-21", "host", "max-memory-gib", 32)]
    [InlineData("vmware-vsphere-hypervisor", "2013-09-22", "host", "max-memory-gib", 0)]
    // vCenter Foundation: 3 hosts, 4 from vSphere 6.5 U1 on.
    [InlineData("vcenter-foundation", "2017-06-30", "flat", "max-hosts", 3)]
    [InlineData("vcenter-foundation", "2017-07-01", "flat", "max-hosts", 4)]
    // vSAN that comes with VVF: 100 GiB per core, then 0.25 TiB; "8 TiB per core" is a known wrong answer.
    [InlineData("vmware-vsan-vvf", "2024-01-31", "tib", "min-tib-per-socket", 8)]
    [InlineData("vmware-vsan-vvf", "2024-02-01", "tib", "min-tib-per-socket", 0)]
    [InlineData("vmware-vsan-vvf", "2024-10-31", "tib", "gib-per-core", 100)]
    [InlineData("vmware-vsan-vvf", "2024-10-31", "tib", "whole-when-over", 1)]
    [InlineData("vmware-vsan-vvf", "2024-11-01", "tib", "gib-per-core", 256)]
    [InlineData("vmware-vsan-vvf", "2024-11-01", "tib", "whole-when-over", 0)]
    [InlineData("vmware-vsan-vcf", "2026-01-01", "tib", "gib-per-core", 1024)]
    public void A_rule_holds_from_the_day_that_its_source_says(string id, string day, string metric, string parameter, int value)
    {
        var rule = Book.Find(id, Day(day))!.Rule;
        Assert.Equal((metric, (decimal)value), (rule.Metric, rule.Parameter(parameter, 0)));
    }

    [Theory]
    [InlineData("windows-server-2008-r2-standard", "2012-01-01", "726")] // 882 - 156
    [InlineData("windows-server-2008-r2-enterprise", "2012-01-01", "2358")] // 882 + 1,476
    [InlineData("vates-vms-pro-3y", "2026-10-01", "1125")] // 1,250 x 0.90
    [InlineData("vates-vms-pro-5y", "2026-10-01", "1062.50")] // 1,250 x 0.85
    [InlineData("vates-vms-enterprise-3y", "2026-10-01", "1620")] // 1,800 x 0.90
    [InlineData("vates-vms-enterprise-5y", "2026-10-01", "1530")] // 1,800 x 0.85
    public void A_price_worked_out_of_another_is_what_the_arithmetic_says(string id, string day, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), Book.Find(id, Day(day))!.Price!.Value.Amount);

    [Fact]
    public void A_product_with_the_minimum_of_72_cores_costs_what_the_one_without_it_costs()
    {
        var minimums = Book.Rows.Where(row => row.Id.EndsWith("-min72", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(minimums);
        Assert.All(minimums, row => Assert.Equal(row.Price, Book.Find(row.Id[..^"-min72".Length], row.ValidFrom)!.Price));
    }

    [Fact]
    public void No_minimum_of_72_cores_holds_before_the_day_from_which_it_is_reported() =>
        Assert.DoesNotContain(Book.Rows, row => row.Rule.Parameter("min-per-order", 0) == 72 && row.ValidFrom < Day("2025-04-10"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
