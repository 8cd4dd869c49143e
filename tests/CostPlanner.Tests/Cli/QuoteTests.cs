using System.Text.Json;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest;

namespace CostPlanner.Tests.Cli;

/// <summary>quote with what the metrics count, on a price book made for it.</summary>
public sealed class QuoteTests : IDisposable
{
    private readonly DataFolder data = new DataFolder()
        .With("prices/features.csv", "name,label", "live-migration,Live migration")
        .With(
            "prices/mine.csv",
            new PlantedRow(PlantedRow.Price.Fields.Add(("instead_of", ""))).Header,
            Row("pool", "vram", "gib-per-licence=24", "995"),
            Row("capped", "vram", "gib-per-licence=32;max-gib-per-vm=96", "995"),
            Row("vsan", "tib", "gib-per-core=1024;min-per-socket=16", "100"),
            Row("small", "host", "max-memory-gib=32", "10"),
            Row("kit", "kit", "max-hosts=3", "500"),
            Row("two-guests", "host", "max-vms-per-host=2", "1399"),
            Row("windows", "windows-core-standard", "min-per-socket=8;min-per-host=16;cores-per-unit=16;vms-per-set=2", "1176"),
            Row("no-price", "tib", "gib-per-core=1024;min-per-socket=16", ""),
            Row("cores", "core", "min-per-socket=16", "350"),
            Row("cores-min72", "core", "min-per-socket=16;min-per-order=72", "350", "cores"));

    public void Dispose() => data.Dispose();

    // vSphere 5.0: 128 GB on 2 sockets at 24 GB: 6 licences x 995 = 5,970.
    [Fact]
    public void Memory_of_VMs_is_counted()
    {
        var run = Quote("pool", 1, "--memory", "128");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("quantity  6 × CPU licence", run.Out, StringComparison.Ordinal);
        Assert.Contains("EUR 5,970.00", run.Out, StringComparison.Ordinal);
    }

    // KB 313548 the other way round: 3 hosts of 2 sockets, 16 cores each at least, bring 96 TiB; 40.5 TiB on each are 121.5 -> 122: 26.
    [Fact]
    public void Raw_storage_is_counted()
    {
        var run = Quote("vsan", 3, "--storage", "40.5");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("quantity  26 × TiB", run.Out, StringComparison.Ordinal);
    }

    // Two VMs of 128 GiB count as 2 x 96 = 192: 6 licences of 32.
    [Fact]
    public void The_memory_of_one_VM_is_an_equal_share_of_its_hosts() =>
        Assert.Contains("quantity  6 × CPU licence", Quote("capped", 1, "--memory", "256", "--vms", "2").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("pool", "--memory")]
    [InlineData("capped", "--vms")]
    [InlineData("vsan", "--storage")]
    [InlineData("small", "--host-memory")]
    [InlineData("two-guests", "--vms")]
    [InlineData("windows", "--vms")]
    public void What_is_counted_and_not_given_is_asked_for(string product, string option)
    {
        var run = Quote(product, 1);
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains($"with {option}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kit", 4, "A product may not be used here: 4 hosts: a kit is for 3")]
    [InlineData("small", 1, "A product may not be used here: host 1 has 64 GiB of memory: at most 32 are allowed")]
    public void A_product_that_may_not_be_used_is_refused_with_its_reason(string product, int hosts, string reason)
    {
        var run = Quote(product, hosts, "--host-memory", "64");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("amount    none", run.Out, StringComparison.Ordinal);
        Assert.Equal($"error: {reason}", run.Error.Trim());
    }

    // 5 VMs, 2 hosts of which one may fail: 5 at once on the other, 3 sets of 2 VMs x 16 cores x 2 hosts = 6 units of 16 cores. None may fail: 3 at once, 2 sets: 4.
    // One host has nowhere to fail over to: 5 at once, 3 units.
    [Theory]
    [InlineData(2, null, 6, "at once   5 VMs on each host: 5 on 2, of which 1 may fail")]
    [InlineData(2, "0", 4, "at once   3 VMs on each host: 5 on 2, of which 0 may fail")]
    [InlineData(1, null, 3, "at once   5 VMs on each host: 5 on 1, of which 0 may fail")]
    public void VMs_at_once_on_a_host_are_those_of_the_hosts_that_are_left(int hosts, string? failover, int units, string words)
    {
        var run = Quote("windows", hosts, ["--vms", "5", .. failover is null ? Array.Empty<string>() : ["--failover", failover]]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"quantity  {units} × 16 cores", run.Out, StringComparison.Ordinal);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
    }

    // 9 guests on 2 hosts: 5 and 4 today, 9 on one when the other is lost.
    [Fact]
    public void A_limit_of_guests_is_held_against_those_at_once()
    {
        var run = Quote("two-guests", 2, "--vms", "9");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("host 1 has 9 VMs that may run on it at once: at most 2 are allowed", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Quote("two-guests", 2, "--vms", "2").ExitCode);
    }

    // 32 cores bring 32 TiB, 3.84 are there: nothing to buy, whatever a TiB would cost.
    [Fact]
    public void A_need_of_nothing_costs_nothing_without_a_price_too()
    {
        var run = Quote("no-price", 1, "--storage", "3.84");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("amount    EUR 0.00", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_for_a_longer_term_says_so()
    {
        string[] asked = ["quote", "--product", "vmware-vvf-3y", "--hosts", "1", "--sockets", "2", "--cores", "8", "--as-of", "2026-10-01", "--data", Repository.Data];
        Assert.Contains("term      a price for a term of 3 years: 1 is counted, 3 are committed to", Run.Of([.. asked, "--years", "1"]).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("term      ", Run.Of([.. asked, "--years", "3"]).Out, StringComparison.Ordinal);
    }

    // 2 sockets of 8 cores count as 32: 32 x 350 = 11,200; with the minimum 72 x 350 = 25,200.
    [Fact]
    public void The_minimum_of_an_order_is_a_switch()
    {
        Assert.Contains("EUR 11,200.00", Quote("cores", 1).Out, StringComparison.Ordinal);
        var run = Quote("cores", 1, "--order-minimum");
        Assert.Contains("EUR 25,200.00", run.Out, StringComparison.Ordinal);
        Assert.Contains("ordered as cores-min72, which has a minimum", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_the_same()
    {
        using var refused = JsonDocument.Parse(Quote("kit", 4, "--json").Out);
        Assert.Equal("4 hosts: a kit is for 3", refused.RootElement.GetProperty("refusal").GetString());
        Assert.True(refused.RootElement.IsNull("amount"));
        using var held = JsonDocument.Parse(Quote("cores", 1, "--order-minimum", "--json").Out);
        Assert.Equal(("cores", "cores-min72", 25200m), (held.RootElement.GetProperty("product").GetString(), held.RootElement.GetProperty("pricedAs").GetString(), held.RootElement.GetProperty("amount").GetDecimal()));
        Assert.True(held.RootElement.IsNull("refusal"));
    }

    [Theory]
    [InlineData("--memory", "much")]
    [InlineData("--memory", "1,5")]
    [InlineData("--storage", "-1")]
    [InlineData("--host-memory", "1000000")]
    public void A_size_that_is_none_is_refused(string option, string value)
    {
        var run = Quote("pool", 1, option, value);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    // 350 or 360: the program does not choose.
    [Fact]
    public void Two_prices_on_one_day_are_refused()
    {
        using var twice = new DataFolder().With(
            "prices/mine.csv", PlantedRow.Price.Header, PlantedRow.Price.With("price", "350").Line, PlantedRow.Price.With("price", "360").Line);
        var run = Run.Of(["quote", "--product", "a-product", "--hosts", "1", "--sockets", "2", "--cores", "8", "--as-of", "2024-06-01", "--data", twice.Root]);
        Assert.Equal((ExitCode.YourInput, ""), (run.ExitCode, run.Out));
        Assert.Contains("a-product has two prices on 2024-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100000", "100000", "100000")]
    [InlineData("1", "100000", "100000")]
    [InlineData("100000", "100000", "1")]
    public void More_cores_than_can_be_counted_are_refused(string hosts, string sockets, string cores)
    {
        var run = Run.Of(["quote", "--product", "cores", "--hosts", hosts, "--sockets", sockets, "--cores", cores, "--data", data.Root]);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("--hosts, --sockets and --cores", run.Error, StringComparison.Ordinal);
    }

    private Run Quote(string product, int hosts, params string[] more) => Run.Of(
    [
        "quote", "--product", product, "--hosts", Assumed.Text(hosts), "--sockets", "2", "--cores", "8", "--as-of", "2024-06-01", "--data", data.Root, .. more,
    ]);

    private static string Row(string id, string metric, string parameters, string price, string insteadOf = "") =>
        new PlantedRow(PlantedRow.Price.With("id", id).With("metric", metric).With("parameters", parameters).With("price", price).With("currency", price.Length == 0 ? "" : "EUR").Fields.Add(("instead_of", insteadOf))).Line;
}
