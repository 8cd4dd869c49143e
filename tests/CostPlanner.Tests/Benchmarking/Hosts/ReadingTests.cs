using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Hosts;

/// <summary>Counters of a host, of a process and of its memory, from files as the kernel writes them.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Process = "proc/16500";
    private readonly HostTree host = HostTree.Empty();

    public void Dispose() => host.Dispose();

    [Fact]
    public void Counters_of_a_host_are_read_in_their_units()
    {
        // user 32516.53, nice 497.37, system 1931.19, irq 14.13, softirq 25.37: 34984.59 s busy; idle 32528.59, iowait 45.22: 32573.81 s;
        // steal 0.01 s. The last two times are guests' and in user already.
        host.Put("proc/stat", "cpu  3251653 49737 193119 3252859 4522 1413 2537 1 700 80\ncpu0 1 2 3 4 5 6 7 8 0 0");
        host.Put("proc/pressure/cpu", "some avg10=1.02 avg60=2.97 avg300=13.65 total=10477792524\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0");
        host.Put("proc/vmstat", "pswpin 12\npswpout 30\npgpgin 99");
        host.Put("proc/meminfo", "MemTotal: 24684084 kB\nMemAvailable: 24006752 kB\nSecPageTables: 2048 kB");
        host.Put("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "3");
        host.Put("sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count", "4");
        host.Put("sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count", "5");
        host.Put("sys/kernel/mm/ksm/run", "1");
        host.Put("sys/kernel/mm/ksm/full_scans", "7");

        var reading = HostReading.Take(host.Root);

        Assert.Equal((34984.59, 32573.81, 0.01), (Rounded(reading.Cpu?.Busy), Rounded(reading.Cpu?.Idle), reading.Cpu?.Steal));
        Assert.Equal((1.02, 42L, 12L), (reading.CpuPressure, reading.Swapped, reading.Throttled));
        Assert.Equal((ByteSize.FromBytes(24006752L << 10), ByteSize.FromMiB(2), (long?)7), (reading.MemoryAvailable, reading.SecondLevelPageTables, reading.MergeScans));
        Assert.True(reading.IsMerging);
        Assert.Empty(reading.Unknown);
    }

    [Fact]
    public void What_a_host_does_not_tell_is_unknown_with_its_reason_and_never_nothing()
    {
        host.Put("proc/stat", "intr 5");

        var reading = HostReading.Take(host.Root);

        Assert.Equal((null, null, null, null, null), (reading.Cpu, reading.CpuPressure, reading.Swapped, reading.Throttled, reading.IsMerging));
        Assert.Equal("/proc/stat begins with no line of eight times", reading.Unknown["cpu"].Words());
        Assert.Equal(["cpu", "cpuPressure", "isMerging", "memoryAvailable", "mergeScans", "secondLevelPageTables", "swapped", "throttled"], reading.Unknown.Keys);
    }

    [Fact]
    public void Setting_the_clock_on_the_wall_shows_and_time_that_passes_does_not()
    {
        var clock = new SetClock();
        var first = HostReading.Take(host.Root, clock);
        clock.Passes(TimeSpan.FromMinutes(3));
        var second = HostReading.Take(host.Root, clock);
        clock.Wall += TimeSpan.FromSeconds(2);
        var third = HostReading.Take(host.Root, clock);

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(2)), (second.ClockOffset - first.ClockOffset, third.ClockOffset - second.ClockOffset));
    }

    [Fact]
    public void This_hosts_cpus_are_read_and_only_grow()
    {
        var first = HostReading.Take().Cpu!.Value;
        var own = ProcessReading.Take(Environment.ProcessId)!.Cpu;
        var second = HostReading.Take().Cpu!.Value;

        Assert.True(own > 0);
        Assert.True(second.All >= first.All && second.Busy >= first.Busy);
    }

    [Fact]
    public void A_guests_threads_are_told_apart_by_their_names()
    {
        // Captured from QEMU under TCG: 266 + 48 ticks are 3.14 s; its threads have 3.1434 s, which is nearer.
        host.Put($"{Process}/stat", "16500 (qemu ) S 1) S 16496 16496 10200 0 -1 138412416 14227 0 42 0 266 48 0 0 20 0 4 0 3429062 1592934400 59225");
        Thread(16500, "qemu-system-x86", "91953607 73445640 1429");
        Thread(16502, "CPU 0/KVM is not me", "7505092 4378914 47");
        Thread(16503, "CPU 0/TCG", "2068591277 15744982 1154");
        Thread(16504, "CPU 1/TCG", "975790061 22505399 1307");

        var reading = ProcessReading.Take(16500, host.Root)!;

        Assert.Equal((3.1438, 3.0444, 0.0383), (Rounded(reading.Cpu, 4), Rounded(reading.VCpus?.Run, 4), Rounded(reading.VCpus?.Wait, 4)));
    }

    [Fact]
    public void A_kernel_that_counts_no_waiting_leaves_the_vcpus_unknown_and_ticks_count()
    {
        host.Put($"{Process}/stat", "16500 (qemu) S 1 1 1 0 -1 1 1 0 42 0 266 48 0 0 20 0 4 0 1");
        Thread(16503, "CPU 0/KVM", "0 0 0");

        Assert.Equal(new ProcessReading(3.14, null), ProcessReading.Take(16500, host.Root));
        Assert.Null(ProcessReading.Take(16501, host.Root));
    }

    [Fact]
    public void A_guests_memory_is_found_by_its_size_even_where_it_is_cut()
    {
        host.Put($"{Process}/smaps_rollup", "558f9c583000-7ffc7e99a000 ---p 00000000 00:00 0                          [rollup]\nRss:  237272 kB\nPss:  235827 kB\nPss_Anon:  213676 kB");
        host.Put($"{Process}/status", "Name:\tqemu\nVmPTE:\t     628 kB");

        // 192 MiB are 0xc000000 bytes, here 0x5e00000 and 0x6200000 of them; the translated code's area has the size, too, but may be run.
        host.Put($"{Process}/smaps", string.Concat(
            Area("7ff5b0000000-7ff5bc000000 rw-p", 0),
            Area("7ff5bbe00000-7ff5c1c00000 rw-p", 100_000),
            Area("7ff5c1c00000-7ff5c7e00000 rw-p", 24_928),
            Area("7ff5d0000000-7ff5dc000000 rwxp", 999_999),
            Area("7ff5e0000000-7ff5e0001000 rw-p", 4),
            Area("ffffffffff600000-ffffffffff601000 --xp", 0)));

        var memory = ProcessMemory.Take(16500, ByteSize.FromMiB(192), host.Root);

        Assert.Equal(new ProcessMemory(ByteSize.FromBytes(235827L << 10), ByteSize.FromBytes(124928L << 10), ByteSize.FromBytes(628L << 10)), memory);
        Assert.Null(ProcessMemory.Take(16500, ByteSize.FromMiB(191), host.Root)!.Ram);
        Assert.Null(ProcessMemory.Take(16501, ByteSize.FromMiB(192), host.Root));
    }

    private static string Area(string head, int pss) => FormattableString.Invariant($"{head} 00000000 00:00 0 \nSize: 196608 kB\nPss: {pss} kB\nPss_Dirty: 7 kB\n");

    private static double? Rounded(double? value, int digits = 2) => value is { } known ? Math.Round(known, digits) : null;

    private void Thread(int thread, string name, string times)
    {
        host.Put($"{Process}/task/{thread}/comm", name);
        host.Put($"{Process}/task/{thread}/schedstat", times);
    }

    /// <summary>Two clocks that go together until somebody sets the one on the wall.</summary>
    private sealed class SetClock : TimeProvider
    {
        private long passed;

        public DateTimeOffset Wall { get; set; } = DateTimeOffset.UnixEpoch.AddYears(50);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => passed;

        public void Passes(TimeSpan time) => (Wall, passed) = (Wall + time, passed + time.Ticks);
    }
}
