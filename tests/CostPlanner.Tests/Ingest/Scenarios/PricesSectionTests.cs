using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>The scenario's discounts and its switch for the minimum of orders.</summary>
public sealed class PricesSectionTests : IDisposable
{
    private const string Whole =
        """
        title: A
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 5
        inventory: estate.xlsx
        failover: 1
        baseline: a
        order_minimum: new-orders
        discounts:
          - vendor: Broadcom
            share: 0.3
            from: offer of a reseller
            date: 2026-09-15
        options:
          - id: a
            name: A
            platform: vsphere
            licences: [vmware-vcf-3y]
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_discount_is_read_field_by_field()
    {
        var scenario = Read(Whole).Value!;
        var discount = Assert.Single(scenario.Discounts);
        Assert.Equal(("Broadcom", 0.3m, "offer of a reseller", new DateOnly(2026, 9, 15)), (discount.Vendor, discount.Share.Value, discount.From, discount.Date));
        Assert.Equal(new SourcePlace("scenario.yaml", Row: 10, Column: "discounts[1]"), discount.Place);
        Assert.Equal(OrderMinimum.NewOrders, scenario.OrderMinimum);
    }

    [Theory]
    [InlineData("order_minimum: new-orders\n", "", OrderMinimum.Off)]
    [InlineData("new-orders", "off", OrderMinimum.Off)]
    [InlineData("new-orders", "all-orders", OrderMinimum.AllOrders)]
    public void The_switch_is_off_unless_it_is_said(string right, string other, OrderMinimum expected) =>
        Assert.Equal(expected, Read(Whole.Replace(right, other, StringComparison.Ordinal)).Value!.OrderMinimum);

    [Theory]
    [InlineData("new-orders", "new-order", 8, "Did you mean \"new-orders\"")]
    [InlineData("share: 0.3", "share: 1", 10, "A share of 1 is not from 0 to below 1")]
    [InlineData("share: 0.3", "share: 30", 10, "A share of 30 is not from 0 to below 1")]
    [InlineData("share: 0.3", "share: -0.1", 10, "A share of -0.1 is not from 0 to below 1")]
    [InlineData("share: 0.3", "share: 30 %", 11, "decimal point")]
    [InlineData("    share: 0.3\n", "", 10, "\"share\" is missing")]
    [InlineData("    date: 2026-09-15\n", "", 10, "\"date\" is missing")]
    [InlineData("share: 0.3", "shares: 0.3", 11, "Did you mean \"share\"")]
    public void A_wrong_value_is_told_with_its_line(string right, string wrong, int line, string words)
    {
        var reading = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Place.Row == line && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_discount_of_a_known_vendor_is_no_finding() => Assert.DoesNotContain(Check(Whole), IsOfDiscounts);

    [Fact]
    public void An_unknown_vendor_is_an_error_with_the_nearest()
    {
        var finding = Assert.Single(Check(Whole.Replace("Broadcom", "Broadcon", StringComparison.Ordinal)), IsOfDiscounts);
        Assert.Equal(("unknown-vendor", Severity.Error, 10), (finding.Code, finding.Severity, finding.Place.Row));
        Assert.Contains("Did you mean \"Broadcom\"?", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_discounts_of_one_vendor_are_an_error()
    {
        var twice = Whole.Replace("options:", "  - {vendor: Broadcom, share: 0.1, from: another, date: 2026-09-16}\noptions:", StringComparison.Ordinal);
        var finding = Assert.Single(Check(twice), IsOfDiscounts);
        Assert.Equal(("discount-twice", Severity.Error, 14), (finding.Code, finding.Severity, finding.Place.Row));
    }

    [Fact]
    public void An_offer_from_after_the_scenarios_day_is_a_warning()
    {
        var finding = Assert.Single(Check(Whole.Replace("2026-09-15", "2026-10-02", StringComparison.Ordinal)), IsOfDiscounts);
        Assert.Equal(("discount-from-later", Severity.Warning), (finding.Code, finding.Severity));
    }

    // VMware's products of 2026 are sold by Broadcom: a discount of VMware would lower nothing, and nobody would see it.
    [Fact]
    public void A_discount_of_a_vendor_that_sells_nothing_here_is_a_warning_with_those_that_do()
    {
        var finding = Assert.Single(Check(Whole.Replace("Broadcom", "VMware", StringComparison.Ordinal)), IsOfDiscounts);
        Assert.Equal(("discount-unused", Severity.Warning, 10), (finding.Code, finding.Severity, finding.Place.Row));
        Assert.EndsWith("those of the scenario are Broadcom.", finding.Mend.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vmware-vcf-3y", false)]
    [InlineData("vmware-vcf-3y-min72", false)]
    [InlineData("vmware-vvf-3y", true)]
    [InlineData("vmware-vvf-3y-min72", true)]
    public void A_quote_for_what_nobody_buys_is_a_warning(string product, bool unused)
    {
        var text = Whole.Replace("options:", $"quotes:\n  - {{product: {product}, amount: 100, currency: EUR, date: 2026-09-15, from: reseller}}\noptions:", StringComparison.Ordinal);
        Assert.Equal(unused, Check(text).Any(finding => (finding.Code, finding.Severity) == ("quote-unused", Severity.Warning)));
    }

    [Theory]
    [InlineData("{standard: windows-server-2025-standard, datacenter: windows-server-2025-datacenter}", "")]
    [InlineData("{standard: windows-server-2012-standard, datacenter: windows-server-2012-datacenter}", "")]
    [InlineData("{standard: kvm-plain, datacenter: windows-server-2025-datacenter}", "windows.standard")]
    [InlineData("{standard: windows-server-2025-standard, datacenter: rhel-vdc-standard}", "windows.datacenter")]
    [InlineData("{standard: windows-server-2025-datacenter, datacenter: windows-server-2025-datacenter}", "windows.standard")]
    public void Only_editions_of_Windows_Server_are_licences_of_Windows_guests(string editions, string column)
    {
        var findings = Check(Whole.Replace("options:", $"windows: {editions}\noptions:", StringComparison.Ordinal)).Where(finding => finding.Severity == Severity.Error);
        Assert.Equal(column.Length == 0 ? [] : [("windows-metric", column)], findings.Select(finding => (finding.Code, finding.Place.Column!)));
    }

    [Theory]
    [InlineData("vsphere", "vmware-vcf-3y", false)]
    [InlineData("kvm", "vmware-vcf-3y", true)]
    [InlineData("xen", "proxmox-ve-standard", true)]
    [InlineData("kvm", "proxmox-ve-standard, acm-virtualization, veeam-essentials", false)]
    public void The_hypervisor_of_another_platform_is_a_warning(string platform, string licences, bool warned)
    {
        var text = Whole.Replace("platform: vsphere", $"platform: {platform}", StringComparison.Ordinal).Replace("[vmware-vcf-3y]", $"[{licences}]", StringComparison.Ordinal);
        Assert.Equal(warned, Check(text).Any(finding => finding.Code == "licence-of-another-platform"));
    }

    [Fact]
    public void A_guest_licence_does_not_name_an_edition_of_windows_again()
    {
        const string Twice = """
            windows: {standard: windows-server-2025-standard, datacenter: windows-server-2025-datacenter}
            placement:
              guest_licences:
                - {name: Again, guests: windows-server, product: windows-server-2025-datacenter}
            options:
            """;
        var finding = Assert.Single(Check(Whole.Replace("options:", Twice, StringComparison.Ordinal)), finding => finding.Severity == Severity.Error);
        Assert.Equal("guest-licence-twice", finding.Code);
        Assert.Contains("windows:", finding.Message.Words(), StringComparison.Ordinal);
    }

    private static bool IsOfDiscounts(Finding finding) => finding.Code.StartsWith("discount", StringComparison.Ordinal) || finding.Code == "unknown-vendor";

    private ImmutableArray<Finding> Check(string text) => ScenarioCheck.Of(Read(text).Value!, "scenario.yaml", Catalogues.Read(DataFolder.Committed).Value!);

    private Reading<Scenario> Read(string text) => ScenarioFile.Read(folder.Write("scenario.yaml", text));
}
