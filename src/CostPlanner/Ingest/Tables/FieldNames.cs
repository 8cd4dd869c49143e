namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Headers by which tools, versions and people call the fields of a VM and of a host, compared as <see cref="HeaderText"/> says: case, blanks and the
/// unit of a size do not count. A format names its own header first. Words that mean something else in other sheets ("Name", "State") are given by the formats.
/// </summary>
internal static class FieldNames
{
    /// <summary>The VM's name.</summary>
    public static readonly string[] Vm = ["VM", "VM Name", "VMName", "Guest VM Name", "Virtual machine", "vm_name", "仮想マシン名"];

    /// <summary>Virtual CPUs.</summary>
    public static readonly string[] VCpus =
    [
        "CPUs",
        "vCPUs",
        "vCPU",
        "vCPU Count",
        "CPU",
        "CPU Count",
        "Num CPU",
        "Num CPUs",
        "numVCpus",
        "Number of vCPUs",
        "Number of CPUs",
        "Total vCPUs",
        "Virtual CPU",
        "Virtual CPUs",
    ];

    /// <summary>Configured memory of a VM.</summary>
    public static readonly string[] VmMemory =
        ["Memory", "Memory Size", "Memory Capacity", "Memory Total", "Provisioned Memory", "Configured Memory", "RAM", "vRAM", "Provisioned RAM", "メモリ"];

    /// <summary>All disks of a VM.</summary>
    public static readonly string[] Disks =
        [
            "Total disk capacity",
            "Virtual Disk Size",
            "vDisk Capacity",
            "Disk Capacity",
            "Capacity",
            "Provisioned Storage",
            "Storage Capacity",
            "Total Disk Size",
            "Disk Size",
            "Storage",
        ];

    /// <summary>What the disks occupy.</summary>
    public static readonly string[] DiskUse = ["In Use", "InUse", "Consumed", "Virtual Disk Used", "Used Space", "Used Storage", "Storage in use", "Disk Used"];

    /// <summary>Whether a VM runs.</summary>
    public static readonly string[] Power = ["Powerstate", "Power State", "power_state", "Power", "状態"];

    /// <summary>Whether a VM is a template.</summary>
    public static readonly string[] Template = ["Template", "Is Template", "is_template"];

    /// <summary>The host, of a VM.</summary>
    public static readonly string[] HostOfVm = [
        "Host",
        "Host Name",
        "VMHost",
        "VM Host",
        "VMHostName",
        "ESXi Host",
        "ESX Host",
        "Hypervisor Name",
        "Hypervisor",
        "動作ホスト",
    ];

    /// <summary>The cluster.</summary>
    public static readonly string[] Cluster = ["Cluster", "Cluster Name"];

    /// <summary>The data centre.</summary>
    public static readonly string[] Datacenter = ["Datacenter", "Datacenter Name", "Data center", "data_center"];

    /// <summary>The guest operating system.</summary>
    public static readonly string[] GuestOs = ["VM OS", "Guest VM OS", "Guest OS", "guest_os", "Operating system", "OS name", "OS"];

    /// <summary>A host's name.</summary>
    public static readonly string[] Host = ["Host", "Host Name", "Hostname", "Name", "ESXi Host", "ESX Host", "VMHost", "Server Name", "ホスト名"];

    /// <summary>CPU sockets. Not "NumCpu": PowerCLI calls the cores of a host so.</summary>
    public static readonly string[] Sockets = ["# CPU", "CPU Sockets", "Sockets", "# CPUs", "# Sockets", "Number of sockets", "Socket Count"];

    /// <summary>Cores of one socket.</summary>
    public static readonly string[] CoresPerSocket = ["Cores per CPU", "Cores per Socket", "CoresPerSocket", "Cores p/s"];

    /// <summary>Cores of a host.</summary>
    public static readonly string[] Cores = ["# Cores", "CPU Cores", "Cores", "Num CPU Cores", "Total Cores", "Number of cores", "Core Count"];

    /// <summary>Threads of a host.</summary>
    public static readonly string[] Threads = ["CPU Threads", "Threads", "Num CPU Threads", "Logical Processor Count", "Logical Processors"];

    /// <summary>Installed memory.</summary>
    public static readonly string[] HostMemory = ["# Memory", "Memory", "Memory Size", "Total Memory", "Memory Total", "Memory Capacity", "RAM"];

    /// <summary>The CPU in words.</summary>
    public static readonly string[] CpuModel = ["CPU Model", "CPU Description", "Processor Type", "Processor"];

    /// <summary>The speed of a core.</summary>
    public static readonly string[] CoreSpeed = ["Speed", "CPU Speed", "CPU Clock Speed", "Core Speed", "Clock Speed"];

    /// <summary>The speed of a core, where the unit in the header tells it from a count of CPUs.</summary>
    public static readonly string[] CoreSpeedWithUnit = ["CPU MHz", "MHz", "CPU GHz"];

    /// <summary>Who built a server.</summary>
    public static readonly string[] Vendor = ["Vendor", "Manufacturer"];

    /// <summary>The hypervisor's version.</summary>
    public static readonly string[] Version = ["ESX Version", "ESXi Version", "Hypervisor Version", "Full Name", "Version"];

    /// <summary>Maintenance mode.</summary>
    public static readonly string[] Maintenance = ["in Maintenance Mode", "Maintenance Mode", "Maintenance"];
}
