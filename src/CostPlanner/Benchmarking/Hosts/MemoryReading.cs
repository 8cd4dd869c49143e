using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>Reads the memory of a host from proc/meminfo and sys/kernel/mm.</summary>
internal static class MemoryReading
{
    private const string Management = "sys/kernel/mm";

    public static MemoryFacts Of(FactFiles files)
    {
        var (text, why) = files.Read("proc/meminfo");
        var info = KernelText.Fields(text);
        ByteSize? Size(string fact, string name) =>
            files.Or(fact, KernelText.Size(info.GetValueOrDefault(name)), why ?? Message.Of("fact.meminfo-lacks", ("name", name)));

        return new MemoryFacts
        {
            Memory = Size("memory", "MemTotal"),
            MemoryAvailable = Size("memoryAvailable", "MemAvailable"),
            Swap = Size("swap", "SwapTotal"),
            TransparentHugePages = Transparent(files),
            HugePages = HugePagesIn(files),
            Ksm = Merging(files, "ksm"),
        };
    }

    private static string? Transparent(FactFiles files)
    {
        const string path = $"{Management}/transparent_hugepage/enabled";
        var (text, why) = files.Read(path);
        return files.Or("transparentHugePages", KernelText.Chosen(text), why ?? Message.Of("fact.no-choice", ("file", $"/{path}")));
    }

    // 0 is off, 1 merges, 2 has stopped and taken all merged pages apart.
    internal static bool? Merging(FactFiles files, string fact)
    {
        const string path = $"{Management}/ksm/run";
        var (text, why) = files.Read(path);
        return files.Or(fact, KernelText.Count(text) is { } run ? run == 1 : (bool?)null, why ?? Message.Of("fact.no-number", ("file", $"/{path}")));
    }

    private static ImmutableArray<HugePages>? HugePagesIn(FactFiles files)
    {
        const string folder = $"{Management}/hugepages";
        const string word = "hugepages-";
        var sizes =
            from name in files.Names(folder)
            where name.StartsWith(word, StringComparison.Ordinal)
            let size = KernelText.Size(name[word.Length..])
            let reserved = Pages(files, $"{folder}/{name}/nr_hugepages")
            let free = Pages(files, $"{folder}/{name}/free_hugepages")
            where size is not null && reserved is not null && free is not null
            orderby size
            select new HugePages(size.Value, reserved.Value, free.Value);
        var all = sizes.ToImmutableArray();
        return files.Or("hugePages", all.IsEmpty ? (ImmutableArray<HugePages>?)null : all, Message.Of("fact.no-size", ("folder", $"/{folder}")));
    }

    private static long? Pages(FactFiles files, string path) => KernelText.Long(files.Read(path).Text);
}
