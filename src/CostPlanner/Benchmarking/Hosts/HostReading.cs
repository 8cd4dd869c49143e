using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What a host's counters say at one moment. Two of them tell what happened in between.</summary>
/// <remarks>What could not be had is null, and <see cref="Unknown"/> says why, under the property's name in lower camel case.</remarks>
public sealed record HostReading
{
    /// <summary>CPU time of the whole host since it started; null where unknown.</summary>
    public HostCpuTime? Cpu { get; init; }

    /// <summary>Share of the last 10 s in which a task waited for a CPU, in percent.</summary>
    public double? CpuPressure { get; init; }

    /// <summary>Pages read from and written to swap since the host started.</summary>
    public long? Swapped { get; init; }

    /// <summary>Memory that the host has available for new work.</summary>
    public ByteSize? MemoryAvailable { get; init; }

    /// <summary>How often its CPUs have slowed themselves down because they were hot, cores and packages added up.</summary>
    public long? Throttled { get; init; }

    /// <summary>The page tables that translate guests' memory, of all guests together: in no process's own figures.</summary>
    public ByteSize? SecondLevelPageTables { get; init; }

    /// <summary>Whether equal pages are being merged (KSM).</summary>
    public bool? IsMerging { get; init; }

    /// <summary>How often merging has gone over all memory since it was switched on.</summary>
    public long? MergeScans { get; init; }

    /// <summary>The clock on the wall less the one that is never set: it changes only when the host's clock is set.</summary>
    public required TimeSpan ClockOffset { get; init; }

    /// <summary>Why others are null.</summary>
    public required ImmutableSortedDictionary<string, Message> Unknown { get; init; }

    /// <summary>Reads the counters now.</summary>
    /// <param name="root">The folder that holds proc and sys; "/" for this host.</param>
    /// <param name="clock">The host's clocks; null for those of this host.</param>
    public static HostReading Take(string root = "/", TimeProvider? clock = null)
    {
        var files = new FactFiles(root);
        var time = clock ?? TimeProvider.System;
        var (memory, why) = files.Read("proc/meminfo");
        var sizes = KernelText.Fields(memory);
        ByteSize? Size(string fact, string name) =>
            files.Or(fact, KernelText.Size(sizes.GetValueOrDefault(name)), why ?? Message.Of("fact.meminfo-lacks", ("name", name)));

        return new HostReading
        {
            Cpu = CpuTime(files),
            CpuPressure = Pressure(files),
            Swapped = Swaps(files),
            MemoryAvailable = Size("memoryAvailable", "MemAvailable"),
            Throttled = Throttles(files),
            SecondLevelPageTables = Size("secondLevelPageTables", "SecPageTables"),
            IsMerging = MemoryReading.Merging(files, "isMerging"),
            MergeScans = Scans(files),
            ClockOffset = time.GetUtcNow() - DateTimeOffset.UnixEpoch - time.GetElapsedTime(0, time.GetTimestamp()),
            Unknown = files.Unknown,
        };
    }

    // "cpu user nice system idle iowait irq softirq steal guest guest-nice": time of guests is in user already.
    private static HostCpuTime? CpuTime(FactFiles files)
    {
        var (text, why) = files.Read("proc/stat");
        var words = (text ?? "").Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = words.Skip(1).Take(8).Select(KernelText.Seconds).OfType<double>().ToArray();
        return files.Or<HostCpuTime?>(
            "cpu",
            words is ["cpu", ..] && times is [var user, var nice, var system, var idle, var waiting, var interrupts, var soft, var steal]
                ? new HostCpuTime(user + nice + system + interrupts + soft, idle + waiting, steal)
                : null,
            why ?? Message.Of("fact.stat"));
    }

    private static double? Pressure(FactFiles files)
    {
        const string path = "proc/pressure/cpu";
        const string name = "avg10=";
        var (text, why) = files.Read(path);
        var word = (text ?? "").Split('\n').Where(line => line.StartsWith("some ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')).FirstOrDefault(word => word.StartsWith(name, StringComparison.Ordinal));
        return files.Or(
            "cpuPressure",
            double.TryParse(word?[name.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : (double?)null,
            why ?? Message.Of("fact.pressure", ("file", $"/{path}")));
    }

    private static long? Swaps(FactFiles files)
    {
        const string path = "proc/vmstat";
        var (text, why) = files.Read(path);
        var counts = (text ?? "").Split('\n').Select(line => line.Split(' '))
            .Where(words => words is ["pswpin" or "pswpout", _])
            .Select(words => KernelText.Long(words[1])).OfType<long>().ToList();
        return files.Or("swapped", counts.Count == 2 ? counts.Sum() : (long?)null, why ?? Message.Of("fact.swaps", ("file", $"/{path}")));
    }

    private static long? Throttles(FactFiles files)
    {
        const string cpus = "sys/devices/system/cpu";
        var counts = files.Numbered(cpus, "cpu")
            .SelectMany(
                cpu => new[] { "core", "package" }.Select(part => KernelText.Long(files.Read($"{cpus}/{cpu}/thermal_throttle/{part}_throttle_count").Text)))
            .OfType<long>().ToList();
        return files.Or("throttled", counts.Count > 0 ? counts.Sum() : (long?)null, Message.Of("fact.absent", ("file", $"/{cpus}/cpu*/thermal_throttle")));
    }

    private static long? Scans(FactFiles files)
    {
        const string path = "sys/kernel/mm/ksm/full_scans";
        var (text, why) = files.Read(path);
        return files.Or("mergeScans", KernelText.Long(text), why ?? Message.Of("fact.no-number", ("file", $"/{path}")));
    }
}

/// <summary>CPU seconds of a host since it started, over all its CPUs; what a hypervisor below took is in none but Steal.</summary>
/// <param name="Busy">Seconds at work, guests' included.</param>
/// <param name="Idle">Seconds without work.</param>
/// <param name="Steal">Seconds that a hypervisor below took.</param>
public readonly record struct HostCpuTime(double Busy, double Idle, double Steal)
{
    /// <summary>What came between two moments.</summary>
    public static HostCpuTime operator -(HostCpuTime later, HostCpuTime earlier) =>
        new(later.Busy - earlier.Busy, later.Idle - earlier.Idle, later.Steal - earlier.Steal);

    /// <summary>All of them: CPUs times seconds.</summary>
    public double All => Busy + Idle + Steal;
}
