using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>What is told of many rows of the sheet of VMs at once.</summary>
internal static class VmFindings
{
    /// <summary>Words of power states and of templates that are not known, or mean a state in between.</summary>
    /// <param name="power">Words of power states that are not known.</param>
    /// <param name="inBetween">Words of states between on and off.</param>
    /// <param name="template">Words that are neither true nor false.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Words(UnknownWords power, UnknownWords inBetween, UnknownWords template, ReadingLog log)
    {
        power.Conclude(
            log, Severity.Warning, "power-words-unknown",
            found => Message.Of(
                "power-words-unknown", ("column", found.Column), ("vms", found.Vms), ("words", found.Words), ("rows", found.Rows)),
            Message.Of("power-words-unknown.done"), Message.Of("power-words-unknown.mend"));
        inBetween.Conclude(
            log, Severity.Note, "power-in-between",
            found => Message.Of("power-in-between", ("column", found.Column), ("vms", found.Vms), ("words", found.Words), ("rows", found.Rows)),
            Message.Of("power-in-between.done"), null);
        template.Conclude(
            log, Severity.Warning, "template-words-unknown",
            found => Message.Of(
                "template-words-unknown", ("column", found.Column), ("vms", found.Vms), ("words", found.Words), ("rows", found.Rows)),
            Message.Of("template-words-unknown.done"), Message.Of("template-words-unknown.mend"));
    }

    /// <summary>Disks of no known size, what disks occupy by their partitions, and rules that cannot be told apart.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="fields">Its columns.</param>
    /// <param name="withoutDisk">Rows whose disks have no known size.</param>
    /// <param name="fromPartitions">Rows whose use of disks is that of their partitions.</param>
    /// <param name="unclearRules">Rows whose rules cannot be told apart.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Rows(
        SheetTable table, VmFields fields, IReadOnlyCollection<SheetRow> withoutDisk, IReadOnlyCollection<SheetRow> fromPartitions,
        IReadOnlyCollection<SheetRow> unclearRules, ReadingLog log)
    {
        var silent = fields.DiskSheet is { } sheet
            ? Message.Of("disk-unknown.two-sheets", ("sheet", table.Name), ("other", sheet))
            : Message.Of("disk-unknown.one-sheet", ("sheet", table.Name));
        log.About(
            withoutDisk, fields.Disk, Severity.Warning, "disk-unknown",
            Message.Of("disk-unknown", ("silent", silent), ("vms", withoutDisk.Count), ("rows", ReadingWords.Rows(withoutDisk))),
            Message.Of("disk-unknown.done"), Message.Of("disk-unknown.mend"));
        log.About(
            fromPartitions, fields.InUse, Severity.Note, "in-use-from-partitions",
            Message.Of("in-use-from-partitions", ("sheet", table.Name), ("vms", fromPartitions.Count), ("rows", ReadingWords.Rows(fromPartitions))),
            Message.Of("in-use-from-partitions.done"));
        log.About(
            unclearRules, fields.RuleNames, Severity.Warning, "rules-unclear",
            Message.Of("rules-unclear", ("vms", unclearRules.Count), ("rows", ReadingWords.Rows(unclearRules))),
            Message.Of("rules-unclear.done"), Message.Of("rules-unclear.mend"));
    }
}
