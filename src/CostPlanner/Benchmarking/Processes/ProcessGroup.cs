using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>Ends a child with everything that belongs to it.</summary>
internal static class ProcessGroup
{
    private const int Kill = 9;

    /// <summary>Kills the group that the child leads, if it leads one, then the child and its descendants.</summary>
    /// <remarks>A child that has ended is left alone: its number may be another's by now.</remarks>
    public static void End(Process child)
    {
        try
        {
            // A browser is run on other systems, too.
            if (OperatingSystem.IsLinux() && !child.HasExited && GroupOf(child.Id) == child.Id)
            {
                _ = Signal(-child.Id, Kill);
            }

            child.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended on its own meanwhile.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    [DllImport("libc", EntryPoint = "getpgid")]
    private static extern int GroupOf(int process);
}
