using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A sheet beside that of the VMs with a size in each row, in MiB: an overhead, a disk.</summary>
/// <param name="Table">The sheet; null where the file has none.</param>
/// <param name="Keys">How its rows name their VMs.</param>
/// <param name="Size">The column of the size.</param>
/// <param name="MostMiB">What is larger cannot be used.</param>
internal sealed record VmDetailSheet(SheetTable? Table, VmKeys Keys, SheetColumn Size, long MostMiB)
{
    /// <summary>The column of the file that a row is about, by which a disk of several VMs is known; null where there is none.</summary>
    public SheetColumn? File { get; init; }

    /// <summary>The sum of the sizes of each VM that the sheet lists. Rows that speak of no VM are set aside, with one finding for all of them.</summary>
    /// <param name="vms">The VMs.</param>
    /// <param name="vmSheet">The name of their sheet.</param>
    /// <param name="log">Takes the findings.</param>
    /// <param name="counts">Whether the rows of the sheet are counted here; false for a second column of one sheet.</param>
    public IReadOnlyDictionary<SheetRow, ByteSize> Sums(VmIndex vms, string vmSheet, ReadingLog log, bool counts = true)
    {
        var sums = new Dictionary<SheetRow, ByteSize>();
        if (Table is null)
        {
            return sums;
        }

        if (counts && Table.Rows.Count > 0 && !Table.Has(Size))
        {
            log.CountRows(Table, 0);
            log.Add(
                Severity.Warning, "detail-column-missing",
                Message.Of("detail-column-missing", ("sheet", Table.Name), ("column", Size.Header), ("seen", RequiredColumns.Seen(Table))), Table.Place,
                Message.Of("detail-column-missing.done"), Message.Of("detail-column-missing.mend", ("column", Size.Header)));
            return sums;
        }

        var orphans = new List<SheetRow>();
        foreach (var row in Table.Rows)
        {
            if (vms.Find(row, Keys) is not { } vm)
            {
                orphans.Add(row);
            }
            else if (log.Size(row, Size, MostMiB) is { } size)
            {
                sums[vm] = sums.GetValueOrDefault(vm) + size;
            }
        }

        if (!counts)
        {
            return sums;
        }

        log.CountRows(Table, Table.Rows.Count - orphans.Count);
        if (vms.OnlyOneHasIds(Table, Keys) && Table.Rows.Count > 0)
        {
            log.Add(
                Severity.Note,
                "rows-by-name",
                Message.Of("rows-by-name", ("sheet", vmSheet), ("other", Table.Name)),
                Table.Place,
                Message.Of("rows-by-name.done"),
                Message.Of("rows-by-name.mend"));
        }

        log.About(
            orphans, Keys.Name, Severity.Warning, "rows-without-vm",
            Message.Of(
                "rows-without-vm", ("count", orphans.Count), ("sheet", Table.Name), ("vms", vmSheet), ("rows", ReadingWords.Rows(orphans))),
            Message.Of("rows-without-vm.done"), Message.Of("rows-without-vm.mend", ("vms", vmSheet)));
        return sums;
    }
}

/// <summary>The sheets that add to that of the VMs; null where a format has no such sheet.</summary>
/// <param name="Overhead">The measured memory overhead, a row for each VM.</param>
/// <param name="Disks">The disks, a row for each disk.</param>
internal sealed record VmDetails(VmDetailSheet? Overhead = null, VmDetailSheet? Disks = null)
{
    /// <summary>The configured memory, a row for each VM, for VMs without one in their own sheet.</summary>
    public VmDetailSheet? Memory { get; init; }

    /// <summary>The sheet with the vCPUs of each VM and their column, for VMs without them in their own sheet.</summary>
    public (SheetTable? Table, VmKeys Keys, SheetColumn Count)? VCpus { get; init; }

    /// <summary>What the partitions of the guests hold, a row for each, for VMs without a figure of what is in use.</summary>
    public VmDetailSheet? InUse { get; init; }

    /// <summary>A format with one sheet for all that is known of a VM.</summary>
    public static readonly VmDetails None = new();
}
