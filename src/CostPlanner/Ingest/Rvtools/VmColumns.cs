using CostPlanner.Ingest.Workbooks;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>The columns read of vInfo. Columns that say MB hold MiB, as those that say nothing.</summary>
internal static class VmColumns
{
    internal static readonly Column Power = new("Powerstate", "Power State");
    internal static readonly Column Template = new("Template");
    internal static readonly Column Placeholder = new("SRM Placeholder");
    internal static readonly Column VCpus = new("CPUs");
    internal static readonly Column Memory = new("Memory");
    internal static readonly Column Disk = new("Total disk capacity MiB", "Total disk capacity MB");
    internal static readonly Column Provisioned = new("Provisioned MiB", "Provisioned MB");
    internal static readonly Column InUse = new("In Use MiB", "In Use MB");
    internal static readonly Column RuleTypes = new("Cluster rule(s)");
    internal static readonly Column RuleNames = new("Cluster rule name(s)");
    internal static readonly Column Path = new("Path");
    internal static readonly Column Datacenter = new("Datacenter");
    internal static readonly Column Cluster = new("Cluster");
    internal static readonly Column Host = new("Host");
    internal static readonly Column OsByTools = new("OS according to the VMware Tools");
    internal static readonly Column OsByFile = new("OS according to the configuration file", "OS");

    /// <summary>The sheet.</summary>
    public static readonly SheetLayout Layout = new(
        "vInfo", VmIndex.Name, VmIndex.Id, VmIndex.Uuid, VmIndex.Server, Power, Template, Placeholder, VCpus, Memory, Disk, Provisioned, InUse,
        RuleTypes, RuleNames, Path, Datacenter, Cluster, Host, OsByTools, OsByFile);

    /// <summary>Whether the VM runs; null where the sheet does not say it in words known here.</summary>
    public static PowerState? PowerOf(SheetRow row) => PowerWords.Of(row.Text(Power));

    /// <summary>Without these columns there is nothing to plan with.</summary>
    public static readonly IReadOnlyList<Column> Required = [VmIndex.Name, VCpus, Memory];
}
