using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What one VM used of one resource: its samples, in the order of time. A slot without a sample is not in it.</summary>
/// <remarks>Slots are those of the <see cref="UsageHistory"/>; no slot occurs twice. No value is negative.</remarks>
public sealed record UsageSeries
{
    /// <summary>Samples by slot; throws unless slots ascend and each has a finite value of 0 or more.</summary>
    public UsageSeries(ImmutableArray<int> slots, ImmutableArray<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, slots.Length);
        for (var i = 0; i < slots.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slots[i], i == 0 ? -1 : slots[i - 1], nameof(slots));
            if (!float.IsFinite(values[i]) || values[i] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[i], "a sample is a finite number of 0 or more");
            }
        }

        (Slots, Values) = (slots, values);
    }

    /// <summary>No sample at all: not measured.</summary>
    public static UsageSeries None { get; } = new([], []);

    /// <summary>The slot of each sample, ascending, from 0.</summary>
    public ImmutableArray<int> Slots { get; }

    /// <summary>The value of each sample.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>Whether nothing was measured.</summary>
    public bool IsEmpty => Slots.IsEmpty;
}

/// <summary>What one VM used over the time of a <see cref="UsageHistory"/>.</summary>
/// <param name="VmId">The VM's <see cref="VirtualMachine.Id"/>.</param>
/// <param name="SlotsSeen">Slots with a sample of any resource.</param>
/// <param name="Cpu">Cores of its host that it kept busy.</param>
/// <param name="Memory">Memory that it used actively, in MiB.</param>
/// <param name="Iops">Disk operations per second.</param>
/// <param name="Network">Traffic sent and received, in Mbit/s.</param>
public sealed record VmUsage(string VmId, int SlotsSeen, UsageSeries Cpu, UsageSeries Memory, UsageSeries Iops, UsageSeries Network);
