using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Tests.Ingest;

namespace CostPlanner.Tests.Pricing;

/// <summary>Published examples, priced with the committed price book.</summary>
public class WorkedExamplesTests
{
    private static readonly PriceBook Prices = PriceFiles.Read(DataFolder.Committed).Value!;

    // One host with two sockets for three years at the list prices of 2013:
    // vSphere 5 Standard 2 x 995 x 1.75 = 3,482.50; Enterprise 2 x 2,875 x 1.75 = 10,062.50; Enterprise Plus 2 x 3,495 x 1.75
    // = 12,232.50 (support 25 % a year); XenServer 6.2 annual 2 x 500 x 3 = 3,000; Proxmox Standard 2 x 398.04 x 3 = 2,388.24.
    [Theory]
    [InlineData("vmware-vsphere5-standard", "3482.50")]
    [InlineData("vmware-vsphere5-enterprise", "10062.50")]
    [InlineData("vmware-vsphere5-enterprise-plus", "12232.50")]
    [InlineData("xenserver-6.2-annual", "3000.00")]
    [InlineData("xenserver-6.2-free", "0.00")]
    [InlineData("proxmox-ve-standard", "2388.24")]
    [InlineData("proxmox-ve-community", "299.52")]
    [InlineData("rhev-3-standard", "2997.00")]
    public void Prices_of_2013_for_one_host_and_three_years(string product, string expected) =>
        Assert.Equal(expected, Total(product, new DateOnly(2013, 10, 22), new QuoteQuestion(1, 2, 8, 0, 3)));

    // "The Real Cost of Virtualization", 2026: 144 cores x 350 x 5 = 252,000; 512 x 350 x 5 = 896,000; 16 cores with the
    // 72-core minimum 72 x 350 x 5 = 126,000.
    [Theory]
    [InlineData("vmware-vcf-3y", 3, 2, 24, "252000.00")]
    [InlineData("vmware-vcf-3y", 8, 2, 32, "896000.00")]
    [InlineData("vmware-vcf-3y-min72", 1, 1, 16, "126000.00")]
    public void Cores_of_2026_for_five_years(string product, int hosts, int sockets, int cores, string expected) =>
        Assert.Equal(expected, Total(product, new DateOnly(2026, 2, 11), new QuoteQuestion(hosts, sockets, cores, 0, 5)));

    // Estonian tables, 2025: Essentials Plus 96 x 35 x 3 = 10,080 whatever fits; Standard 16 x 50 x 3 = 2,400.
    [Theory]
    [InlineData("vmware-vvep-3y", 3, 1, 16, "2024-06-01", "10080.00")]
    [InlineData("vmware-vvs-3y", 1, 1, 16, "2025-06-01", "2400.00")]
    [InlineData("vmware-vvs-3y", 2, 1, 16, "2025-06-01", "4800.00")]
    public void Small_firms_of_2024_and_2025(string product, int hosts, int sockets, int cores, string day, string expected) =>
        Assert.Equal(expected, Total(product, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new QuoteQuestion(hosts, sockets, cores, 0, 3)));

    private static string Total(string product, DateOnly day, QuoteQuestion question)
    {
        var quote = LicenceQuote.Of(Prices, product, day, question.Estate(), question.Years)!;
        Assert.Null(quote.Hole);
        return quote.Total!.Value.Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
