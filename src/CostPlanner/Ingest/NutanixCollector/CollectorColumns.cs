using CostPlanner.Ingest.Workbooks;

namespace CostPlanner.Ingest.NutanixCollector;

/// <summary>
/// The columns read of the sheets vmList and vHosts. No file of a real estate has confirmed them: those of vmList are the ones that public
/// importers of version 6 name, with guesses at those of the guest system, the host and all of vHosts. What is named otherwise in a real file
/// is read as not known, with findings, never as a wrong figure.
/// </summary>
internal static class CollectorColumns
{
    /// <summary>vmList, the sheet that Nutanix sizes from.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("VM Name"),
        Power = new Column("Power State"),
        Template = new Column("Template"),
        VCpus = new Column("vCPUs"),
        Memory = new Column("Memory (MiB)"),
        Disk = new Column("Capacity (MiB)"),
        InUse = new Column("Consumed (MiB)"),
        GuestOs = new Column("Guest OS"),
        Cluster = new Column("Cluster Name", "Cluster"),
        Host = new Column("Host Name", "Host"),
        Datacenter = new Column("Datacenter Name", "Datacenter"),
        Uuid = new Column("VM UUID", "UUID"),
    };

    /// <summary>vHosts. Only memory whose header says that it is in MiB is read: a wrong unit is worse than none.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new Column("Host Name", "Host", "Name"),
        Cluster = new Column("Cluster Name", "Cluster"),
        Datacenter = new Column("Datacenter Name", "Datacenter"),
        CpuModel = new Column("CPU Model"),
        Sockets = new Column("CPU Sockets", "Sockets", "# CPU"),
        Cores = new Column("CPU Cores", "Cores", "# Cores"),
        Threads = new Column("CPU Threads", "Threads"),
        Memory = new Column("Memory (MiB)"),
        Version = new Column("Hypervisor Version"),
        Vendor = new Column("Vendor"),
        Model = new Column("Model"),
    };

    /// <summary>Whether the VM uses volume groups beside its own disks.</summary>
    public static readonly Column VolumeGroupAttached = new("Volume Group Attached");
}
