using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>The columns read of the sheets about VMs. Columns that say MB hold MiB, as those that say nothing.</summary>
internal static class VmColumns
{
    private const long MostOverheadMiB = 1L << 20; // 1 TiB
    private const long MostDiskMiB = 1L << 27; // 128 TiB

    /// <summary>How every sheet about VMs names them: the managed object id is unique within one vCenter.</summary>
    private static readonly VmKeys Keys = new(
        new Column("VM", [.. FieldNames.Vm, "Name"]), new Column("VM ID", "Object ID"), new Column("VM UUID", "Instance UUID"), new Column("VI SDK UUID", "vCenter UUID"))
    {
        ServerName = new Column("VI SDK Server"),
    };

    private static readonly Column VCpus = new("CPUs", FieldNames.VCpus) { Measure = Measure.VCpus() };
    private static readonly Column TotalDisk = new("Total disk capacity MiB", "Total disk capacity") { Measure = Measure.VmDisks(Unit.MiB) };

    /// <summary>vInfo.</summary>
    public static readonly VmFields Info = new()
    {
        Name = Keys.Name,
        Id = Keys.Id,
        Uuid = Keys.Uuid,
        Server = Keys.Server,
        ServerName = Keys.ServerName,
        Power = new Column("Powerstate", FieldNames.Power),
        Template = new Column("Template", FieldNames.Template),
        Placeholder = new Column("SRM Placeholder"),
        VCpus = VCpus,
        Memory = new Column("Memory", FieldNames.VmMemory) { Measure = Measure.VmMemory(Unit.MiB, VCpus) },
        Disk = TotalDisk,
        Provisioned = new Column("Provisioned MiB", "Provisioned", "Provisioned Space") { Measure = Measure.VmDisks(Unit.MiB) },
        InUse = new Column("In Use MiB", FieldNames.DiskUse) { Measure = Measure.VmDiskUse(Unit.MiB, TotalDisk) },
        RuleTypes = new Column("Cluster rule(s)"),
        RuleNames = new Column("Cluster rule name(s)"),
        Path = new Column("Path"),
        Annotation = new Column("Annotation", "Notes"),
        Folder = new Column("Folder"),
        Connection = new Column("Connection state"),
        Datacenter = new Column("Datacenter", FieldNames.Datacenter),
        Cluster = new Column("Cluster", FieldNames.Cluster),
        Host = new Column("Host", FieldNames.HostOfVm),
        GuestOs = new Column("OS according to the VMware Tools", "OS Tools"),
        GuestOsByFile = new Column("OS according to the configuration file", FieldNames.GuestOs),
        NoValue = "VM", // some exports have this text where a value was not to be had
        DiskSheet = "vDisk",
    };

    private static readonly Column Overhead = new("Overhead") { Measure = new Measure("vm-overhead", Unit.MiB) };
    private static readonly Column Capacity = new("Capacity MiB", "Capacity") { Measure = Measure.Disk(Unit.MiB) };
    private static readonly Column DiskFile = new("Path", "Disk Path");

    /// <summary>The columns read of vInfo.</summary>
    public static readonly SheetLayout InfoLayout = new("vInfo", Info.All)
    {
        Attributes = (Info.Annotation, Info.Datacenter),
        Signature = [new Column("VM", "vInfoVMName"), new Column("Powerstate", "vInfoPowerstate"), new Column("CPUs", "vInfoCPUs"), new Column("Memory", "vInfoMemory")],
    };

    private static readonly Column Size = new("Size MiB", "Size") { Measure = new Measure("vm-memory-alone", Unit.MiB) };
    private static readonly Column Consumed = new("Consumed MiB", "Consumed") { Measure = new Measure("partition-use", Unit.MiB) };

    /// <summary>The columns read of vMemory.</summary>
    public static readonly SheetLayout MemoryLayout = new("vMemory", [.. Keys.All, Overhead, Size]) { Signature = [Keys.Name, Overhead, new Column("Consumed Overhead", "Ballooned")] };

    /// <summary>The columns read of vPartition.</summary>
    public static readonly SheetLayout PartitionLayout = new("vPartition", [.. Keys.All, Consumed]) { Signature = [Keys.Name, Consumed, new Column("Free %")] };

    /// <summary>The columns read of vDisk.</summary>
    public static readonly SheetLayout DiskLayout = new("vDisk", [.. Keys.All, Capacity, DiskFile]) { Signature = [Keys.Name, Capacity, new Column("Disk Mode", "Controller")] };

    /// <summary>vCPU has one row per VM; counted, and asked for vCPUs that vInfo lacks.</summary>
    public static readonly SheetLayout CpuLayout = new("vCPU", [.. Keys.All, Info.VCpus]) { Signature = [Keys.Name, Info.VCpus, new Column("Cores p/s", "Cores per Socket")] };

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
    public static IReadOnlyList<Column> Required(WorkbookTables tables) =>
    [
        .. Info.Required.Where(column =>
            !(column == Info.Memory && tables.Find(MemoryLayout)?.HasValues(Size) == true)
            && !(column == Info.VCpus && tables.Find(CpuLayout)?.HasValues(Info.VCpus) == true)),
    ];
}
