namespace CostPlanner.Tests.DemoEstate;

/// <summary>A VM of the invented company, on its host.</summary>
public sealed record DemoVm
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required DemoCluster Cluster { get; init; }

    public required string Host { get; init; }

    public required string Datastore { get; init; }

    public required int VCpus { get; init; }

    public required int MemoryMiB { get; init; }

    public required IReadOnlyList<int> DisksMiB { get; init; }

    public required string Os { get; init; }

    public bool IsOn { get; init; }

    public bool IsTemplate { get; init; }

    public bool IsPlaceholder { get; init; }

    public string? Annotation { get; init; }

    /// <summary>The type and the name of its cluster rule, or null.</summary>
    public (string Type, string Name)? Rule { get; init; }

    /// <summary>What it uses now, per cent of its vCPUs, memory and disks.</summary>
    public required (int Cpu, int Memory, int Disk) UsedPercent { get; init; }

    public required DateTime Created { get; init; }

    public string Id => FormattableString.Invariant($"vm-{1000 + Number}");

    public string Uuid => FormattableString.Invariant($"5016{Number:x4}-7d3a-4c11-9b20-{Number * 7919:x12}");

    public int DiskMiB => DisksMiB.Sum();

    public int InUseMiB => DiskMiB / 100 * UsedPercent.Disk;

    public bool IsWindows => Os.Contains("Windows", StringComparison.Ordinal);

    /// <summary>Memory beside its own, as ESXi's table has it: 14 + 4 per vCPU + 0.0074 per MiB; nothing when it is off.</summary>
    public int OverheadMiB => IsOn ? 14 + (4 * VCpus) + (int)(0.0074m * MemoryMiB) : 0;
}
