using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.NutanixCollector;

/// <summary>
/// The columns read of the sheets vmList and vHosts. No file of a real estate has confirmed them: those of vmList are the ones that public
/// importers of version 6 name, with guesses at those of the guest system, the host and all of vHosts. What is named otherwise in a real file
/// is read as not known, with findings, never as a wrong figure.
/// </summary>
internal static class CollectorColumns
{
    private static readonly Column VCpus = new("vCPUs", FieldNames.VCpus) { Measure = Measure.VCpus() };
    private static readonly Column Disk = new("Capacity (MiB)", FieldNames.Disks) { Measure = Measure.VmDisks(Unit.MiB) };
    private static readonly Column Cores = new("CPU Cores", FieldNames.Cores) { Measure = Measure.HostCount() };

    /// <summary>vmList, the sheet that Nutanix sizes from.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("VM Name", FieldNames.Vm),
        Power = new Column("Power State", FieldNames.Power),
        Template = new Column("Template", FieldNames.Template),
        VCpus = VCpus,
        Memory = new Column("Memory (MiB)", FieldNames.VmMemory) { Measure = Measure.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        InUse = new Column("Consumed (MiB)", FieldNames.DiskUse) { Measure = Measure.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new Column("Guest OS", FieldNames.GuestOs),
        Annotation = new Column("Description"),
        Tags = new Column("Categories"),
        Cluster = new Column("Cluster Name", FieldNames.Cluster),
        Host = new Column("Host Name", FieldNames.HostOfVm),
        Datacenter = new Column("Datacenter Name", FieldNames.Datacenter),
        Uuid = new Column("VM UUID", "UUID"),
    };

    /// <summary>vHosts.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new Column("Host Name", FieldNames.Host),
        Cluster = new Column("Cluster Name", FieldNames.Cluster),
        Datacenter = new Column("Datacenter Name", FieldNames.Datacenter),
        CpuModel = new Column("CPU Model", FieldNames.CpuModel),
        Sockets = new Column("CPU Sockets", FieldNames.Sockets) { Measure = Measure.HostCount() },
        Cores = Cores,
        Threads = new Column("CPU Threads", FieldNames.Threads) { Measure = Measure.HostCount() },
        Memory = new Column("Memory (MiB)", FieldNames.HostMemory) { Measure = Measure.HostMemory(Unit.MiB, Cores) },
        Version = new Column("Hypervisor Version", FieldNames.Version),
        Vendor = new Column("Vendor", FieldNames.Vendor),
        Model = new Column("Model"),
    };

    /// <summary>Whether the VM uses volume groups beside its own disks.</summary>
    public static readonly Column VolumeGroupAttached = new("Volume Group Attached");
}
