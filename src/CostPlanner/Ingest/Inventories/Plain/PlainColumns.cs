using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.Plain;

/// <summary>The columns of vms.csv and hosts.csv. Sizes are in MiB (1,048,576 bytes), rates in MHz unless the header or the field names another unit.</summary>
internal static class PlainColumns
{
    /// <summary>The hypervisor of the estate, the same in every row of vms.csv: vsphere, kvm or xen.</summary>
    public static readonly SheetColumn Platform = new("platform");

    private static readonly SheetColumn VCpus = new("vcpus", FieldNames.VCpus) { Measure = NumberKind.VCpus() };
    private static readonly SheetColumn Disk = new("disk_mib", [.. FieldNames.Disks, "disk"]) { Measure = NumberKind.VmDisks(Unit.MiB) };
    private static readonly SheetColumn Cores = new("cores", FieldNames.Cores) { Measure = NumberKind.HostCount() };

    /// <summary>vms.csv: a row for each VM.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new SheetColumn("name", FieldNames.Vm),
        Id = new SheetColumn("id"),
        ServerName = new SheetColumn("vcenter"),
        Power = new SheetColumn("power", FieldNames.Power),
        Template = new SheetColumn("template", FieldNames.Template),
        VCpus = VCpus,
        CpuMHz = new SheetColumn("cpu_mhz") { Measure = new NumberKind("vm-cpu-rate", Unit.MHz) }, // of all its vCPUs together
        Memory = new SheetColumn("memory_mib", FieldNames.VmMemory) { Measure = NumberKind.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        InUse = new SheetColumn("disk_in_use_mib", FieldNames.DiskUse) { Measure = NumberKind.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new SheetColumn("guest_os", FieldNames.GuestOs),
        Annotation = new SheetColumn("annotation", "notes"),
        Folder = new SheetColumn("folder"),
        Tags = new SheetColumn("tags"),
        Connection = new SheetColumn("connection", "connection_state"),
        RuleTypes = new SheetColumn("rule_types"),
        RuleNames = new SheetColumn("rule_names"),
        Cluster = new SheetColumn("cluster", FieldNames.Cluster),
        Host = new SheetColumn("host", FieldNames.HostOfVm),
        Datacenter = new SheetColumn("datacenter", FieldNames.Datacenter),
    };

    /// <summary>hosts.csv: a row for each host. Cores and threads are those of the whole host, core_mhz is the speed of one core.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new SheetColumn("name", FieldNames.Host),
        Id = new SheetColumn("id"),
        Manager = Vms.Manager,
        Cluster = new SheetColumn("cluster", FieldNames.Cluster),
        Datacenter = new SheetColumn("datacenter", FieldNames.Datacenter),
        Maintenance = new SheetColumn("maintenance", FieldNames.Maintenance),
        CpuModel = new SheetColumn("cpu", FieldNames.CpuModel),
        CoreMHz = new SheetColumn("core_mhz", FieldNames.CoreSpeed) { Measure = NumberKind.CoreSpeed(Unit.MHz), WithUnit = FieldNames.CoreSpeedWithUnit },
        Sockets = new SheetColumn("sockets", FieldNames.Sockets) { Measure = NumberKind.HostCount() },
        Cores = Cores,
        CoresPerSocket = new SheetColumn("cores_per_socket", FieldNames.CoresPerSocket) { Measure = NumberKind.HostCount() },
        Threads = new SheetColumn("threads", FieldNames.Threads) { Measure = NumberKind.HostCount() },
        Memory = new SheetColumn("memory_mib", FieldNames.HostMemory) { Measure = NumberKind.HostMemory(Unit.MiB, Cores) },
        Vendor = new SheetColumn("vendor", FieldNames.Vendor),
        Model = new SheetColumn("model"),
        Version = new SheetColumn("version", FieldNames.Version),
    };
}
