using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The vCPUs and the memory that other sheets hold, for VMs whose own sheet leaves one of them blank.</summary>
internal sealed class OtherSizes
{
    private readonly VmFields fields;
    private readonly ReadingLog log;
    private readonly IReadOnlyDictionary<SheetRow, ByteSize> memory = new Dictionary<SheetRow, ByteSize>();
    private readonly Dictionary<SheetRow, int> cpus = [];
    private readonly List<SheetRow> used = [];

    /// <summary>Looks into the other sheets only where a VM needs it.</summary>
    public OtherSizes(SheetTable table, VmFields fields, VmDetails details, ReadingLog log)
    {
        (this.fields, this.log) = (fields, log);
        SheetRow[] named = [.. table.Rows.Where(row => row.Text(fields.Name) is not null)];
        var index = new VmIndex(named, fields.Keys);
        if (named.Any(row => row.Text(fields.Memory) is null))
        {
            memory = details.Memory?.Sums(index, table.Name, log, counts: false) ?? memory;
        }

        if (details.VCpus is { Table: { } sheet } other && named.Any(row => row.Text(fields.VCpus) is null))
        {
            foreach (var row in sheet.Rows)
            {
                if (index.Find(row, other.Keys) is { } vm && log.Whole(row, other.Count, VmSizes.MostVCpus) is { } count)
                {
                    cpus.TryAdd(vm, count);
                }
            }
        }
    }

    /// <summary>The size of a VM whose row leaves vCPUs or memory blank, where other sheets fill it; null for every other row.</summary>
    public (int VCpus, ByteSize Memory)? Of(SheetRow row)
    {
        if (row.Text(fields.VCpus) is not null && row.Text(fields.Memory) is not null)
        {
            return null;
        }

        var ownCpus = log.Whole(row, fields.VCpus, VmSizes.MostVCpus);
        var ownMemory = log.Size(row, fields.Memory, VmSizes.MostMiB) is { Bytes: > 0 } size ? (ByteSize?)size : null;
        if ((ownCpus ?? (cpus.TryGetValue(row, out var other) ? other : null)) is not { } vcpus
            || (ownMemory ?? (memory.TryGetValue(row, out var listed) && listed > ByteSize.Zero ? listed : null)) is not { } bytes)
        {
            return null;
        }

        used.Add(row);
        return (vcpus, bytes);
    }

    /// <summary>Says for how many VMs other sheets were used.</summary>
    public void Conclude() => log.About(
        used, fields.Name, Severity.Note, "sizes-from-other-sheets",
        Message.Of("sizes-from-other-sheets", ("vms", used.Count), ("rows", ReadingWords.Rows(used))), Message.Of("sizes-from-other-sheets.done"));
}
