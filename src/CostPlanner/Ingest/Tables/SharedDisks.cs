using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Disks that are attached to several VMs (multi-writer, a shared bus): the sheet of disks lists the same file under each of them.</summary>
/// <remarks>
/// Each counts once: with the first VM, in the order of the sheet of VMs, that runs, else with the first. Known by manager and path, "[datastore]
/// folder/name.vmdk"; the words for a sharing mode differ by version and language and are not needed: one file cannot be two disks.
/// </remarks>
internal static class SharedDisks
{
    /// <summary>For each VM the size of the disks that are counted with another VM; one finding for all of them.</summary>
    /// <param name="disks">The sheet of disks.</param>
    /// <param name="vms">The VMs.</param>
    /// <param name="runs">Whether a VM runs.</param>
    /// <param name="log">Where the finding goes.</param>
    public static IReadOnlyDictionary<SheetRow, ByteSize> CountedElsewhere(VmDetailSheet? disks, VmIndex vms, Func<SheetRow, bool> runs, ReadingLog log)
    {
        var elsewhere = new Dictionary<SheetRow, ByteSize>();
        var (shared, again) = (0, ByteSize.Zero);
        foreach (var disk in disks?.Table is { } table && disks.File is { } file && table.Has(file) ? Attached(disks, table, file, vms) : [])
        {
            var owners = disk.Select(each => each.Vm).Distinct().OrderBy(vm => vm.Number).ToList();
            if (owners.Count < 2 || disk.Max(each => log.Size(each.Row, disks!.Size, disks.MostMiB)) is not { Bytes: > 0 } size)
            {
                continue;
            }

            shared++;
            var owner = owners.Find(vm => runs(vm)) ?? owners[0];
            foreach (var other in owners.Where(vm => vm != owner))
            {
                elsewhere[other] = elsewhere.GetValueOrDefault(other) + size;
                again += size;
            }
        }

        if (shared > 0)
        {
            log.Add(
                Severity.Note, "disks-shared",
                Message.Of("disks-shared", ("disks", shared), ("sheet", disks!.Table!.Name), ("again", again)),
                disks.Table.Place, Message.Of("disks-shared.done"));
        }

        return elsewhere;
    }

    private static IEnumerable<IGrouping<(string?, string), (SheetRow Vm, SheetRow Row)>> Attached(
        VmDetailSheet disks, SheetTable table, SheetColumn file, VmIndex vms) =>
        from row in table.Rows
        let path = row.Text(file)
        where path is not null && path.StartsWith('[')
        group row by (row.Text(disks.Keys.Server), path) into rows
        where rows.Count() > 1
        from each in rows
        let vm = vms.Find(each, disks.Keys)
        where vm is not null
        group (Vm: vm, Row: each) by rows.Key;
}
