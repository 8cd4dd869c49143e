using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.LiveOptics;

/// <summary>The columns read of the sheets VMs and ESX Hosts. Addresses and guest host names are never read.</summary>
internal static class LiveOpticsColumns
{
    private static readonly SheetColumn VCpus = new("Virtual CPU", FieldNames.VCpus) { Measure = NumberKind.VCpus() };
    private static readonly SheetColumn Disk = new("Virtual Disk Size (MiB)", FieldNames.Disks) { Measure = NumberKind.VmDisks(Unit.MiB) };
    private static readonly SheetColumn Cores = new("CPU Cores", FieldNames.Cores) { Measure = NumberKind.HostCount() };

    /// <summary>VMs. "Provisioned" memory is what is configured; active and consumed memory are of one moment.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new SheetColumn("VM Name", "VM"),
        Power = new SheetColumn("Power State", FieldNames.Power),
        Template = new SheetColumn("Template", FieldNames.Template),
        VCpus = VCpus,
        Memory = new SheetColumn("Provisioned Memory (MiB)", FieldNames.VmMemory) { Measure = NumberKind.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        GuestDisk = new SheetColumn("Guest VM Disk Capacity (MiB)") { Measure = NumberKind.VmDisks(Unit.MiB) },
        InUse = new SheetColumn("Virtual Disk Used (MiB)", FieldNames.DiskUse) { Measure = NumberKind.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new SheetColumn("VM OS", FieldNames.GuestOs),
        Cluster = new SheetColumn("Cluster", FieldNames.Cluster),
        Host = new SheetColumn("Host", FieldNames.HostOfVm),
        Datacenter = new SheetColumn("Datacenter", FieldNames.Datacenter),
        Datastore = new SheetColumn("Datastore"),
        Id = new SheetColumn("MOB ID"),
        Uuid = new SheetColumn("InstanceUUID"), // not UUID: clones may share it
    };

    /// <summary>ESX Hosts. The sockets and cores are those of the whole host.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Vms = new SheetColumn("Guest VM Count"),
        Name = new SheetColumn("Host Name", FieldNames.Host),
        Cluster = new SheetColumn("Cluster", FieldNames.Cluster),
        Datacenter = new SheetColumn("Datacenter", FieldNames.Datacenter),
        CpuModel = new SheetColumn("CPU Description", FieldNames.CpuModel),
        CoresPerSocket = new SheetColumn("Cores Per Socket", FieldNames.CoresPerSocket) { Measure = NumberKind.HostCount() },
        Sockets = new SheetColumn("CPU Sockets", FieldNames.Sockets) { Measure = NumberKind.HostCount() },
        Cores = Cores,
        Threads = new SheetColumn("CPU Threads", FieldNames.Threads) { Measure = NumberKind.HostCount() },
        Memory = new SheetColumn("Memory (KiB)", FieldNames.HostMemory) { Measure = NumberKind.HostMemory(Unit.KiB, Cores) }, // 805,048,320 is 767.75 GiB
        Vendor = new SheetColumn("Manufacturer", FieldNames.Vendor),
        Model = new SheetColumn("Model"),
    };
}
