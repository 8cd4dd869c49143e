using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>Collects what the reader of series has to say: one finding for each kind of trouble in a file, however many rows have it.</summary>
internal sealed class UsageLog
{
    private readonly List<Finding> findings = [];
    private readonly List<SheetRows> rows = [];

    /// <summary>All findings, errors first.</summary>
    public ImmutableArray<Finding> Findings => [.. findings.OrderByDescending(finding => finding.Severity)];

    /// <summary>What was read and used, file by file.</summary>
    public ImmutableArray<SheetRows> Rows => [.. rows];

    /// <summary>Whether something cannot be used at all.</summary>
    public bool HasErrors => findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>Adds an error about a whole file.</summary>
    public void Refuse(string path, string code, Message message, Message mend) => Add(InputFile.Refusal(path, code, message, mend));

    /// <summary>Says what became of the rows of a file.</summary>
    public void About(string path, UsageRows read)
    {
        var file = Path.GetFileName(path);
        rows.Add(new SheetRows(file, read.Read, read.Used));
        Rows(read.Torn, "usage-row-torn", Message.Of("usage-row-torn", ("rows", read.Torn.Rows)), Message.Of("csv-width.mend"));
        Rows(read.Timeless, "usage-time-unusable", Message.Of("usage-time-unusable", ("rows", read.Timeless.Rows)), Message.Of("usage-time-unusable.mend"));
        Rows(read.Unplaced, "usage-row-without-vm", Message.Of("usage-row-without-vm", ("rows", read.Unplaced.Rows)), Message.Of("usage-row-without-vm.mend"));
        Rows(read.Empty, "usage-row-empty", Message.Of("usage-row-empty", ("rows", read.Empty.Rows)), Message.Of("usage-row-empty.mend"));
        if (read.Unusable.Rows > 0)
        {
            Add(new Finding(
                Severity.Warning, "usage-value-unusable",
                Message.Of("usage-value-unusable", ("rows", read.Unusable.Rows)), new SourcePlace(file, Row: read.Unusable.First),
                Message.Of("usage-value-unusable.done"), Message.Of("usage-value-unusable.mend")));
        }

        void Rows(UsageFault fault, string code, Message message, Message mend)
        {
            if (fault.Rows > 0)
            {
                Add(new Finding(Severity.Warning, code, message, new SourcePlace(file, Row: fault.First), Message.Of("usage-row.done"), mend));
            }
        }
    }

    /// <summary>Says which series could not be given to a VM, and which VMs have figures of CPU that mean nothing.</summary>
    public void About(string path, UsageVms vms)
    {
        var place = new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        Names(
            vms.Unknown.Count, "usage-vm-unknown",
            Message.Of("usage-vm-unknown", ("count", vms.Unknown.Count), ("names", ReadingWords.Some(vms.Unknown))),
            Message.Of("usage-vm.done"), Message.Of("usage-vm-unknown.mend"));
        Names(
            vms.Shared.Count, "usage-vm-shared",
            Message.Of("usage-vm-shared", ("count", vms.Shared.Count), ("names", ReadingWords.Some(vms.Shared))),
            Message.Of("usage-vm.done"), Message.Of("usage-vm-shared.mend"));
        Names(
            vms.Speedless.Count, "usage-core-speed-unknown",
            Message.Of("usage-core-speed-unknown", ("count", vms.Speedless.Count), ("names", ReadingWords.Some(vms.Speedless))),
            Message.Of("usage-core-speed-unknown.done"), Message.Of("usage-core-speed-unknown.mend"));

        void Names(int count, string code, Message message, Message done, Message mend)
        {
            if (count > 0)
            {
                Add(new Finding(Severity.Warning, code, message, place, done, mend));
            }
        }
    }
}
