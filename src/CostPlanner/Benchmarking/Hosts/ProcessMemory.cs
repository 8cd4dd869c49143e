using System.Globalization;
using System.Text.RegularExpressions;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What the memory of a guest's process comes to. A page that several processes have counts for each by its share (PSS).</summary>
/// <param name="Pss">All of it.</param>
/// <param name="Ram">The part of it that is the guest's own memory, of which only touched pages count; null where it could not be told apart.</param>
/// <param name="PageTables">The page tables of the process; those that translate the guest's memory are not in them.</param>
public sealed partial record ProcessMemory(ByteSize Pss, ByteSize? Ram, ByteSize PageTables)
{
    /// <summary>Reads the memory of a guest's process now; null when it is gone or may not be read.</summary>
    /// <param name="process">Its number.</param>
    /// <param name="ram">The guest's memory as it was told: the size by which it is found.</param>
    /// <param name="root">The folder that holds proc; "/" for this host.</param>
    public static ProcessMemory? Take(int process, ByteSize ram, string root = "/")
    {
        var files = new FactFiles(root);
        var folder = string.Create(CultureInfo.InvariantCulture, $"proc/{process}");
        var rollup = files.Read($"{folder}/smaps_rollup").Text;
        var pss = KernelText.Size(KernelText.Fields(rollup).GetValueOrDefault("Pss"));
        var tables = KernelText.Size(KernelText.Fields(files.Read($"{folder}/status").Text).GetValueOrDefault("VmPTE"));
        return pss is { } all && tables is { } known ? new ProcessMemory(all, RamIn(Areas(files.Read($"{folder}/smaps").Text ?? ""), ram), known) : null;
    }

    // The kernel may have cut the guest's memory into adjoining areas. Where several have that size the guest's is the one that is used most:
    // beside it QEMU only reserves memory so large.
    private static ByteSize? RamIn(List<Area> areas, ByteSize ram) =>
        areas.Select((_, first) => PssOf(areas, first, ram)).OfType<ByteSize>().OrderDescending().Cast<ByteSize?>().FirstOrDefault();

    private static ByteSize? PssOf(List<Area> areas, int first, ByteSize ram)
    {
        var (size, pss, next) = (0L, ByteSize.Zero, areas[first].Start);
        foreach (var area in areas.Skip(first).TakeWhile(_ => size < ram.Bytes))
        {
            if (area.Start != next || !area.MayBeRam)
            {
                return null;
            }

            (size, pss, next) = (size + area.End - area.Start, pss + area.Pss, area.End);
        }

        return size == ram.Bytes ? pss : null;
    }

    private static List<Area> Areas(string smaps)
    {
        List<Area> areas = [];
        foreach (var line in smaps.Split('\n'))
        {
            if (Head().Match(line) is { Success: true } head)
            {
                areas.Add(new Area(Address(head, "start"), Address(head, "end"), head.Groups["rights"].Value is "rw-p" or "rw-s", ByteSize.Zero));
            }
            else if (areas.Count > 0 && line.StartsWith("Pss:", StringComparison.Ordinal) && KernelText.Size(line["Pss:".Length..].Trim()) is { } pss)
            {
                areas[^1] = areas[^1] with { Pss = pss };
            }
        }

        return areas;
    }

    private static long Address(Match head, string name) =>
        unchecked((long)ulong.Parse(head.Groups[name].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\A(?<start>[0-9a-f]{1,16})-(?<end>[0-9a-f]{1,16}) (?<rights>[-rwxps]{4}) ")]
    private static partial Regex Head();

    /// <summary>One area of a process's addresses.</summary>
    private sealed record Area(long Start, long End, bool MayBeRam, ByteSize Pss);
}
