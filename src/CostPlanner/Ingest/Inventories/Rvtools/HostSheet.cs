using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vHost: the physical servers. Licence keys are never read; serials and service tags only to hide them in names.</summary>
internal static class HostSheet
{
    private static readonly Column Cores = new("# Cores", FieldNames.Cores) { Measure = Measure.HostCount() };

    private static readonly HostColumns Columns = new()
    {
        Name = new Column("Host", FieldNames.Host),
        Id = new Column("Object ID", "UUID"),
        Manager = VmColumns.Info.Manager,
        Datacenter = new Column("Datacenter", FieldNames.Datacenter),
        Cluster = new Column("Cluster", FieldNames.Cluster),
        Maintenance = new Column("in Maintenance Mode", FieldNames.Maintenance),
        CpuModel = new Column("CPU Model", FieldNames.CpuModel),
        CoreMHz = new Column("Speed", FieldNames.CoreSpeed) { Measure = Measure.CoreSpeed(Unit.MHz), WithUnit = FieldNames.CoreSpeedWithUnit }, // MHz, though the header does not say so
        HyperThreading = new Column("HT Active", "Hyperthreading Active"),
        Sockets = new Column("# CPU", [.. FieldNames.Sockets, "Num CPU"]) { Measure = Measure.HostCount() },
        CoresPerSocket = new Column("Cores per CPU", FieldNames.CoresPerSocket) { Measure = Measure.HostCount() },
        Cores = Cores,
        Memory = new Column("# Memory", FieldNames.HostMemory) { Measure = Measure.HostMemory(Unit.MiB, Cores) }, // MiB, though the header does not say so
        Version = new Column("ESX Version", FieldNames.Version),
        Vendor = new Column("Vendor", FieldNames.Vendor),
        Model = new Column("Model"),
        Serial = new Column("Serial number"),
        ServiceTag = new Column("Service tag"),
        Vms = new Column("# VMs total"),
        VmsPoweredOn = new Column("# VMs"), // without "total" those powered on, as "# vCPUs" and "vRAM"
        VCpus = new Column("# vCPUs"),
        VmMemory = new Column("vRAM"), // MiB
    };

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vHost", Columns.All) { Signature = [Columns.Name, Columns.Sockets, Columns.Cores, Columns.Memory] };

    /// <summary>One host per row; a host listed twice counts once.</summary>
    public static ImmutableArray<Host> Read(SheetTable? table, ReadingLog log) =>
        HostTable.Read(table, Layout, Columns, log);
}
