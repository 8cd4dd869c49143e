using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>Sockets, pairs of them, and the cores that a licence of a socket covers.</summary>
public class SocketTests
{
    // Before April 2020 cores do not matter: 2 CPUs of 4 or 64 cores need 2. 1, 2 and 3 sockets; XenServer counts those of all hosts.
    [Theory]
    [InlineData(1, 2, 4, 2)]
    [InlineData(1, 2, 64, 2)]
    [InlineData(1, 1, 16, 1)]
    [InlineData(1, 3, 16, 3)]
    [InlineData(3, 2, 16, 6)]
    [InlineData(32, 2, 16, 64)]
    public void Sockets_count_whatever_their_cores(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("socket", "", hosts, sockets, cores).Units);

    // Bechtle, 2020-03-06: 1 x 28 -> 1; 1 x 48 -> 2; 2 x 32 -> 2; 2 x 48 -> 4. Edges: 31, 32, 33 cores -> 1, 1, 2; 64, 65 -> 2, 3.
    [Theory]
    [InlineData(1, 28, 1)]
    [InlineData(1, 48, 2)]
    [InlineData(2, 32, 2)]
    [InlineData(2, 48, 4)]
    [InlineData(1, 31, 1)]
    [InlineData(1, 32, 1)]
    [InlineData(1, 33, 2)]
    [InlineData(1, 64, 2)]
    [InlineData(1, 65, 3)]
    public void A_CPU_licence_covers_32_cores_of_one_CPU(int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("cpu-cores", "cores-per-licence=32", 1, sockets, cores).Units);

    // Cores of two CPUs are not added: 2 x 17 = 34 need 2 licences, one each, as 34 in one CPU would; 2 x 33 need 4 and not ceil(66 / 32) = 3.
    [Theory]
    [InlineData(17, 2)]
    [InlineData(33, 4)]
    public void A_CPU_licence_is_not_shared_by_two_CPUs(int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("cpu-cores", "cores-per-licence=32", 1, 2, cores).Units);

    // ServiceNow: 10 sockets in pairs -> 5; clusters of 10 and 20 sockets -> 15; single-socket hosts 1 each. Flexera: 3 sockets -> 2.
    [Theory]
    [InlineData(5, 2, 5)]
    [InlineData(15, 2, 15)]
    [InlineData(3, 1, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(1, 3, 2)]
    [InlineData(1, 4, 2)]
    public void A_pair_of_sockets_never_spans_hosts(int hosts, int sockets, int expected) =>
        Assert.Equal(expected, Licensed.Of("socket-pair", "", hosts, sockets, 16).Units);

    // Red Hat's guide for OpenShift: 2 x 64 = 128 cores -> 1; 2 x 96 = 192 -> 2 (stacked). Edges: 2 x 65 = 130 -> 2; 2 x 128 = 256 -> 2; 1 x 129 -> 2;
    // 2 hosts of 192: 2 each, and not ceil(384 / 128) = 3.
    [Theory]
    [InlineData(1, 2, 64, 1)]
    [InlineData(1, 2, 96, 2)]
    [InlineData(1, 2, 65, 2)]
    [InlineData(1, 2, 128, 2)]
    [InlineData(1, 1, 129, 2)]
    [InlineData(2, 2, 96, 4)]
    public void A_pair_covers_128_cores_and_is_stacked(int hosts, int sockets, int cores, int expected) =>
        Assert.Equal(expected, Licensed.Of("socket-pair", "cores-per-pair=128", hosts, sockets, cores).Units);
}
