using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.DemoEstate;

/// <summary>The sheets with a row for each VM, or for each of its disks.</summary>
internal static class DemoVmSheets
{
    private static readonly DateTime Restarted = new(2026, 6, 20, 22, 15, 0);

    public static Sheet Info() => DemoWorkbook.Sheet("vInfo", RvtoolsHeaders.Info, DemoCompany.Vms.Select(vm =>
    {
        var row = Common(vm);
        row.Remove("Folder");
        Merge(row, new()
        {
            ["Config status"] = "green",
            ["DNS Name"] = vm.IsOn && vm.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? vm.Name + ".nordhaven.example" : null,
            ["Connection state"] = "connected",
            ["Guest state"] = vm.IsOn ? "running" : "notRunning",
            ["Heartbeat"] = vm.IsOn ? "green" : "gray",
            ["Consolidation Needed"] = "False",
            ["PowerOn"] = vm.IsOn ? Restarted.AddMinutes(vm.Number) : null,
            ["Suspend Interval"] = "0",
            ["Creation date"] = vm.Created,
            ["CPUs"] = vm.VCpus,
            ["Overall Cpu Readiness"] = vm.IsOn ? FormattableString.Invariant($"{vm.UsedPercent.Cpu / 10m:0.00}") : null,
            ["Memory"] = vm.MemoryMiB,
            ["Active Memory"] = Active(vm),
            ["NICs"] = 1,
            ["Disks"] = vm.DisksMiB.Count,
            ["Total disk capacity MiB"] = vm.DiskMiB,
            ["Latency Sensitivity"] = "normal",
            ["CBT"] = "True",
            ["Primary IP Address"] = vm.IsOn ? Address(vm) : null,
            ["Network #1"] = vm.Cluster.Name == "DMZ-B" ? "dmz-public" : "lan-servers",
            ["Num Monitors"] = 1,
            ["Video Ram KiB"] = 8192,
            ["Resource pool"] = $"/{vm.Cluster.Datacenter}/{vm.Cluster.Name}/Resources",
            ["Folder ID"] = "group-v3",
            ["FT State"] = "notConfigured",
            ["Provisioned MiB"] = vm.DiskMiB + (vm.IsOn ? vm.MemoryMiB : 0),
            ["In Use MiB"] = vm.InUseMiB + (vm.IsOn ? vm.MemoryMiB : 0),
            ["Unshared MiB"] = vm.InUseMiB,
            ["HA Restart Priority"] = "medium",
            ["Cluster rule(s)"] = vm.Rule?.Type,
            ["Cluster rule name(s)"] = vm.Rule?.Name,
            ["Firmware"] = vm.Number % 5 == 0 ? "bios" : "efi",
            ["HW version"] = 19,
            ["Path"] = Path(vm, $"{vm.Name}.vmx"),
            ["SMBIOS UUID"] = "4216" + vm.Uuid[4..],
            ["VI SDK Server type"] = "VMware vCenter Server 8.0.3 build-24322831",
            ["VI SDK API Version"] = "8.0.3.0",
        });
        return row;
    }));

    public static Sheet Cpu() => DemoWorkbook.Sheet("vCPU", RvtoolsHeaders.Cpu, DemoCompany.Vms.Select(vm => Merge(Common(vm), new()
    {
        ["CPUs"] = vm.VCpus,
        ["Sockets"] = vm.VCpus > vm.Cluster.CoresPerSocket ? 2 : 1,
        ["Cores p/s"] = vm.VCpus > vm.Cluster.CoresPerSocket ? vm.VCpus / 2 : vm.VCpus,
        ["Max"] = vm.IsOn ? vm.VCpus * vm.Cluster.Mhz : 0,
        ["Overall"] = vm.IsOn ? vm.VCpus * vm.Cluster.Mhz * vm.UsedPercent.Cpu / 100 : 0,
        ["Level"] = "normal",
        ["Shares"] = vm.VCpus * 1000,
        ["Reservation"] = 0,
        ["Limit"] = -1,
        ["Hot Add"] = "False",
        ["Hot Remove"] = "False",
        ["Numa Hotadd Exposed"] = "False",
    })));

    public static Sheet Memory() => DemoWorkbook.Sheet("vMemory", RvtoolsHeaders.Memory, DemoCompany.Vms.Select(vm => Merge(Common(vm), new()
    {
        ["Size MiB"] = vm.MemoryMiB,
        ["Memory Reservation Locked To Max"] = "False",
        ["Overhead"] = vm.OverheadMiB,
        ["Max"] = vm.IsOn ? vm.MemoryMiB : 0,
        ["Consumed"] = vm.IsOn ? vm.MemoryMiB / 10 * 9 : 0,
        ["Consumed Overhead"] = vm.OverheadMiB / 2,
        ["Swapped"] = 0,
        ["Ballooned"] = 0,
        ["Active"] = Active(vm),
        ["Level"] = "normal",
        ["Shares"] = vm.MemoryMiB * 10,
        ["Reservation"] = 0,
        ["Limit"] = -1,
        ["Hot Add"] = "False",
    })));

    public static Sheet Disk() => DemoWorkbook.Sheet("vDisk", RvtoolsHeaders.Disk, Disks().Select(each => Merge(Common(each.Vm), new()
    {
        ["Disk"] = FormattableString.Invariant($"Hard disk {each.Index + 1}"),
        ["Disk Key"] = 2000 + each.Index,
        ["Disk Path"] = Path(each.Vm, each.Index == 0 ? $"{each.Vm.Name}.vmdk" : FormattableString.Invariant($"{each.Vm.Name}_{each.Index}.vmdk")),
        ["Capacity MiB"] = each.MiB,
        ["Raw"] = "False",
        ["Disk Mode"] = "persistent",
        ["Sharing mode"] = "sharingNone",
        ["Thin"] = "True",
        ["Controller"] = "VMware paravirtual SCSI",
        ["Label"] = "SCSI controller 0",
        ["SCSI Unit #"] = 7,
        ["Unit #"] = each.Index,
        ["Shared Bus"] = "noSharing",
    })));

    public static Sheet Partition() => DemoWorkbook.Sheet(
        "vPartition", RvtoolsHeaders.Partition, Disks().Where(each => each.Vm.IsOn).Select(each =>
        {
            var capacity = each.MiB - 550;
            var consumed = capacity / 100 * each.Vm.UsedPercent.Disk;
            return Merge(Common(each.Vm), new()
            {
                ["Disk Key"] = 2000 + each.Index,
                ["Disk"] = each.Vm.IsWindows ? (each.Index == 0 ? "C:\\" : "D:\\") : (each.Index == 0 ? "/" : "/data"),
                ["Capacity MiB"] = capacity,
                ["Consumed MiB"] = consumed,
                ["Free MiB"] = capacity - consumed,
                ["Free %"] = 100 - each.Vm.UsedPercent.Disk,
            });
        }));

    private static IEnumerable<(DemoVm Vm, int Index, int MiB)> Disks() =>
        DemoCompany.Vms.SelectMany(vm => vm.DisksMiB.Select((mib, i) => (vm, i, mib)));

    private static Dictionary<string, object?> Common(DemoVm vm) => DemoWorkbook.WithServer(new()
    {
        ["VM"] = vm.Name,
        ["Powerstate"] = vm.IsOn ? "poweredOn" : "poweredOff",
        ["Template"] = Flag(vm.IsTemplate),
        ["SRM Placeholder"] = Flag(vm.IsPlaceholder),
        ["Annotation"] = vm.Annotation,
        ["Datacenter"] = vm.Cluster.Datacenter,
        ["Cluster"] = vm.Cluster.Name,
        ["Host"] = vm.Host,
        ["Folder"] = $"/{vm.Cluster.Datacenter}/vm",
        ["OS according to the configuration file"] = vm.Os,
        ["OS according to the VMware Tools"] = vm.IsOn ? vm.Os : null,
        ["VM ID"] = vm.Id,
        ["VM UUID"] = vm.Uuid,
    });

    private static Dictionary<string, object?> Merge(Dictionary<string, object?> row, Dictionary<string, object?> more)
    {
        foreach (var (header, value) in more)
        {
            row[header] = value;
        }

        return row;
    }

    private static int Active(DemoVm vm) => vm.IsOn ? vm.MemoryMiB / 100 * vm.UsedPercent.Memory : 0;

    private static string Path(DemoVm vm, string file) => $"[{vm.Datastore}] {vm.Name}/{file}";

    /// <summary>Addresses kept for documentation, RFC 5737.</summary>
    private static string Address(DemoVm vm) =>
        FormattableString.Invariant($"{(vm.Number < 250 ? "192.0.2" : "198.51.100")}.{1 + (vm.Number % 250)}");

    private static string Flag(bool flag) => flag ? "True" : "False";
}
