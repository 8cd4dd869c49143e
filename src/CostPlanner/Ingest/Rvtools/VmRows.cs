using System.Collections.Immutable;
using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>The rows of vInfo, sorted into those that describe a VM and those to be set aside.</summary>
/// <param name="Sized">Rows that describe a VM.</param>
/// <param name="Unsized">VMs of rows set aside for want of CPUs or memory.</param>
internal sealed record VmRows(IReadOnlyList<VmRow> Sized, ImmutableArray<UnsizedVm> Unsized)
{
    /// <summary>Sorts the rows; each that is set aside has its finding.</summary>
    public static VmRows Read(SheetTable table, ReadingLog log)
    {
        var unsized = new List<UnsizedVm>();
        var vms = new List<VmRow>();
        var seen = new Dictionary<string, List<SheetRow>>(StringComparer.OrdinalIgnoreCase);
        var ids = new VmIds();
        foreach (var row in table.Rows)
        {
            if (log.Names.Name(row.Text(VmIndex.Name), "vm") is not { } name)
            {
                log.SetAside(row, VmIndex.Name, "vm-without-name", "The VM has no name", "Enter its name, or export the inventory again");
                continue;
            }

            if (row.Text(VmIndex.Id) is { } id && !IsNew(row, id, seen, out var first))
            {
                log.SetAside(
                    row, VmIndex.Id, "vm-twice", FormattableString.Invariant($"VM {name} has the VM ID {log.Names.Name(id, "id")} that row {first} has"),
                    "Remove one of the two rows, so that the VM is not counted twice");
                continue;
            }

            if (VmSizes.Of(row, name, VmColumns.VCpus, VmColumns.Memory, log) is { } size)
            {
                vms.Add(new VmRow(row, name, ids.Next(row, name), size.VCpus, size.Memory));
            }
            else
            {
                unsized.Add(new UnsizedVm(name, VmColumns.PowerOf(row) ?? PowerState.Unknown, Cells.Flag(row.Raw(VmColumns.Template)) == true, row.Place));
            }
        }

        log.CountRows(table, vms.Count);
        return new VmRows(vms, [.. unsized]);
    }

    /// <summary>An id is used twice only within one vCenter: a merged file may hold vm-12 of each.</summary>
    private static bool IsNew(SheetRow row, string id, Dictionary<string, List<SheetRow>> seen, out int first)
    {
        if (!seen.TryGetValue(id, out var rows))
        {
            seen.Add(id, rows = []);
        }

        var same = rows.FirstOrDefault(other => VmIndex.SameServer(other, row));
        first = same?.Number ?? 0;
        if (same is null)
        {
            rows.Add(row);
        }

        return same is null;
    }
}
