using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The rows of the sheet of VMs, sorted into those that describe a VM and those to be set aside.</summary>
/// <param name="Sized">Rows that describe a VM.</param>
/// <param name="Unsized">VMs of rows set aside for want of CPUs or memory.</param>
internal sealed record VmRows(IReadOnlyList<VmRow> Sized, ImmutableArray<UnsizedVm> Unsized)
{
    /// <summary>Sorts the rows; each that is set aside has its finding.</summary>
    public static VmRows Read(SheetTable table, VmFields fields, VmDetails details, ReadingLog log)
    {
        TotalRow.SetAside(table, fields.Name, [fields.VCpus, fields.Memory, fields.Disk], log);
        RepeatedRows.SetAside(table, fields, log);
        var others = new OtherSizes(table, fields, details, log);
        var unsized = new List<UnsizedVm>();
        var vms = new List<VmRow>();
        var ids = new VmIds(fields.Keys);
        foreach (var row in table.Rows)
        {
            if (log.Names.Name(row.Text(fields.Name), "vm") is not { } name)
            {
                log.SetAside(row, fields.Name, "vm-without-name", Message.Of("vm-without-name"), Message.Of("vm-without-name.mend"));
                continue;
            }

            if (ids.Earlier(row) is { } earlier)
            {
                log.SetAside(
                    row, earlier.By, "vm-twice",
                    Message.Of(
                        "vm-twice",
                        ("vm", name), ("column", table.HeaderOf(earlier.By)), ("id", log.Names.Name(row.Text(earlier.By), "id") ?? ""),
                        ("row", earlier.Row.Number)),
                    Message.Of("vm-twice.mend"));
                continue;
            }

            if ((others.Of(row) ?? VmSizes.Of(row, name, fields.VCpus, fields.Memory, log)) is { } size)
            {
                vms.Add(new VmRow(row, name, ids.Next(row, name), size.VCpus, size.Memory));
            }
            else
            {
                unsized.Add(
                    new UnsizedVm(name, PowerWords.Of(row.Text(fields.Power)) ?? PowerState.Unknown, Cells.Flag(row.Raw(fields.Template)) == true, row.Place));
            }
        }

        log.CountRows(table, vms.Count);
        others.Conclude();
        return new VmRows(vms, [.. unsized]);
    }
}
