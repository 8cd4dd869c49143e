namespace CostPlanner.Performance;

/// <summary>What the machine is, without its name or any path.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return FormattableString.Invariant($"{Environment.ProcessorCount} cores ({CpuModel()}), {memory} GiB of memory, .NET {Environment.Version}, Linux");
    }

    /// <summary>The most memory that this process held at once, in MiB; null where the system does not tell.</summary>
    public static long? PeakMiB() => Field("/proc/self/status", "VmHWM") is { } peak && long.TryParse(peak.Split(' ')[0], out var kib) ? kib / 1024 : null;

    private static string CpuModel() => Field("/proc/cpuinfo", "model name") ?? "unknown CPU";

    private static string? Field(string file, string name) => !File.Exists(file) ? null : File.ReadLines(file)
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault();
}
