using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>A row of vInfo that describes a VM: what no VM can be without is checked.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">The VM's name.</param>
/// <param name="Id">Unique within the inventory.</param>
/// <param name="VCpus">Virtual CPUs, 1 and above.</param>
/// <param name="Memory">Configured memory, above zero.</param>
internal sealed record VmRow(SheetRow Row, string Name, string Id, int VCpus, ByteSize Memory);

/// <summary>Sorts the rows of vInfo into those that describe a VM and those to be set aside.</summary>
internal static class VmRows
{
    private const int MostVCpus = 4096;
    private const long MostMiB = 1L << 26; // 64 TiB

    /// <summary>The rows that can be used; each of the others has its finding.</summary>
    public static IReadOnlyList<VmRow> Read(SheetTable table, ReadingLog log)
    {
        var vms = new List<VmRow>();
        var seen = new Dictionary<string, List<SheetRow>>(StringComparer.OrdinalIgnoreCase);
        var ids = new VmIds();
        foreach (var row in table.Rows)
        {
            if (Checked(row, log) is not { } vm)
            {
                continue;
            }

            if (row.Text(VmIndex.Id) is { } id && !IsNew(row, id, seen, out var first))
            {
                log.SetAside(
                    row, VmIndex.Id, "vm-twice", FormattableString.Invariant($"VM {vm.Name} has the VM ID {log.Names.Name(id, "id")} that row {first} has"),
                    "Remove one of the two rows, so that the VM is not counted twice");
                continue;
            }

            vms.Add(vm with { Id = ids.Next(row, vm.Name) });
        }

        log.CountRows(table, vms.Count);
        return vms;
    }

    private static VmRow? Checked(SheetRow row, ReadingLog log)
    {
        if (log.Names.Name(row.Text(VmIndex.Name), "vm") is not { } name)
        {
            log.SetAside(row, VmIndex.Name, "vm-without-name", "The VM has no name", "Enter its name, or export the inventory again");
            return null;
        }

        if (Cells.Whole(row.Raw(VmColumns.VCpus)) is not (>= 1 and <= MostVCpus and var vcpus))
        {
            log.SetAside(
                row, VmColumns.VCpus, "vm-cpus-unusable",
                FormattableString.Invariant($"CPUs of VM {name} is {NameMask.Shown(row.Raw(VmColumns.VCpus))}, not a whole number from 1 to {MostVCpus}"),
                "Enter its number of CPUs, or export the inventory again");
            return null;
        }

        if (Cells.Whole(row.Raw(VmColumns.Memory)) is not (>= 1 and <= MostMiB and var memory))
        {
            log.SetAside(
                row, VmColumns.Memory, "vm-memory-unusable",
                $"Memory of VM {name} is {NameMask.Shown(row.Raw(VmColumns.Memory))}, not a whole number of MiB above 0",
                "Enter its memory in MiB, or export the inventory again");
            return null;
        }

        return new VmRow(row, name, "", (int)vcpus, ByteSize.FromMiB(memory));
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
