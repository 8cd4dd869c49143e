using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>The logical CPUs of one core.</summary>
public static class CoreSiblings
{
    private const string Cpus = "sys/devices/system/cpu";

    /// <summary>
    /// The CPUs of the last core that has two or more: the first core takes most interrupts. Empty where cores have one thread each, or the kernel does not
    /// tell.
    /// </summary>
    /// <param name="root">The folder that holds sys; "/" for this host.</param>
    public static ImmutableArray<int> Of(string root)
    {
        var files = new FactFiles(root);
        var cores = files.Numbered(Cpus, "cpu")
            .Select(cpu => KernelText.Numbers(files.Read($"{Cpus}/{cpu}/topology/thread_siblings_list").Text) ?? [])
            .Where(core => core.Length > 1);
        return cores.OrderBy(core => core[0]).LastOrDefault([]);
    }
}
