using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.NutanixCollector;

/// <summary>Metadata: which hypervisor was asked, by which version, and when.</summary>
/// <param name="WrittenBy">"Nutanix Collector 6.1".</param>
/// <param name="ExportedOn">The day of the collection, or null.</param>
/// <param name="Platform">The hypervisor of the estate.</param>
internal sealed record CollectorMetadata(string WrittenBy, DateOnly? ExportedOn, PlatformFamily Platform)
{
    private const string Tool = "Nutanix Collector";
    private static readonly SheetColumn Version = new("Collection Version");
    private static readonly SheetColumn Hypervisor = new("Hypervisor");
    private static readonly SheetColumn Collected = new("Collection Date & Time");

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("Metadata", Version, Hypervisor, Collected);

    /// <summary>Reads the first row.</summary>
    /// <param name="table">The sheet; null where the workbook has none.</param>
    /// <param name="vms">The sheet of the VMs, at which it is said that there is none.</param>
    /// <param name="log">Takes the findings.</param>
    public static CollectorMetadata Read(SheetTable? table, SourcePlace vms, ReadingLog log)
    {
        if (table is null)
        {
            return new CollectorMetadata(Tool, null, PlatformOf(null, vms, log));
        }

        var row = ExportFacts.Row(table, Version, log);
        var version = NameMask.Text(row?.Text(Version));
        var day = ExportFacts.Day(row, Collected, Message.Of("day-of.collection"), log);
        return new CollectorMetadata(version is null ? Tool : $"{Tool} {version}", day, PlatformOf(row, table.Place, log));
    }

    /// <summary>AHV is Nutanix's KVM. Hyper-V is none of the platforms compared.</summary>
    private static PlatformFamily PlatformOf(SheetRow? row, SourcePlace place, ReadingLog log)
    {
        var words = row?.Text(Hypervisor) ?? "";
        var isAhv = Says("AHV") || Says("Acropolis") || Says("KVM");
        var isEsx = Says("ESX") || Says("vSphere") || Says("VMware");
        if (isAhv == isEsx)
        {
            log.Add(
                Severity.Warning, "platform-assumed", Message.Of("platform-assumed.hypervisor", ("value", NameMask.Shown(row?.Raw(Hypervisor)))),
                row?.PlaceOf(Hypervisor) ?? place, Message.Of("platform-assumed.done"), Message.Of("platform-assumed.hypervisor.mend"));
        }

        return isAhv && !isEsx ? PlatformFamily.Kvm : PlatformFamily.VSphere;

        bool Says(string name) => words.Contains(name, StringComparison.OrdinalIgnoreCase);
    }
}
