using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vHost: the physical servers. Licence keys are never read; serials and service tags only to hide them in names.</summary>
internal static class HostSheet
{
    private static readonly SheetColumn Cores = new("# Cores", FieldNames.Cores) { Measure = NumberKind.HostCount() };

    private static readonly HostColumns Columns = new()
    {
        Name = new SheetColumn("Host", FieldNames.Host),
        Id = new SheetColumn("Object ID", "UUID"),
        Manager = VmColumns.Info.Manager,
        Datacenter = new SheetColumn("Datacenter", FieldNames.Datacenter),
        Cluster = new SheetColumn("Cluster", FieldNames.Cluster),
        Maintenance = new SheetColumn("in Maintenance Mode", FieldNames.Maintenance),
        CpuModel = new SheetColumn("CPU Model", FieldNames.CpuModel),
        CoreMHz = new SheetColumn("Speed", FieldNames.CoreSpeed)
        {
            Measure = NumberKind.CoreSpeed(Unit.MHz),
            WithUnit = FieldNames.CoreSpeedWithUnit,
        }, // MHz, though the header does not say so
        HyperThreading = new SheetColumn("HT Active", "Hyperthreading Active"),
        Sockets = new SheetColumn("# CPU", [.. FieldNames.Sockets, "Num CPU"]) { Measure = NumberKind.HostCount() },
        CoresPerSocket = new SheetColumn("Cores per CPU", FieldNames.CoresPerSocket) { Measure = NumberKind.HostCount() },
        Cores = Cores,
        Memory = new SheetColumn("# Memory", FieldNames.HostMemory)
        {
            Measure = NumberKind.HostMemory(Unit.MiB, Cores),
        }, // MiB, though the header does not say so
        MovesRunningVms = new SheetColumn("VMotion support", "vMotion supported", "vMotion enabled"),
        Version = new SheetColumn("ESX Version", FieldNames.Version),
        Vendor = new SheetColumn("Vendor", FieldNames.Vendor),
        Model = new SheetColumn("Model"),
        Serial = new SheetColumn("Serial number"),
        ServiceTag = new SheetColumn("Service tag"),
        Vms = new SheetColumn("# VMs total"),
        VmsPoweredOn = new SheetColumn("# VMs"), // without "total" those powered on, as "# vCPUs" and "vRAM"
        VCpus = new SheetColumn("# vCPUs"),
        VmMemory = new SheetColumn("vRAM"), // MiB
    };

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vHost", Columns.All) { Signature = [Columns.Name, Columns.Sockets, Columns.Cores, Columns.Memory] };

    /// <summary>One host per row; a host listed twice counts once.</summary>
    public static ImmutableArray<Host> Read(SheetTable? table, ReadingLog log) =>
        HostTable.Read(table, Layout, Columns, log);
}
