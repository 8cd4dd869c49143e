using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.NutanixCollector;

/// <summary>
/// The columns read of the sheets vmList and vHosts. No file of a real estate has confirmed them: those of vmList are the ones that public
/// importers of version 6 name, with guesses at those of the guest system, the host and all of vHosts. What is named otherwise in a real file
/// is read as not known, with findings, never as a wrong figure.
/// </summary>
internal static class CollectorColumns
{
    private static readonly SheetColumn VCpus = new("vCPUs", FieldNames.VCpus) { Measure = NumberKind.VCpus() };
    private static readonly SheetColumn Disk = new("Capacity (MiB)", FieldNames.Disks) { Measure = NumberKind.VmDisks(Unit.MiB) };
    private static readonly SheetColumn Cores = new("CPU Cores", FieldNames.Cores) { Measure = NumberKind.HostCount() };

    /// <summary>vmList, the sheet that Nutanix sizes from.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new SheetColumn("VM Name", FieldNames.Vm),
        Power = new SheetColumn("Power State", FieldNames.Power),
        Template = new SheetColumn("Template", FieldNames.Template),
        VCpus = VCpus,
        Memory = new SheetColumn("Memory (MiB)", FieldNames.VmMemory) { Measure = NumberKind.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        InUse = new SheetColumn("Consumed (MiB)", FieldNames.DiskUse) { Measure = NumberKind.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new SheetColumn("Guest OS", FieldNames.GuestOs),
        Annotation = new SheetColumn("Description"),
        Tags = new SheetColumn("Categories"),
        Cluster = new SheetColumn("Cluster Name", FieldNames.Cluster),
        Host = new SheetColumn("Host Name", FieldNames.HostOfVm),
        Datacenter = new SheetColumn("Datacenter Name", FieldNames.Datacenter),
        Uuid = new SheetColumn("VM UUID", "UUID"),
    };

    /// <summary>vHosts.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new SheetColumn("Host Name", FieldNames.Host),
        Cluster = new SheetColumn("Cluster Name", FieldNames.Cluster),
        Datacenter = new SheetColumn("Datacenter Name", FieldNames.Datacenter),
        CpuModel = new SheetColumn("CPU Model", FieldNames.CpuModel),
        Sockets = new SheetColumn("CPU Sockets", FieldNames.Sockets) { Measure = NumberKind.HostCount() },
        Cores = Cores,
        Threads = new SheetColumn("CPU Threads", FieldNames.Threads) { Measure = NumberKind.HostCount() },
        Memory = new SheetColumn("Memory (MiB)", FieldNames.HostMemory) { Measure = NumberKind.HostMemory(Unit.MiB, Cores) },
        Version = new SheetColumn("Hypervisor Version", FieldNames.Version),
        Vendor = new SheetColumn("Vendor", FieldNames.Vendor),
        Model = new SheetColumn("Model"),
    };

    /// <summary>Whether the VM uses volume groups beside its own disks.</summary>
    public static readonly SheetColumn VolumeGroupAttached = new("Volume Group Attached");
}
