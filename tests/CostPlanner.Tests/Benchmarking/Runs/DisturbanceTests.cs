using System.Globalization;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs;

/// <summary>What others did to a host between two readings of its counters; ticks are hundredths of a second.</summary>
public sealed class DisturbanceTests : IDisposable
{
    private const string Zeroes = "10 9 8 7";
    private readonly HostTree host = new();

    public void Dispose() => host.Dispose();

    // 10 s of 4 CPUs are 4,000 ticks. Busy 1,120 more, of which 1,000 were ours: 120 / 4,000 = 3 %, which is just allowed.
    [Theory]
    [InlineData(1120, 0, null)]
    [InlineData(1121, 0, RejectReason.ForeignLoad)]
    [InlineData(1000, 20, null)]
    [InlineData(1000, 21, RejectReason.HostSteal)]
    public void Cpu_that_is_not_ours_is_foreign(int busy, int steal, RejectReason? expected)
    {
        var before = Read(busy: 0, steal: 0, ours: Zeroes);

        // utime 10 + stime 9 + cutime 8 + cstime 7 become 510, 209, 208 and 107: 1,000 ticks more.
        var after = Read(busy, steal, ours: "510 209 208 107", all: 4000);

        Assert.Equal(expected, Disturbance.Between(before, after).Rejection?.Reason);
    }

    [Fact]
    public void A_page_that_was_swapped_and_a_hot_cpu_are_told()
    {
        host.Put("proc/vmstat", "pswpin 1\npswpout 1\n");
        host.Put("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "7");
        var before = Read(0, 0, Zeroes);
        host.Put("proc/vmstat", "pswpin 1\npswpout 2\n");
        host.Put("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "9");
        var stretch = Disturbance.Between(before, Read(0, 0, Zeroes, all: 4000));

        Assert.Equal((1, 2), (stretch.Swapped, stretch.Throttled));
        Assert.Equal(RejectReason.Swapping, stretch.Rejection?.Reason);
        Assert.Equal(["swapping", "thermal-throttling"], Disturbance.Checks([stretch]).Where(check => !check.Passed).Select(check => check.Name));
    }

    // Nothing can be said for a host whose counters cannot be read: it is not called quiet.
    [Fact]
    public void A_host_that_does_not_count_its_cpu_is_not_quiet()
    {
        var silent = QuietReading.Take(host.Root);
        var stretch = Disturbance.Between(silent, silent);

        Assert.Equal(RejectReason.ForeignLoad, stretch.Rejection?.Reason);
        Assert.Equal("not counted by this host", Disturbance.Checks([stretch])[0].Value.Words());
    }

    [Fact]
    public void The_worst_stretch_is_the_runs()
    {
        Disturbance[] stretches = [new(0.01, 0, 0, null, 0), new(0.2, 0, 0, null, 0), new(0, 0, 0, null, 0)];

        var check = Disturbance.Checks(stretches).Single(each => each.Name == "foreign-load");

        Assert.Equal(("20.0 % of the CPU", false), (check.Value.Words(), check.Passed));
    }

    [Theory]
    [InlineData("1.00", true)]
    [InlineData("1.01", false)]
    public void Tasks_that_waited_before_are_told(string percent, bool passed)
    {
        host.Put("proc/pressure/cpu", $"some avg10={percent} avg60=0.00 avg300=0.00 total=1\n");

        Assert.Equal(passed, Read(0, 0, Zeroes).PressureCheck().Passed);
    }

    // One line of the log is new, and the group was held back 3 times more.
    [Fact]
    public void What_the_kernel_complains_of_between_two_moments_is_told()
    {
        host.Put("proc/self/cgroup", "0::/user.slice/a\n");
        host.Put("sys/fs/cgroup/user.slice/a/cpu.stat", "usage_usec 5\nnr_periods 9\nnr_throttled 4\n");
        Assert.Equal(4, HostComplaints.ThrottledOf(host.Root));

        var checks = HostComplaints.Checks(new HostComplaints(["[1.0] disk"], 1), new HostComplaints(["[1.0] disk", "[2.0] disk"], 4));
        Assert.Equal([("host-kernel-errors", "1 new in its log", false), ("cgroup-throttled", "3 times", false)], checks.Select(check => (check.Name, check.Value.Words(), check.Passed)));
        Assert.All(HostComplaints.Checks(new HostComplaints(null, null), new HostComplaints([], null)), check => Assert.True(check.Passed));
    }

    private QuietReading Read(int busy, int steal, string ours, int all = 0)
    {
        host.Put("proc/stat", string.Create(CultureInfo.InvariantCulture, $"cpu  {busy} 0 0 {all - busy - steal} 0 0 0 {steal} 0 0\n"));
        host.Put("proc/self/stat", $"1 (a (b) c) S 0 0 0 0 0 0 0 0 0 0 {ours} 20 0 1 0\n");
        return QuietReading.Take(host.Root);
    }
}
