using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>What a product may not be used beyond: the same words for every metric.</summary>
public class LimitsTests
{
    // 5 hosts of 2 x 16 cores, 512 GiB and 12 VMs of 8 GiB in all: with one lost 3 VMs at once on each, ceil(12 / 4); 96 GiB of VMs, 19.2 on each host.
    [Theory]
    [InlineData("max-hosts=4", "5 hosts: it is for 4")]
    [InlineData("max-hosts=5", null)]
    [InlineData("max-hosts-per-pool=4", "5 hosts in one pool: at most 4 are allowed")]
    [InlineData("max-hosts-per-pool=5", null)]
    [InlineData("max-sockets-per-host=1", "host 1 has 2 sockets: at most 1 are allowed")]
    [InlineData("max-sockets-per-host=2", null)]
    [InlineData("max-memory-gib=511", "host 1 has 512 GiB of memory: at most 511 are allowed")]
    [InlineData("max-memory-gib=512", null)]
    [InlineData("max-vms-per-host=2", "host 1 has 3 VMs that may run on it at once: at most 2 are allowed")]
    [InlineData("max-vms-per-host=3", null)]
    [InlineData("max-vms-per-core=0.05", "host 1 has 3 VMs that may run on it at once and 32 licensed cores: at most 0.05 for each are allowed")]
    [InlineData("max-vms-per-core=0.1", null)]
    [InlineData("max-gib-of-vms-per-host=24", null)]
    [InlineData("max-gib-of-vms-per-host=23", "host 1 has 24 GiB of memory of VMs: at most 23 are allowed")]
    [InlineData("max-gib-of-vms=119", "120 GiB of memory of VMs: at most 119 in all are allowed")]
    [InlineData("max-gib-of-vms=120", null)]
    [InlineData("max-gib-of-vms-per-socket=11", "120 GiB of memory of VMs: at most 110 for 10 sockets are allowed")]
    [InlineData("max-gib-of-vms-per-socket=12", null)]
    public void An_estate_beyond_a_limit_is_refused_with_both_figures(string limit, string? words)
    {
        var question = new QuoteQuestion(5, 2, 16, 12, 1) { HostMemory = ByteSize.FromGiB(512), VmMemory = ByteSize.FromGiB(24) };
        foreach (var metric in new[] { "core", "socket", "host", "vm", "socket-pair" })
        {
            Assert.Equal(words, Licensed.Of(metric, limit, question).Refusal?.Words());
        }
    }

    [Fact]
    public void All_limits_that_are_broken_are_named() => Assert.Equal(
        "3 hosts: it is for 2; host 1 has 4 sockets: at most 2 are allowed",
        Licensed.Of("socket", "max-hosts=2;max-sockets-per-host=2", 3, 4, 8).Refusal?.Words());

    // A pool of 3 and one of 2 are each within 3.
    [Fact]
    public void Hosts_are_counted_by_pool_where_the_limit_is_one_of_pools()
    {
        LicensedHost[] hosts = [.. Enumerable.Range(0, 5).Select(index => new LicensedHost($"h{index}", 2, 8) { Pool = index < 3 ? "A" : "B" })];
        Assert.Null(Licensed.Of("host", "max-hosts-per-pool=3", hosts).Refusal?.Words());
        Assert.Equal("3 hosts in the pool A: at most 2 are allowed", Licensed.Of("host", "max-hosts-per-pool=2", hosts).Refusal?.Words());
    }

    [Theory]
    [InlineData("no-guests=1", true, 1, "it covers a host itself, and none of its VMs")]
    [InlineData("no-guests=1", false, 1, null)]
    [InlineData("max-days=90", false, 1, "it ends after 90 days, and is asked for 1 year")]
    [InlineData("max-days=730", false, 2, null)]
    public void What_a_product_is_used_for_and_how_long_is_limited_too(string limit, bool forGuests, int years, string? words) =>
        Assert.Equal(words, ProductLines.Quantity(Licensed.Rule("socket-pair", limit), new LicensedEstate([new LicensedHost("a", 2, 8)]), forGuests, years, new CaseCache()).Refusal?.Words());
}
