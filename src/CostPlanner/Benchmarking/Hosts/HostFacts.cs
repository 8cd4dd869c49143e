using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What a host is: everything that a figure measured on it depends on.</summary>
/// <remarks>
/// A fact that could not be had is null, and <see cref="Unknown"/> says why, under the fact's name in JSON. None of them names or numbers the single machine.
/// </remarks>
/// <param name="Cpu">The processors.</param>
/// <param name="Memory">The memory and how the kernel hands it out.</param>
/// <param name="System">The machine and its kernel.</param>
/// <param name="Kvm">What runs guests.</param>
/// <param name="Unknown">Why facts are null, by their names.</param>
public sealed record HostFacts(CpuFacts Cpu, MemoryFacts Memory, SystemFacts System, KvmFacts Kvm, ImmutableSortedDictionary<string, Message> Unknown)
{
    /// <summary>Reads the facts of a host.</summary>
    /// <param name="root">The folder that holds proc and sys; "/" for this host.</param>
    /// <param name="tools">What programs of the host said.</param>
    public static HostFacts Read(string root, HostTools tools)
    {
        var files = new FactFiles(root);
        return new HostFacts(
            CpuReading.Of(files),
            MemoryReading.Of(files),
            SystemReading.Of(files, tools),
            SystemReading.KvmOf(files, tools),
            files.Unknown);
    }

    /// <summary>Whether the host is a VM itself; null when nothing tells.</summary>
    public bool? IsVirtual =>
        Cpu.HypervisorFlag == true || System.VirtualisedBy is not (null or HostTools.BareMetal) ? true : Cpu.HypervisorFlag;
}

/// <summary>The processors of a host.</summary>
public sealed record CpuFacts
{
    /// <summary>"GenuineIntel" or "AuthenticAMD".</summary>
    public string? CpuVendor { get; init; }

    /// <summary>The model as the CPU names itself.</summary>
    public string? CpuModel { get; init; }

    /// <summary>The family, model and stepping, which tell the silicon.</summary>
    public int? CpuFamily { get; init; }

    /// <summary>The number of the model within its family.</summary>
    public int? CpuModelNumber { get; init; }

    /// <summary>The stepping.</summary>
    public int? CpuStepping { get; init; }

    /// <summary>The microcode's revision.</summary>
    public string? Microcode { get; init; }

    /// <summary>Processors in use.</summary>
    public int? Sockets { get; init; }

    /// <summary>Cores in use, of all sockets.</summary>
    public int? Cores { get; init; }

    /// <summary>What the kernel schedules on: cores, or their threads where SMT is on.</summary>
    public int? Threads { get; init; }

    /// <summary>SMT as the kernel says it: "on", "off", "forceoff", "notsupported", "notimplemented".</summary>
    public string? Smt { get; init; }

    /// <summary>NUMA nodes.</summary>
    public int? NumaNodes { get; init; }

    /// <summary>The caches, each kind once; null when the kernel lists none.</summary>
    public ImmutableArray<CpuCache>? Caches { get; init; }

    /// <summary>What sets the clock rate: "intel_pstate", "acpi-cpufreq", "amd-pstate-epp".</summary>
    public string? FrequencyDriver { get; init; }

    /// <summary>The governor of the clock rate; several, comma between, where CPUs differ.</summary>
    public string? Governor { get; init; }

    /// <summary>Whether clock rates above the nominal one are allowed.</summary>
    public bool? Boost { get; init; }

    /// <summary>"vmx" (Intel VT-x), "svm" (AMD-V) or "none" among the CPU's flags.</summary>
    public string? VirtualisationFlag { get; init; }

    /// <summary>Whether the CPU says that a hypervisor runs this system.</summary>
    public bool? HypervisorFlag { get; init; }

    /// <summary>What the kernel does about each known flaw of CPUs; null when it lists none.</summary>
    public ImmutableSortedDictionary<string, string>? Mitigations { get; init; }
}

/// <summary>Caches of one kind.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Kind">"Data", "Instruction" or "Unified".</param>
/// <param name="Size">The size of one.</param>
/// <param name="Count">How many the host has.</param>
public sealed record CpuCache(int Level, string Kind, ByteSize Size, int Count);

/// <summary>The memory of a host.</summary>
public sealed record MemoryFacts
{
    /// <summary>What the kernel has.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>What it could give to a new program.</summary>
    public ByteSize? MemoryAvailable { get; init; }

    /// <summary>Room to swap to; zero where there is none.</summary>
    public ByteSize? Swap { get; init; }

    /// <summary>"always", "madvise" or "never".</summary>
    public string? TransparentHugePages { get; init; }

    /// <summary>Huge pages set aside, by size; null when the kernel has none.</summary>
    public ImmutableArray<HugePages>? HugePages { get; init; }

    /// <summary>Whether equal pages of guests are merged.</summary>
    public bool? Ksm { get; init; }
}

/// <summary>Huge pages of one size.</summary>
/// <param name="Size">The size of one.</param>
/// <param name="Reserved">How many are set aside.</param>
/// <param name="Free">How many of these nobody uses.</param>
public sealed record HugePages(ByteSize Size, long Reserved, long Free);

/// <summary>The machine and its kernel.</summary>
public sealed record SystemFacts
{
    /// <summary>Who made the machine.</summary>
    public string? MachineVendor { get; init; }

    /// <summary>Its model; never a serial number.</summary>
    public string? MachineModel { get; init; }

    /// <summary>The kernel's release.</summary>
    public string? Kernel { get; init; }

    /// <summary>"2", "1", or "1 and 2" where both hierarchies are mounted.</summary>
    public string? Cgroup { get; init; }

    /// <summary>What systemd-detect-virt --vm says: a hypervisor's name, or "none".</summary>
    public string? VirtualisedBy { get; init; }
}

/// <summary>What runs guests.</summary>
public sealed record KvmFacts
{
    /// <summary>The modules of KVM in the kernel, built in or loaded; empty where there are none, null when the kernel does not list modules.</summary>
    public ImmutableArray<string>? Modules { get; init; }

    /// <summary>Their parameters, as module.parameter.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>QEMU's version.</summary>
    public string? Qemu { get; init; }

    /// <summary>Its package, as it tells it.</summary>
    public string? QemuPackage { get; init; }
}
