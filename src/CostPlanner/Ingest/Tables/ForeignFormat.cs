using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Exports that are known by what is in them and have no reader: a refusal can say what the file is.</summary>
internal static class ForeignFormat
{
    // Headers that together only that export has, compared as all headers are.
    private static readonly (Message Name, string[] Headers)[] Tables =
    [
        (Message.Of("foreign.azure-migrate"), ["Server name", "Cores", "Memory (In MB)", "OS name"]),
        (Message.Of("foreign.aws-discovery"), ["ExternalId", "VMware.MoRefId", "CPU.NumberOfCores"]),
        (Message.Of("foreign.powercli-vms"), ["Name", "PowerState", "NumCpu", "MemoryGB", "VMHost"]),
        (Message.Of("foreign.powercli-hosts"), ["Name", "ConnectionState", "NumCpu", "CpuTotalMhz", "MemoryTotalGB"]),
        (Message.Of("foreign.hyper-v"), ["VMName", "VMId", "State", "ProcessorCount", "MemoryStartup"]),
        (Message.Of("foreign.vsphere-client"), ["Name", "State", "Provisioned Space", "Used Space", "Host CPU", "Host Mem"]),
        (Message.Of("foreign.google-migration-center"), ["MachineId", "MachineName", "AllocatedProcessorCoreCount"]),
    ];

    // Words that stand together near the start of the text.
    private static readonly (Message Name, string[] Words)[] Texts =
    [
        (Message.Of("foreign.proxmox"), ["\"type\"", "qemu", "\"vmid\"", "\"maxmem\""]),
        (Message.Of("foreign.nutanix-rest"), ["\"memorySizeBytes\"", "\"numSockets\"", "\"extId\""]),
        (Message.Of("foreign.ovirt"), ["\"memory_policy\"", "\"placement_policy\"", "\"vm\""]),
        (Message.Of("foreign.openstack"), ["OS-EXT-STS:power_state", "\"flavor\""]),
        (Message.Of("foreign.xen-orchestra"), ["\"$pool\"", "\"power_state\"", "\"VCPUs\""]),
        (Message.Of("foreign.libvirt"), ["<domain", "<vcpu"]),
    ];

    private const int Head = 200_000;

    /// <summary>What the text is: a resource list of Proxmox VE; null where it is none of those known.</summary>
    public static Message? NameOf(CsvText text)
    {
        var layouts = Tables.Select(each => new SheetLayout("", [.. each.Headers.Select(header => new SheetColumn(header))])).ToList();
        var headers = new HeaderRow(text.Headers(layouts), "");
        var table = Tables.Zip(layouts).FirstOrDefault(each => each.Second.Columns.All(column => column.PositionIn(headers) is not null)).First.Name;
        var head = text.Text[..Math.Min(Head, text.Text.Length)];
        return table ?? Texts.FirstOrDefault(each => each.Words.All(word => head.Contains(word, StringComparison.Ordinal))).Name;
    }
}
