namespace CostPlanner.Ingest.Tables;

/// <summary>Exports that are known by what is in them and have no reader: a refusal can say what the file is.</summary>
internal static class ForeignFormat
{
    // Headers that together only that export has, compared as all headers are.
    private static readonly (string Name, string[] Headers)[] Tables =
    [
        ("an Azure Migrate import file", ["Server name", "Cores", "Memory (In MB)", "OS name"]),
        ("an AWS Application Discovery import file", ["ExternalId", "VMware.MoRefId", "CPU.NumberOfCores"]),
        ("a list of VMs of PowerCLI (Get-VM)", ["Name", "PowerState", "NumCpu", "MemoryGB", "VMHost"]),
        ("a list of hosts of PowerCLI (Get-VMHost)", ["Name", "ConnectionState", "NumCpu", "CpuTotalMhz", "MemoryTotalGB"]),
        ("a list of VMs of Hyper-V (Get-VM)", ["VMName", "VMId", "State", "ProcessorCount", "MemoryStartup"]),
        ("a list exported from the vSphere client", ["Name", "State", "Provisioned Space", "Used Space", "Host CPU", "Host Mem"]),
        ("a Google Migration Center file", ["MachineId", "MachineName", "AllocatedProcessorCoreCount"]),
    ];

    // Words that stand together near the start of the text.
    private static readonly (string Name, string[] Words)[] Texts =
    [
        ("a Proxmox VE resource list", ["\"type\"", "qemu", "\"vmid\"", "\"maxmem\""]),
        ("a list of VMs of Nutanix (REST API)", ["\"memorySizeBytes\"", "\"numSockets\"", "\"extId\""]),
        ("a list of VMs of oVirt", ["\"memory_policy\"", "\"placement_policy\"", "\"vm\""]),
        ("a list of servers of OpenStack", ["OS-EXT-STS:power_state", "\"flavor\""]),
        ("a list of objects of Xen Orchestra", ["\"$pool\"", "\"power_state\"", "\"VCPUs\""]),
        ("a domain of libvirt", ["<domain", "<vcpu"]),
    ];

    private const int Head = 200_000;

    /// <summary>What the text is, with its article: "a Proxmox VE resource list"; null where it is none of those known.</summary>
    public static string? NameOf(CsvText text)
    {
        var layouts = Tables.Select(each => new SheetLayout("", [.. each.Headers.Select(header => new SheetColumn(header))])).ToList();
        var headers = new HeaderRow(text.Headers(layouts), "");
        var table = Tables.Zip(layouts).FirstOrDefault(each => each.Second.Columns.All(column => column.PositionIn(headers) is not null)).First.Name;
        var head = text.Text[..Math.Min(Head, text.Text.Length)];
        return table ?? Texts.FirstOrDefault(each => each.Words.All(word => head.Contains(word, StringComparison.Ordinal))).Name;
    }
}
