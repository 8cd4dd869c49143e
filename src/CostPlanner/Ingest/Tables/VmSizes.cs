using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>What no VM can be without.</summary>
internal static class VmSizes
{
    /// <summary>The most CPUs that are believed.</summary>
    public const int MostVCpus = 4096;

    /// <summary>The most memory that is believed, in MiB: 64 TiB.</summary>
    public const long MostMiB = 1L << 26;

    /// <summary>The CPUs and the memory, which is in MiB; null, with a finding, for a row to be set aside.</summary>
    public static (int VCpus, ByteSize Memory)? Of(SheetRow row, string name, SheetColumn cpus, SheetColumn size, ReadingLog log)
    {
        if (log.Value(row, cpus) is not { } count || Cells.Whole((double)count) is not (>= 1 and <= MostVCpus and var vcpus))
        {
            log.SetAside(
                row, cpus, "vm-cpus-unusable",
                Message.Of("vm-cpus-unusable", ("column", cpus.Header), ("vm", name), ("value", NameMask.Shown(row.Raw(cpus))), ("most", MostVCpus)),
                Message.Of("vm-cpus-unusable.mend"));
            return null;
        }

        // A size in MiB is a whole number of them; one in GiB may have a fraction.
        if (log.Value(row, size) is not (>= 1 and <= MostMiB and var memory) || (log.UnitOf(row, size) == Unit.MiB && Cells.Whole((double)memory) is null))
        {
            log.SetAside(
                row, size, "vm-memory-unusable",
                Message.Of("vm-memory-unusable", ("column", size.Header), ("vm", name), ("value", NameMask.Shown(row.Raw(size)))),
                Message.Of("vm-memory-unusable.mend"));
            return null;
        }

        return ((int)vcpus, ByteSize.FromMiB(Math.Round(memory)));
    }
}
