using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing;

/// <summary>Each metric against the vendors' own examples, at the edges, and against known wrong answers of third parties.</summary>
public class MetricsTests
{
    private const string Broadcom = "min-per-socket=16";
    private const string Windows = "min-per-socket=8;min-per-host=16;cores-per-unit=16;vms-per-set=2";

    // Broadcom KB 313548: 1 x 12 -> 16; 2 x 12 -> 32. NetApp HCI: 5 hosts x 2 x 18 -> 180. 3 x 2 x 16 -> 96.
    // Edges: 15 and 16 cores bill 16, 17 bill 17.
    [Theory]
    [InlineData(1, 1, 12, 16)]
    [InlineData(1, 2, 12, 32)]
    [InlineData(5, 2, 18, 180)]
    [InlineData(3, 2, 16, 96)]
    [InlineData(1, 1, 15, 16)]
    [InlineData(1, 1, 16, 16)]
    [InlineData(1, 1, 17, 17)]
    public void Cores_have_a_floor_per_socket(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Count("core", Broadcom, hosts, sockets, cores));

    // The 72-core minimum is per order line: 16 cores wanted, 72 billed; 3 hosts x 2 x 16 = 96 are above it.
    // Wrong at third parties: "72 per CPU" would bill 144 for two sockets.
    [Theory]
    [InlineData(1, 1, 16, 72)]
    [InlineData(1, 2, 16, 72)]
    [InlineData(3, 2, 16, 96)]
    public void An_order_has_a_minimum_once(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Count("core", "min-per-socket=16;min-per-order=72", hosts, sockets, cores));

    // Bechtle, 2020-03-06: 1 x 28 -> 1; 1 x 48 -> 2; 2 x 32 -> 2; 2 x 48 -> 4. Edge: 33 cores -> 2.
    [Theory]
    [InlineData(1, 28, 1)]
    [InlineData(1, 48, 2)]
    [InlineData(2, 32, 2)]
    [InlineData(2, 48, 4)]
    [InlineData(1, 33, 2)]
    public void A_CPU_licence_covers_so_many_cores(int sockets, int cores, int expected) =>
        Assert.Equal(expected, Count("cpu-cores", "cores-per-licence=32", 1, sockets, cores));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(3, 2, 6)]
    public void Sockets_count_whatever_their_cores(int hosts, int sockets, int expected) =>
        Assert.Equal(expected, Count("socket", "", hosts, sockets, 64));

    // ServiceNow: 10 sockets in pairs -> 5; single-socket hosts 1 each. Flexera: 3 sockets -> 2.
    // OpenShift: 2 x 64 = 128 cores -> 1; 2 x 96 = 192 cores -> 2.
    [Theory]
    [InlineData(5, 2, 16, 5)]
    [InlineData(3, 1, 16, 3)]
    [InlineData(1, 3, 16, 2)]
    [InlineData(1, 2, 64, 1)]
    [InlineData(1, 2, 96, 2)]
    [InlineData(1, 1, 16, 1)]
    public void Socket_pairs_never_span_hosts_and_cover_so_many_cores(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Count("socket-pair", "cores-per-pair=128", hosts, sockets, cores));

    [Theory]
    [InlineData("host", "", 7, 7)]
    [InlineData("flat", "", 7, 1)]
    [InlineData("flat", "max-hosts=3", 4, 2)]
    [InlineData("flat", "max-hosts=3", 3, 1)]
    [InlineData("kit", "max-hosts=3", 3, 1)]
    [InlineData("kit", "max-hosts=3", 4, 2)]
    public void Hosts_and_instances(string metric, string parameters, int hosts, int expected) =>
        Assert.Equal(expected, Count(metric, parameters, hosts, 2, 16));

    // Red Hat: 2 VMs per subscription, summed and rounded once: 6 VMs -> 3, 10 -> 5, 1 -> 1 (0.5 rounded up).
    [Theory]
    [InlineData(6, 3)]
    [InlineData(10, 5)]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    public void Guests_are_added_before_they_are_rounded(int vms, int expected) =>
        Assert.Equal(expected, LicenceMetrics.Count(Rule("vm", "vms-per-unit=2"), new QuoteQuestion(4, 2, 16, vms, 1).Estate()).Units);

    // 2 x 6 cores: 8 per CPU and 16 per host -> 16. 2 x 10: 20, in 2-core packs 10 (not two 16-packs). 4 x 4: 4 x 8 = 32
    // (not 16). In units of 16 cores: 1, 1.25, 2.
    [Theory]
    [InlineData(2, 6, "1")]
    [InlineData(2, 10, "1.25")]
    [InlineData(4, 4, "2")]
    [InlineData(1, 8, "1")]
    public void Windows_counts_all_cores_with_two_floors(int sockets, int cores, string expectedUnits)
    {
        Assert.Equal(expectedUnits, Text(CountWindows("windows-core-datacenter", Windows, sockets, cores, 2)));
        Assert.Equal(expectedUnits, Text(CountWindows("windows-core-standard", Windows, sockets, cores, 2)));
    }

    // 4 CPUs x 8 cores, 10 VMs: Standard 32 x 5 = 160 core licences (10 units of 16), Datacenter 32 (2 units).
    [Fact]
    public void Standard_is_stacked_for_every_two_VMs()
    {
        Assert.Equal(10m, CountWindows("windows-core-standard", Windows, 4, 8, 10));
        Assert.Equal(2m, CountWindows("windows-core-datacenter", Windows, 4, 8, 10));
    }

    // 2012: a licence covers 2 processors; 1 processor needs 1; 10 VMs on 2 processors 5 Standard.
    [Theory]
    [InlineData("windows-processor-datacenter", 1, 10, 1)]
    [InlineData("windows-processor-datacenter", 4, 10, 2)]
    [InlineData("windows-processor-standard", 2, 10, 5)]
    [InlineData("windows-processor-standard", 2, 11, 6)]
    public void Windows_2012_counts_processors(string metric, int sockets, int vms, int expected) =>
        Assert.Equal(expected, CountWindows(metric, "sockets-per-unit=2;vms-per-set=2", sockets, 8, vms));

    [Fact]
    public void Hosts_without_a_Windows_VM_need_no_Windows() =>
        Assert.Equal(0m, CountWindows("windows-core-datacenter", Windows, 2, 16, 0));

    [Fact]
    public void An_unknown_metric_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => LicenceMetrics.Count(Rule("per-moon", ""), new LicensedEstate([])));
        Assert.Contains("per-moon", error.Message, StringComparison.Ordinal);
    }

    private static decimal Count(string metric, string parameters, int hosts, int sockets, int cores) =>
        LicenceMetrics.Count(Rule(metric, parameters), new QuoteQuestion(hosts, sockets, cores, 0, 1).Estate()).Units;

    private static decimal CountWindows(string metric, string parameters, int sockets, int cores, int vms) =>
        LicenceMetrics.Count(Rule(metric, parameters), new LicensedEstate([new LicensedHost("h", sockets, cores, vms, vms)])).Units;

    private static LicenceRule Rule(string metric, string parameters) => new(metric, Estate.Parameters(parameters));

    private static string Text(decimal value) => Assumed.Text(value / 1.000000000000000000000000000000000m);
}
