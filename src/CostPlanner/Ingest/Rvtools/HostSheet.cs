using System.Collections.Immutable;
using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>vHost: the physical servers. Serials, service tags and licence keys are never read.</summary>
internal static class HostSheet
{
    private static readonly HostColumns Columns = new()
    {
        Name = new Column("Host"),
        Datacenter = new Column("Datacenter"),
        Cluster = new Column("Cluster"),
        Maintenance = new Column("in Maintenance Mode"),
        CpuModel = new Column("CPU Model"),
        CoreMHz = new Column("Speed"), // MHz, though the header does not say so
        HyperThreading = new Column("HT Active"),
        Sockets = new Column("# CPU"),
        CoresPerSocket = new Column("Cores per CPU"),
        Cores = new Column("# Cores"),
        Memory = new Column("# Memory"), // MiB, though the header does not say so
        Version = new Column("ESX Version"),
        Vendor = new Column("Vendor"),
        Model = new Column("Model"),
        Vms = new Column("# VMs total"),
        VmsPoweredOn = new Column("# VMs"), // without "total" those powered on, as "# vCPUs" and "vRAM"
        VCpus = new Column("# vCPUs"),
        VmMemory = new Column("vRAM"), // MiB
    };

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vHost", Columns.All);

    /// <summary>One host per row; a host listed twice counts once.</summary>
    public static ImmutableArray<Host> Read(SheetTable? table, ReadingLog log) =>
        HostTable.Read(table, Layout, Columns, log);
}
