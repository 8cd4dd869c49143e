using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A virtual machine as the inventory shows it at one moment.</summary>
/// <remarks>Its name need not be unique; <see cref="Id"/> is, within one inventory.</remarks>
public sealed record VirtualMachine
{
    /// <summary>What stands behind a VM's name in the pattern of all its copies.</summary>
    internal const string AnyCopy = " copy *";

    /// <summary>The name that people use.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from all others in the inventory: the managed object id where the source has one.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it runs, as the source says it; see <see cref="Runs"/> for what counts.</summary>
    public required PowerState Power { get; init; }

    /// <summary>Whether it is a template, which never runs.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether it stands in for a VM of another site (Site Recovery) and must not be counted twice.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>Virtual CPUs, 1 and above.</summary>
    public required int VCpus
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(VCpus));
            field = value;
        }
    }

    /// <summary>What all its virtual CPUs may use at once, or null where the source does not say.</summary>
    public Frequency? CpuCapacity { get; init; }

    /// <summary>Configured memory.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>
    /// The sum of its virtual disks, or what the source says is provisioned where disks are not listed; zero for a VM without any,
    /// null where the source does not say.
    /// </summary>
    public required ByteSize? Disk { get; init; }

    /// <summary>Its disks as far as they are known: a lower bound, for sums that say so.</summary>
    public ByteSize DiskAtLeast => Disk ?? ByteSize.Zero;

    /// <summary>What its disks occupy on datastores, or null where the source does not say.</summary>
    public ByteSize? DiskInUse { get; init; }

    /// <summary>The memory that the hypervisor reserves beside the VM's own, measured on the source; null where not measured.</summary>
    public ByteSize? MeasuredOverhead { get; init; }

    /// <summary>The vCenter, or other manager, that its name and id are from; null where the source does not say.</summary>
    public string? VCenter { get; init; }

    /// <summary>The cluster; null for a VM on a host that stands alone, or where the source does not say.</summary>
    public string? Cluster { get; init; }

    /// <summary>The host it was on, or null where the source does not say.</summary>
    public string? Host { get; init; }

    /// <summary>The data centre, or null where the source does not say.</summary>
    public string? Datacenter { get; init; }

    /// <summary>The datastore of its configuration file, or null where the source does not say.</summary>
    public string? Datastore { get; init; }

    /// <summary>The guest operating system in the source's words, or null.</summary>
    public string? GuestOs { get; init; }

    /// <summary>The kind of guest operating system.</summary>
    public GuestFamily Guest { get; init; }

    /// <summary>The names of the rules that keep it from sharing a host with the other VMs of the same rule.</summary>
    public ImmutableArray<string> AntiAffinityRules { get; init; } = [];

    /// <summary>The names of the rules that keep it on one host with the other VMs of the same rule.</summary>
    public ImmutableArray<string> AffinityRules { get; init; } = [];

    /// <summary>The names of the rules that tie it to hosts or keep it off them; the source does not name the hosts, so that nobody can obey them.</summary>
    public ImmutableArray<string> HostRules { get; init; } = [];

    /// <summary>What people noted about it, for telling what it is; never printed. Null where the source does not say.</summary>
    public string? Annotation { get; init; }

    /// <summary>The folder that it is filed in, as a path with /, or null where the source does not say.</summary>
    public string? Folder { get; init; }

    /// <summary>Its tags and custom attributes; empty where the source has none.</summary>
    public ImmutableArray<VmTag> Tags { get; init; } = [];

    /// <summary>What the manager of the platform knows of it, or null where the source does not say.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>What it is to its platform; null for an ordinary VM, and before anybody looked.</summary>
    public PlatformPart? Part { get; init; }

    /// <summary>Whether the user keeps it as an ordinary VM, whatever its name or connection says.</summary>
    public bool IsKept { get; init; }

    /// <summary>Where it was read.</summary>
    public required SourcePlace Origin { get; init; }

    /// <summary>
    /// Whether the manager has lost it: inaccessible, orphaned or damaged. Whatever its power state says is old; no host of the estate is known to run it.
    /// A VM whose host is disconnected is not lost: it may well run, and counts by the power state that was known last.
    /// </summary>
    public bool IsLost => !IsKept && Connection is (ConnectionState.Inaccessible or ConnectionState.Orphaned or ConnectionState.Invalid);

    /// <summary>
    /// Whether it runs and counts for CPU and memory: powered on or of a power state that is not known, no template, no placeholder, not lost.
    /// </summary>
    public bool Runs => Power.CountsAsRunning && !IsTemplate && !IsPlaceholder && !IsLost;

    /// <summary>One more VM like it, by the name and id of "web-1 copy 2".</summary>
    public VirtualMachine Copy(int number) => this with
    {
        Name = FormattableString.Invariant($"{Name} copy {number}"),
        Id = FormattableString.Invariant($"{Id} copy {number}"),
    };
}
