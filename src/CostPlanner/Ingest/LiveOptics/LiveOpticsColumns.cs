using CostPlanner.Ingest.Workbooks;

namespace CostPlanner.Ingest.LiveOptics;

/// <summary>The columns read of the sheets VMs and ESX Hosts. Addresses and guest host names are never read.</summary>
internal static class LiveOpticsColumns
{
    /// <summary>VMs. "Provisioned" memory is what is configured; active and consumed memory are of one moment.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("VM Name"),
        Power = new Column("Power State"),
        Template = new Column("Template"),
        VCpus = new Column("Virtual CPU"),
        Memory = new Column("Provisioned Memory (MiB)"),
        Disk = new Column("Virtual Disk Size (MiB)"),
        GuestDisk = new Column("Guest VM Disk Capacity (MiB)"),
        InUse = new Column("Virtual Disk Used (MiB)"),
        GuestOs = new Column("VM OS"),
        Cluster = new Column("Cluster"),
        Host = new Column("Host"),
        Datacenter = new Column("Datacenter"),
        Datastore = new Column("Datastore"),
        Id = new Column("MOB ID"),
        Uuid = new Column("InstanceUUID"), // not UUID: clones may share it
    };

    /// <summary>ESX Hosts. The sockets and cores are those of the whole host.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Vms = new Column("Guest VM Count"),
        Name = new Column("Host Name"),
        Cluster = new Column("Cluster"),
        CpuModel = new Column("CPU Description"),
        Sockets = new Column("CPU Sockets"),
        Cores = new Column("CPU Cores"),
        Threads = new Column("CPU Threads"),
        Memory = new Column("Memory (KiB)"),
        MemoryUnitsPerMiB = 1024, // the header says KiB: 805,048,320 is 767.75 GiB
        Vendor = new Column("Manufacturer"),
        Model = new Column("Model"),
    };
}
