using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>The columns read of the sheets VMs and ESX Hosts. Addresses and guest host names are never read.</summary>
internal static class LiveOpticsColumns
{
    private static readonly Column VCpus = new("Virtual CPU", FieldNames.VCpus) { Measure = Measure.VCpus() };
    private static readonly Column Disk = new("Virtual Disk Size (MiB)", FieldNames.Disks) { Measure = Measure.VmDisks(Unit.MiB) };
    private static readonly Column Cores = new("CPU Cores", FieldNames.Cores) { Measure = Measure.HostCount() };

    /// <summary>VMs. "Provisioned" memory is what is configured; active and consumed memory are of one moment.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("VM Name", "VM"),
        Power = new Column("Power State", FieldNames.Power),
        Template = new Column("Template", FieldNames.Template),
        VCpus = VCpus,
        Memory = new Column("Provisioned Memory (MiB)", FieldNames.VmMemory) { Measure = Measure.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        GuestDisk = new Column("Guest VM Disk Capacity (MiB)") { Measure = Measure.VmDisks(Unit.MiB) },
        InUse = new Column("Virtual Disk Used (MiB)", FieldNames.DiskUse) { Measure = Measure.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new Column("VM OS", FieldNames.GuestOs),
        Cluster = new Column("Cluster", FieldNames.Cluster),
        Host = new Column("Host", FieldNames.HostOfVm),
        Datacenter = new Column("Datacenter", FieldNames.Datacenter),
        Datastore = new Column("Datastore"),
        Id = new Column("MOB ID"),
        Uuid = new Column("InstanceUUID"), // not UUID: clones may share it
    };

    /// <summary>ESX Hosts. The sockets and cores are those of the whole host.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Vms = new Column("Guest VM Count"),
        Name = new Column("Host Name", FieldNames.Host),
        Cluster = new Column("Cluster", FieldNames.Cluster),
        Datacenter = new Column("Datacenter", FieldNames.Datacenter),
        CpuModel = new Column("CPU Description", FieldNames.CpuModel),
        CoresPerSocket = new Column("Cores Per Socket", FieldNames.CoresPerSocket) { Measure = Measure.HostCount() },
        Sockets = new Column("CPU Sockets", FieldNames.Sockets) { Measure = Measure.HostCount() },
        Cores = Cores,
        Threads = new Column("CPU Threads", FieldNames.Threads) { Measure = Measure.HostCount() },
        Memory = new Column("Memory (KiB)", FieldNames.HostMemory) { Measure = Measure.HostMemory(Unit.KiB, Cores) }, // 805,048,320 is 767.75 GiB
        Vendor = new Column("Manufacturer", FieldNames.Vendor),
        Model = new Column("Model"),
    };
}
