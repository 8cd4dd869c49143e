using CostPlanner.Ingest.Tables;

namespace CostPlanner.Ingest.Inventories.Plain;

/// <summary>The columns of vms.csv and hosts.csv. Sizes are in MiB (1,048,576 bytes), rates in MHz unless the header or the field names another unit.</summary>
internal static class PlainColumns
{
    /// <summary>The hypervisor of the estate, the same in every row of vms.csv: vsphere, kvm or xen.</summary>
    public static readonly Column Platform = new("platform");

    private static readonly Column VCpus = new("vcpus", FieldNames.VCpus) { Measure = Measure.VCpus() };
    private static readonly Column Disk = new("disk_mib", [.. FieldNames.Disks, "disk"]) { Measure = Measure.VmDisks(Unit.MiB) };
    private static readonly Column Cores = new("cores", FieldNames.Cores) { Measure = Measure.HostCount() };

    /// <summary>vms.csv: a row for each VM.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("name", FieldNames.Vm),
        Id = new Column("id"),
        ServerName = new Column("vcenter"),
        Power = new Column("power", FieldNames.Power),
        Template = new Column("template", FieldNames.Template),
        VCpus = VCpus,
        CpuMHz = new Column("cpu_mhz") { Measure = new Measure("vm-cpu-rate", Unit.MHz) }, // of all its vCPUs together
        Memory = new Column("memory_mib", FieldNames.VmMemory) { Measure = Measure.VmMemory(Unit.MiB, VCpus) },
        Disk = Disk,
        InUse = new Column("disk_in_use_mib", FieldNames.DiskUse) { Measure = Measure.VmDiskUse(Unit.MiB, Disk) },
        GuestOs = new Column("guest_os", FieldNames.GuestOs),
        Annotation = new Column("annotation", "notes"),
        Folder = new Column("folder"),
        Tags = new Column("tags"),
        Connection = new Column("connection", "connection_state"),
        RuleTypes = new Column("rule_types"),
        RuleNames = new Column("rule_names"),
        Cluster = new Column("cluster", FieldNames.Cluster),
        Host = new Column("host", FieldNames.HostOfVm),
        Datacenter = new Column("datacenter", FieldNames.Datacenter),
    };

    /// <summary>hosts.csv: a row for each host. Cores and threads are those of the whole host, core_mhz is the speed of one core.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new Column("name", FieldNames.Host),
        Id = new Column("id"),
        Manager = Vms.Manager,
        Cluster = new Column("cluster", FieldNames.Cluster),
        Datacenter = new Column("datacenter", FieldNames.Datacenter),
        Maintenance = new Column("maintenance", FieldNames.Maintenance),
        CpuModel = new Column("cpu", FieldNames.CpuModel),
        CoreMHz = new Column("core_mhz", FieldNames.CoreSpeed) { Measure = Measure.CoreSpeed(Unit.MHz), WithUnit = FieldNames.CoreSpeedWithUnit },
        Sockets = new Column("sockets", FieldNames.Sockets) { Measure = Measure.HostCount() },
        Cores = Cores,
        CoresPerSocket = new Column("cores_per_socket", FieldNames.CoresPerSocket) { Measure = Measure.HostCount() },
        Threads = new Column("threads", FieldNames.Threads) { Measure = Measure.HostCount() },
        Memory = new Column("memory_mib", FieldNames.HostMemory) { Measure = Measure.HostMemory(Unit.MiB, Cores) },
        Vendor = new Column("vendor", FieldNames.Vendor),
        Model = new Column("model"),
        Version = new Column("version", FieldNames.Version),
    };
}
