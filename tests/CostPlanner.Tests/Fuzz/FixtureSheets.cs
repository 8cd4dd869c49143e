using System.Globalization;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Fuzz;

/// <summary>Small workbooks of every format that is read, each with all the sheets that matter.</summary>
internal static class FixtureSheets
{
    private static readonly string[] VmNames = ["web-1", "web-2", "db-1", "app-1", "old"];

    /// <summary>The workbooks.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Sheet> Sheets)> All { get; } = [("RVTools", Rvtools()), ("Live Optics", LiveOptics()), ("Nutanix Collector", Collector())];

    /// <summary>A sheet of the RVTools workbook as text.</summary>
    public static string Csv(string sheet, char separator) => string.Concat(Rvtools()
        .Single(each => each.Name == sheet).Rows
        .Select(row => string.Join(separator, row.Cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))) + "\n"));

    private static IReadOnlyList<Sheet> Rvtools() =>
    [
        SmallEstate.Info([.. VmNames.Select((name, i) => SmallEstate.Vm(name, i))]),
        Sheet.Of("vMemory", ["VM", "Size MiB", "Overhead", "VM ID"], [.. VmNames.Select((name, i) => new object?[] { name, 4096, 40, $"vm-{i}" })]),
        Sheet.Of(
            "vDisk", ["VM", "Disk", "Capacity MiB", "Sharing mode", "Path", "VM ID"],
            [.. VmNames.Select((name, i) => new object?[] { name, "Hard disk 1", 102_400, "sharingNone", $"[ds-01] {name}/{name}.vmdk", $"vm-{i}" })]),
        Sheet.Of("vPartition", ["VM", "Disk", "Capacity MiB", "Consumed MiB", "Free MiB", "VM ID"], ["web-1", "/", 51_200, 20_480, 30_720, "vm-0"]),
        SmallEstate.Hosts(),
        Sheet.Of("vCluster", ["Name", "Config status", "NumHosts", "numEffectiveHosts", "TotalCpu", "NumCpuCores", "TotalMemory", "HA enabled", "DRS enabled"], ["Prod", "green", 1, 1, 92_800, 32, 524_288, "True", "True"]),
        Sheet.Of("vDatastore", ["Name", "Type", "# Hosts", "Hosts", "Capacity MiB", "Provisioned MiB", "In Use MiB", "Free MiB", "Cluster name"], ["ds-01", "VMFS", 1, "esx-01", 4_194_304, 1_048_576, 524_288, 3_670_016, null]),
        Sheet.Of("vLicense", ["Name", "Key", "Cost Unit", "Total", "Used", "Expiration Date"], ["VMware vSphere 8 Enterprise Plus", "00000-00000-00000-00000-00000", "cpuPackage", 2, 2, "Never"]),
        Sheet.Of("vMetaData", ["RVTools major version", "RVTools version", "xlsx creation datetime", "Server"], [4.7, "4.7.1.4", new DateTime(2026, 9, 14), "vc.example"]),
    ];

    private static IReadOnlyList<Sheet> LiveOptics() =>
    [
        Sheet.Of(
            "VMs",
            ["VM Name", "Power State", "Template", "Virtual CPU", "Provisioned Memory (MiB)", "Virtual Disk Size (MiB)", "Virtual Disk Used (MiB)", "VM OS", "Datastore", "Host", "Cluster", "Datacenter", "MOB ID", "InstanceUUID"],
            [.. VmNames.Select((name, i) => new object?[] { name, "poweredOn", "FALSE", 2, 4096, 30_720, 20_480, "Ubuntu Linux (64-bit)", "ds-01", "esx-01", "Prod", "Site", $"vm-{i}", $"u-{i}" })]),
        Sheet.Of(
            "ESX Hosts", ["Host Name", "Cluster", "Manufacturer", "Model", "CPU Sockets", "CPU Cores", "CPU Threads", "CPU Description", "Memory (KiB)"],
            ["esx-01", "Prod", "Acme", "A1", 2, 48, 96, "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 805_048_320]),
    ];

    private static IReadOnlyList<Sheet> Collector() =>
    [
        Sheet.Of("Metadata", ["Collection Version", "Hypervisor", "Connection Mode", "Collection Date & Time", "Performance Data Duration"], ["6.1", "ESXi", "vCenter", "2026-09-07 10:00", "7 Days"]),
        Sheet.Of(
            "vmList", ["VM Name", "Power State", "vCPUs", "Memory (MiB)", "Capacity (MiB)", "Consumed (MiB)", "Template", "Volume Group Attached", "Guest OS", "Cluster Name", "Host Name"],
            [.. VmNames.Select(name => new object?[] { name, "poweredOn", 2, 4096, 51_200, 20_480, "No", "No", "Ubuntu Linux (64-bit)", "Prod", "node-01" })]),
        Sheet.Of("vHosts", ["Host Name", "Cluster Name", "CPU Model", "CPU Sockets", "CPU Cores", "Memory (MiB)"], ["node-01", "Prod", "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 2, 48, 786_432]),
    ];
}
