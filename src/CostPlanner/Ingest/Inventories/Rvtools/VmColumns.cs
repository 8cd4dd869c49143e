using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>The columns read of the sheets about VMs. Columns that say MB hold MiB, as those that say nothing.</summary>
internal static class VmColumns
{
    private const long MostOverheadMiB = 1L << 20; // 1 TiB
    private const long MostDiskMiB = 1L << 27; // 128 TiB

    /// <summary>How every sheet about VMs names them: the managed object id is unique within one vCenter.</summary>
    private static readonly VmKeys Keys = new(
        new SheetColumn("VM", [.. FieldNames.Vm, "Name"]),
        new SheetColumn("VM ID", "Object ID"),
        new SheetColumn("VM UUID", "Instance UUID"),
        new SheetColumn("VI SDK UUID", "vCenter UUID"))
    {
        ServerName = new SheetColumn("VI SDK Server"),
    };

    private static readonly SheetColumn VCpus = new("CPUs", FieldNames.VCpus) { Measure = NumberKind.VCpus() };
    private static readonly SheetColumn TotalDisk = new("Total disk capacity MiB", "Total disk capacity") { Measure = NumberKind.VmDisks(Unit.MiB) };

    /// <summary>vInfo.</summary>
    public static readonly VmFields Info = new()
    {
        Name = Keys.Name,
        Id = Keys.Id,
        Uuid = Keys.Uuid,
        Server = Keys.Server,
        ServerName = Keys.ServerName,
        Power = new SheetColumn("Powerstate", FieldNames.Power),
        Template = new SheetColumn("Template", FieldNames.Template),
        Placeholder = new SheetColumn("SRM Placeholder"),
        VCpus = VCpus,
        Memory = new SheetColumn("Memory", FieldNames.VmMemory) { Measure = NumberKind.VmMemory(Unit.MiB, VCpus) },
        Disk = TotalDisk,
        Provisioned = new SheetColumn("Provisioned MiB", "Provisioned", "Provisioned Space") { Measure = NumberKind.VmDisks(Unit.MiB) },
        InUse = new SheetColumn("In Use MiB", FieldNames.DiskUse) { Measure = NumberKind.VmDiskUse(Unit.MiB, TotalDisk) },
        RuleTypes = new SheetColumn("Cluster rule(s)"),
        RuleNames = new SheetColumn("Cluster rule name(s)"),
        Path = new SheetColumn("Path"),
        Annotation = new SheetColumn("Annotation", "Notes"),
        Folder = new SheetColumn("Folder"),
        Connection = new SheetColumn("Connection state"),
        Datacenter = new SheetColumn("Datacenter", FieldNames.Datacenter),
        Cluster = new SheetColumn("Cluster", FieldNames.Cluster),
        Host = new SheetColumn("Host", FieldNames.HostOfVm),
        GuestOs = new SheetColumn("OS according to the VMware Tools", "OS Tools"),
        GuestOsByFile = new SheetColumn("OS according to the configuration file", FieldNames.GuestOs),
        NoValue = "VM", // some exports have this text where a value was not to be had
        DiskSheet = "vDisk",
    };

    private static readonly SheetColumn Overhead = new("Overhead") { Measure = new NumberKind("vm-overhead", Unit.MiB) };
    private static readonly SheetColumn Capacity = new("Capacity MiB", "Capacity") { Measure = NumberKind.Disk(Unit.MiB) };
    private static readonly SheetColumn DiskFile = new("Path", "Disk Path");

    /// <summary>The columns read of vInfo.</summary>
    public static readonly SheetLayout InfoLayout = new("vInfo", Info.All)
    {
        Attributes = (Info.Annotation, Info.Datacenter),
        Signature = [
            new SheetColumn("VM", "vInfoVMName"),
            new SheetColumn("Powerstate", "vInfoPowerstate"),
            new SheetColumn("CPUs", "vInfoCPUs"),
            new SheetColumn("Memory", "vInfoMemory"),
        ],
    };

    private static readonly SheetColumn Size = new("Size MiB", "Size") { Measure = new NumberKind("vm-memory-alone", Unit.MiB) };
    private static readonly SheetColumn Consumed = new("Consumed MiB", "Consumed") { Measure = new NumberKind("partition-use", Unit.MiB) };

    /// <summary>The columns read of vMemory.</summary>
    public static readonly SheetLayout MemoryLayout = new(
        "vMemory", [.. Keys.All, Overhead, Size]) { Signature = [Keys.Name, Overhead, new SheetColumn("Consumed Overhead", "Ballooned")] };

    /// <summary>The columns read of vPartition.</summary>
    public static readonly SheetLayout PartitionLayout = new("vPartition", [.. Keys.All, Consumed])
    {
        Signature = [Keys.Name, Consumed, new SheetColumn("Free %")],
    };

    /// <summary>The columns read of vDisk.</summary>
    public static readonly SheetLayout DiskLayout = new(
        "vDisk", [.. Keys.All, Capacity, DiskFile]) { Signature = [Keys.Name, Capacity, new SheetColumn("Disk Mode", "Controller")] };

    /// <summary>vCPU has one row per VM; counted, and asked for vCPUs that vInfo lacks.</summary>
    public static readonly SheetLayout CpuLayout = new("vCPU", [.. Keys.All, Info.VCpus])
    {
        Signature = [Keys.Name, Info.VCpus, new SheetColumn("Cores p/s", "Cores per Socket")],
    };

    /// <summary>vTools has one row per VM; only counted.</summary>
    public static readonly SheetLayout ToolsLayout = new("vTools", Keys.Name);

    /// <summary>What vMemory, vDisk, vCPU and vPartition add to vInfo.</summary>
    public static VmDetails Details(WorkbookTables tables) => new(
        new VmDetailSheet(tables.Find(MemoryLayout), Keys, Overhead, MostOverheadMiB),
        new VmDetailSheet(tables.Find(DiskLayout), Keys, Capacity, MostDiskMiB) { File = DiskFile })
    {
        Memory = new VmDetailSheet(tables.Find(MemoryLayout), Keys, Size, VmSizes.MostMiB),
        VCpus = (tables.Find(CpuLayout), Keys, Info.VCpus),
        InUse = new VmDetailSheet(tables.Find(PartitionLayout), Keys, Consumed, MostDiskMiB),
    };

    /// <summary>What vInfo must have; a size may stand in its own sheet instead.</summary>
    public static IReadOnlyList<SheetColumn> Required(WorkbookTables tables) =>
    [
        .. Info.Required.Where(column =>
            !(column == Info.Memory && tables.Find(MemoryLayout)?.HasValues(Size) == true)
            && !(column == Info.VCpus && tables.Find(CpuLayout)?.HasValues(Info.VCpus) == true)),
    ];
}
