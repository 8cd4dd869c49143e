using CostPlanner.Ingest.Workbooks;

namespace CostPlanner.Ingest.Plain;

/// <summary>The columns of vms.csv and hosts.csv. Sizes are in MiB (1,048,576 bytes), rates in MHz, and numbers have a decimal point.</summary>
internal static class PlainColumns
{
    /// <summary>The hypervisor of the estate, the same in every row of vms.csv: vsphere, kvm or xen.</summary>
    public static readonly Column Platform = new("platform");

    /// <summary>vms.csv: a row for each VM.</summary>
    public static readonly VmFields Vms = new()
    {
        Name = new Column("name", "vm"),
        Id = new Column("id"),
        Power = new Column("power"),
        Template = new Column("template"),
        VCpus = new Column("vcpus"),
        CpuMHz = new Column("cpu_mhz"), // of all its vCPUs together
        Memory = new Column("memory_mib"),
        Disk = new Column("disk_mib"),
        InUse = new Column("disk_in_use_mib"),
        GuestOs = new Column("guest_os"),
        Cluster = new Column("cluster"),
        Host = new Column("host"),
        Datacenter = new Column("datacenter"),
    };

    /// <summary>hosts.csv: a row for each host. Cores and threads are those of the whole host, core_mhz is the speed of one core.</summary>
    public static readonly HostColumns Hosts = new()
    {
        Name = new Column("name", "host"),
        Cluster = new Column("cluster"),
        Datacenter = new Column("datacenter"),
        Maintenance = new Column("maintenance"),
        CpuModel = new Column("cpu"),
        CoreMHz = new Column("core_mhz"),
        Sockets = new Column("sockets"),
        Cores = new Column("cores"),
        Threads = new Column("threads"),
        Memory = new Column("memory_mib"),
        Vendor = new Column("vendor"),
        Model = new Column("model"),
        Version = new Column("version"),
    };
}
