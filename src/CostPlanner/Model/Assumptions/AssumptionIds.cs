namespace CostPlanner.Model;

/// <summary>The ids of the assumptions that the code asks for; what the code knows of each is in <see cref="KnownAssumptions"/>.</summary>
public static class AssumptionIds
{
    /// <summary>vCPUs that one physical core carries.</summary>
    public const string CpuOvercommit = "cpu-overcommit";

    /// <summary>Memory promised to VMs for each byte that a host has left.</summary>
    public const string MemoryOvercommit = "memory-overcommit";

    /// <summary>The share of a host's CPU that may be promised.</summary>
    public const string CpuTarget = "cpu-target";

    /// <summary>The share of a host's memory that may be promised.</summary>
    public const string MemoryTarget = "memory-target";

    /// <summary>The share of storage inside hosts that may be filled.</summary>
    public const string StorageTarget = "storage-target";

    /// <summary>Copies kept of data that lies on vSAN.</summary>
    public const string StorageCopies = "storage-copies";

    /// <summary>The share of a vSAN pool's raw capacity that may be filled; the rest is its operations reserve.</summary>
    public const string VsanFill = "vsan-fill";

    /// <summary>The fewest hosts on which the storage policy of a vSAN pool can place its copies.</summary>
    public const string VsanLeastHosts = "vsan-least-hosts";

    /// <summary>Hosts whose loss a vSAN pool must have room to rebuild, where hosts may fail at all.</summary>
    public const string VsanRebuild = "vsan-rebuild";

    /// <summary>What a second thread on a core adds, as a share of a core.</summary>
    public const string ThreadYield = "thread-yield";

    /// <summary>Growth of the demand per year, compounding; hosts are sized for the end of the horizon.</summary>
    public const string Growth = "growth";

    /// <summary>Cores of each host kept for the hypervisor, the same on all platforms.</summary>
    public const string ReservedCores = "reserved-cores";

    /// <summary>Memory of each KVM host kept for the system, in MiB.</summary>
    public const string KvmReservedMemory = "kvm-reserved-memory";

    /// <summary>Memory of each ESXi host kept for the system, at least, in MiB.</summary>
    public const string VSphereReservedMemory = "vsphere-reserved-memory";

    /// <summary>Memory of each ESXi host kept for the system, at least, as a share of its memory.</summary>
    public const string VSphereReservedShare = "vsphere-reserved-share";

    /// <summary>Memory of dom0 before the share of the host's memory is added, in MiB.</summary>
    public const string XenDom0Base = "xen-dom0-base";

    /// <summary>The share of the host's memory that dom0 gets.</summary>
    public const string XenDom0Share = "xen-dom0-share";

    /// <summary>The most that dom0 gets, in MiB.</summary>
    public const string XenDom0Most = "xen-dom0-most";

    /// <summary>What dom0's share is cut to a multiple of, in MiB.</summary>
    public const string XenDom0Step = "xen-dom0-step";

    /// <summary>Memory that dom0's formula adds to what the host reports, in MiB.</summary>
    public const string XenDom0Unreported = "xen-dom0-unreported";

    /// <summary>Memory of the Xen hypervisor itself, in MiB.</summary>
    public const string XenHypervisor = "xen-hypervisor";

    /// <summary>Memory beside each VM's own on ESXi: the fixed part, in MiB.</summary>
    public const string VSphereOverheadBase = "vsphere-overhead-base";

    /// <summary>Memory beside each VM's own on ESXi: per vCPU, in MiB.</summary>
    public const string VSphereOverheadPerVCpu = "vsphere-overhead-per-vcpu";

    /// <summary>Memory beside each VM's own on ESXi: as a share of its memory.</summary>
    public const string VSphereOverheadShare = "vsphere-overhead-share";

    /// <summary>Memory beside each VM's own under QEMU: the fixed part, in MiB.</summary>
    public const string QemuOverheadBase = "qemu-overhead-base";

    /// <summary>Memory beside each VM's own under QEMU: per vCPU, in MiB.</summary>
    public const string QemuOverheadPerVCpu = "qemu-overhead-per-vcpu";

    /// <summary>Memory beside each VM's own under QEMU: as a share of its memory.</summary>
    public const string QemuOverheadShare = "qemu-overhead-share";

    /// <summary>What measured CPU is multiplied by, against what was not seen.</summary>
    public const string CpuHeadroom = "cpu-headroom";

    /// <summary>What measured memory is multiplied by, against what was not seen.</summary>
    public const string MemoryHeadroom = "memory-headroom";

    /// <summary>A VM that uses less of its vCPUs than this share at p95, and less memory, is idle.</summary>
    public const string IdleCpu = "idle-cpu";

    /// <summary>A VM that uses less of its memory than this share at p95, and less CPU, is idle.</summary>
    public const string IdleMemory = "idle-memory";

    /// <summary>A VM that needs no more of its vCPUs or its memory than this share is over-sized.</summary>
    public const string OversizedShare = "oversized-share";

    /// <summary>The share of the time in which a VM must have been seen for its figures to be relied on.</summary>
    public const string UsageCoverage = "usage-coverage";

    /// <summary>Average load of a host's CPU, for its power.</summary>
    public const string AverageLoad = "average-load";

    /// <summary>Power of a CPU at no load, as a share of its thermal design power.</summary>
    public const string TdpPowerIdle = "tdp-power-idle";

    /// <summary>Power of a CPU at 10 % load, as a share of its thermal design power.</summary>
    public const string TdpPower10 = "tdp-power-10";

    /// <summary>Power of a CPU at 50 % load, as a share of its thermal design power.</summary>
    public const string TdpPower50 = "tdp-power-50";

    /// <summary>Power of a CPU at full load, as a share of its thermal design power.</summary>
    public const string TdpPowerFull = "tdp-power-full";

    /// <summary>Power of a server beside its CPUs, as a share of theirs.</summary>
    public const string PowerBesideCpu = "power-beside-cpu";

    /// <summary>Power of a host whose CPU is not known, in W.</summary>
    public const string HostPower = "host-power";

    /// <summary>Power of the whole data centre for each watt of the servers.</summary>
    public const string Pue = "pue";

    /// <summary>Price of a kWh.</summary>
    public const string Electricity = "electricity";

    /// <summary>Rent of one rack unit per month.</summary>
    public const string RackUnit = "rack-unit";

    /// <summary>Height of an existing host, in rack units.</summary>
    public const string HostRackUnits = "host-rack-units";

    /// <summary>Yearly maintenance of hardware as a share of its price.</summary>
    public const string HardwareMaintenance = "hardware-maintenance";

    /// <summary>Yearly maintenance of an existing host, whose price is not known.</summary>
    public const string ExistingHostMaintenance = "existing-host-maintenance";

    /// <summary>Years after which a server that was bought is replaced; it is written off over them.</summary>
    public const string HostLife = "host-life";

    /// <summary>Years over which a perpetual licence is written off.</summary>
    public const string LicenceLife = "licence-life";

    /// <summary>What a server that is sold fetches, as a share of what it stands for in the books.</summary>
    public const string ResaleShare = "resale-share";

    /// <summary>Yearly rise of the price of subscriptions and of support, from the end of their term on.</summary>
    public const string RiseLicences = "rise-licences";

    /// <summary>What is added to the first year of a renewal that is ordered after the contract's end, as a share of it.</summary>
    public const string LateRenewal = "late-renewal";

    /// <summary>Yearly rise of the price of electricity.</summary>
    public const string RiseEnergy = "rise-energy";

    /// <summary>Yearly rise of what people cost.</summary>
    public const string RiseStaff = "rise-staff";

    /// <summary>Yearly rise of the price of maintenance and rack space.</summary>
    public const string RiseUpkeep = "rise-upkeep";

    /// <summary>VMs that one administrator looks after.</summary>
    public const string VmsPerAdmin = "vms-per-admin";

    /// <summary>What an administrator costs per year.</summary>
    public const string AdminCost = "admin-cost";

    /// <summary>What moving one VM to another hypervisor costs.</summary>
    public const string MigrationPerVm = "migration-per-vm";

    /// <summary>What a move costs besides, however many VMs there are: an offer for the whole of it, for example.</summary>
    public const string MigrationLumpSum = "migration-lump-sum";

    /// <summary>Months in which a move is prepared and no VM moves yet.</summary>
    public const string MigrationPreparation = "migration-preparation";

    /// <summary>VMs moved in a week.</summary>
    public const string VmsPerWeek = "vms-per-week";

    /// <summary>How fast disks are copied, in Mbit/s.</summary>
    public const string TransferRate = "transfer-rate";

    /// <summary>Hours of a week in which disks are copied.</summary>
    public const string TransferHours = "transfer-hours";

    /// <summary>The disks that a VM of unknown disk size may have on average before the duration of a move is no longer known, in GiB.</summary>
    public const string UnknownDisk = "unknown-disk";

    /// <summary>Servers that must be free for VMs to be moved onto; those bought for it are sold after the move.</summary>
    public const string SwingServers = "swing-servers";

    /// <summary>Hours of training per administrator for a new hypervisor.</summary>
    public const string TrainingHours = "training-hours";

    /// <summary>Price of an hour of training or specialist work.</summary>
    public const string TrainingHour = "training-hour";

    /// <summary>Yearly rate at which later money is discounted.</summary>
    public const string DiscountRate = "discount-rate";

    /// <summary>The lower figure of the claim of 2013, as a share saved.</summary>
    public const string ClaimLow = "claim-low";

    /// <summary>The upper figure of the claim of 2013, as a share saved.</summary>
    public const string ClaimHigh = "claim-high";
}
