using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>What the sheets beside vInfo know of its VMs: the memory overhead of vMemory, the disks of vDisk.</summary>
internal static class VmDetails
{
    private const long MostOverheadMiB = 1L << 20; // 1 TiB
    private const long MostDiskMiB = 1L << 27; // 128 TiB
    private static readonly Column Overhead = new("Overhead");
    private static readonly Column Capacity = new("Capacity MiB", "Capacity MB");

    /// <summary>The columns read of vMemory.</summary>
    public static readonly SheetLayout MemoryLayout = new("vMemory", VmIndex.Name, VmIndex.Id, VmIndex.Uuid, VmIndex.Server, Overhead);

    /// <summary>The columns read of vDisk.</summary>
    public static readonly SheetLayout DiskLayout = new("vDisk", VmIndex.Name, VmIndex.Id, VmIndex.Uuid, VmIndex.Server, Capacity);

    /// <summary>The measured overhead of each VM that has one above zero; the sheet's unit is MiB.</summary>
    public static IReadOnlyDictionary<SheetRow, ByteSize> Overheads(SheetTable? memory, VmIndex vms, ReadingLog log)
    {
        var overheads = new Dictionary<SheetRow, ByteSize>();
        foreach (var (vm, row) in Matched(memory, vms, log))
        {
            if (log.SizeInMiB(row, Overhead, MostOverheadMiB) is { Bytes: > 0 } size)
            {
                overheads.TryAdd(vm, size);
            }
        }

        return overheads;
    }

    /// <summary>The sum of the disks of each VM that vDisk lists.</summary>
    public static IReadOnlyDictionary<SheetRow, ByteSize> Disks(SheetTable? disks, VmIndex vms, ReadingLog log)
    {
        var sums = new Dictionary<SheetRow, ByteSize>();
        foreach (var (vm, row) in Matched(disks, vms, log))
        {
            if (log.SizeInMiB(row, Capacity, MostDiskMiB) is { } size)
            {
                sums[vm] = sums.GetValueOrDefault(vm) + size;
            }
        }

        return sums;
    }

    /// <summary>Rows that speak of no VM of vInfo are set aside, with one finding for all of them.</summary>
    private static List<(SheetRow Vm, SheetRow Row)> Matched(SheetTable? table, VmIndex vms, ReadingLog log)
    {
        if (table is null)
        {
            return [];
        }

        var matched = new List<(SheetRow Vm, SheetRow Row)>();
        var orphans = new List<SheetRow>();
        foreach (var row in table.Rows)
        {
            if (vms.Find(row) is { } vm)
            {
                matched.Add((vm, row));
            }
            else
            {
                orphans.Add(row);
            }
        }

        log.CountRows(table, matched.Count);
        log.About(
            orphans, VmIndex.Name, Severity.Warning, "rows-without-vm",
            $"{Wording.Plural(orphans.Count, "row")} of {table.Name} cannot be matched to a VM that was read from vInfo",
            "The rows were set aside", "Export all sheets again at one time, with their ID columns, if rows of vInfo were removed by mistake");
        return matched;
    }
}
