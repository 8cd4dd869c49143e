using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>Sheets of a few rows, with the headers of RVTools 4.x and 3.x, to be bent by tests.</summary>
public static class SmallEstate
{
    public static readonly string[] InfoHeaders =
    [
        "VM", "Powerstate", "Template", "SRM Placeholder", "CPUs", "Memory", "Total disk capacity MiB", "Provisioned MiB", "In Use MiB",
        "Cluster rule(s)", "Cluster rule name(s)", "Path", "Annotation", "Datacenter", "Cluster", "Host",
        "OS according to the configuration file", "OS according to the VMware Tools", "VM ID", "VM UUID", "VI SDK UUID",
    ];

    public static readonly string[] HostHeaders =
    [
        "Host", "Datacenter", "Cluster", "in Maintenance Mode", "CPU Model", "HT Active", "# CPU", "Cores per CPU", "# Cores", "# Memory", "Assigned License(s)",
        "ESX Version", "Vendor", "Model", "Serial number", "Service tag",
    ];

    /// <summary>A row of vInfo: a VM that is on, of 2 CPUs and 4,096 MiB, with 102,400 MiB of disks.</summary>
    public static object?[] Vm(string name, int number, object? cpus = null, object? memory = null) =>
    [
        name, "poweredOn", "False", "False", cpus ?? 2, memory ?? 4096, 102_400, 106_496, 51_200, null, null, $"[ds-01] {name}/{name}.vmx", null,
        "Site", "Prod", "esx-01", "Ubuntu Linux (64-bit)", null, $"vm-{number}", $"5000-{number}", "vc-1",
    ];

    /// <summary>The row with another value under a header of vInfo.</summary>
    public static object?[] But(this object?[] row, string header, object? value)
    {
        object?[] changed = [.. row];
        changed[Array.IndexOf(InfoHeaders, header)] = value;
        return changed;
    }

    public static Sheet Info(params IReadOnlyList<object?>[] rows) => Sheet.Of("vInfo", InfoHeaders, rows);

    public static Sheet Hosts() => Sheet.Of(
        "vHost", HostHeaders,
        ["esx-01", "Site", "Prod", "False", "Intel(R) Xeon(R) Gold 6326 CPU @ 2.90GHz", "True", 2, 16, 32, 524_288, "00000-11111-22222-33333-44444", "VMware ESXi 8.0.3", "Dell Inc.", "PowerEdge R650", "SER1AL77", "TAG7788"]);

    /// <summary>What is read from a workbook of those sheets.</summary>
    public static Reading<Inventory> Read(params IReadOnlyList<Sheet> sheets)
    {
        using var folder = new TestFolder();
        return InventoryFile.Read(folder.Workbook(sheets));
    }

    /// <summary>The only VM of a workbook with that row.</summary>
    public static VirtualMachine ReadVm(object?[] row) => Assert.Single(Assert.IsType<Inventory>(Read(Info(row), Hosts()).Value).Vms);
}
