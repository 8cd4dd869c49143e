using System.Globalization;
using System.Runtime.InteropServices;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>Binds a process to CPUs.</summary>
internal static class ThreadAffinity
{
    private const int CpusPerByte = 8;

    /// <summary>What the kernel takes as a mask is a multiple of its word.</summary>
    private const int WordBytes = 8;

    /// <summary>
    /// Binds all threads of a process to these logical CPUs of the host; those that it starts later inherit that. Why it could not be done, or null.
    /// </summary>
    public static Message? Bind(int process, IReadOnlyCollection<int> logicalCpus)
    {
        ArgumentOutOfRangeException.ThrowIfZero(logicalCpus.Count, nameof(logicalCpus));
        var mask = Mask(logicalCpus);
        HashSet<int> bound = [];
        try
        {
            // A thread may start another while we look: until none is new.
            while (Threads(process).Where(bound.Add).ToList() is { Count: > 0 } found)
            {
                foreach (var thread in found)
                {
                    if (Linux.SetAffinity(thread, (nuint)mask.Length, mask) != 0 && Marshal.GetLastPInvokeError() is var error and not Linux.NoProcess)
                    {
                        return Message.Of(
                            "probe.not-bound",
                            ("thread", thread),
                            ("process", process),
                            ("cpus", string.Join(", ", logicalCpus)),
                            ("why", Linux.Words(error)));
                    }
                }
            }
        }
        catch (IOException)
        {
            return Message.Of("probe.gone", ("process", process));
        }

        return null;
    }

    private static IEnumerable<int> Threads(int process) =>
        Directory.EnumerateDirectories(FormattableString.Invariant($"/proc/{process}/task"))
            .Select(folder => int.Parse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture));

    private static byte[] Mask(IReadOnlyCollection<int> logicalCpus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(logicalCpus.Min(), nameof(logicalCpus));
        var mask = new byte[((logicalCpus.Max() / CpusPerByte / WordBytes) + 1) * WordBytes];
        foreach (var cpu in logicalCpus)
        {
            mask[cpu / CpusPerByte] |= (byte)(1 << (cpu % CpusPerByte));
        }

        return mask;
    }
}
