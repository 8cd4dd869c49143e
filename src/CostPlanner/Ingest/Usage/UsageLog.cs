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
        Rows(read.Torn, "usage-row-torn", "rows without the fields of the header", "Put a field that holds a comma in quotation marks, and leave none out");
        Rows(read.Timeless, "usage-time-unusable", "rows without a usable time", "Write Unix seconds, or a time like 2026-10-01T14:05:00Z");
        Rows(read.Unplaced, "usage-row-without-vm", "rows of a VM that the inventory does not have, or has several of", "See the finding that names them");
        Rows(read.Empty, "usage-row-empty", "rows without a usable figure", "Export the file again");
        if (read.Unusable.Rows > 0)
        {
            Add(new Finding(
                Severity.Warning, "usage-value-unusable",
                FormattableString.Invariant(
                    $"rows with a figure that is not a number of 0 or more: {read.Unusable.Rows:N0}"), new SourcePlace(file, Row: read.Unusable.First),
                "These figures were taken as not measured", "Write numbers with a decimal point; leave what was not measured blank"));
        }

        void Rows(UsageFault fault, string code, string what, string mend)
        {
            if (fault.Rows > 0)
            {
                Add(new Finding(
                    Severity.Warning,
                    code,
                    FormattableString.Invariant($"{what}: {fault.Rows:N0}"),
                    new SourcePlace(file, Row: fault.First),
                    "The rows were set aside",
                    mend));
            }
        }
    }

    /// <summary>Says which series could not be given to a VM, and which VMs have figures of CPU that mean nothing.</summary>
    public void About(string path, UsageVms vms)
    {
        var place = new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        Names(
            vms.Unknown,
            "usage-vm-unknown",
            "series of a name that no VM of the inventory has",
            "They were set aside",
            "Name the VM as the inventory does, or by its id");
        Names(vms.Shared, "usage-vm-shared", "series of a name that several VMs have", "They were set aside", "Name the VM by its id");
        Names(
            [.. vms.Speedless.Select(name => Message.Of("value.plain", ("text", name)))],
            "usage-core-speed-unknown",
            "VMs with figures in MHz of which neither their own MHz nor the speed of their host is known",
            "Their CPU counts as not measured",
            "Enter cpu_mhz in vms.csv or core_mhz in hosts.csv, or give the figures as cpu_cores or cpu_percent");

        void Names(IReadOnlyCollection<Message> names, string code, string what, string done, string mend)
        {
            if (names.Count > 0)
            {
                Add(
                    new Finding(
                        Severity.Warning, code, Message.Of("usage-names", ("what", what), ("count", names.Count), ("names", ReadingWords.Some(names))),
                        place, done, mend));
            }
        }
    }
}
