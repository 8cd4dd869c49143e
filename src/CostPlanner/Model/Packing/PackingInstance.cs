using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A vector bin packing instance: items with sizes in several dimensions, and the bins that may hold them.</summary>
/// <remarks>
/// Sizes and capacities are whole numbers from 0 to <see cref="LargestSize"/>. An item type stands for as many equal copies as its count
/// says; copies are numbered from 0 in the order of the types. The aim is the least sum of the prices of the bins used.
/// </remarks>
public sealed class PackingInstance
{
    /// <summary>Sizes stay below 2^24, so that single-precision numbers hold them exactly.</summary>
    public const int LargestSize = (1 << 24) - 1;

    /// <summary>An instance; what it cannot mean is refused.</summary>
    /// <param name="bins">The kinds of bins, at least one, all of the same dimensions.</param>
    /// <param name="sizes">The sizes, type after type, each dimension after dimension.</param>
    /// <param name="counts">How many copies of each type there are, 0 or more; together fewer than 2^31.</param>
    /// <param name="groups">The anti-affinity groups; none by default.</param>
    public PackingInstance(
        ImmutableArray<BinType> bins, ImmutableArray<int> sizes, ImmutableArray<int> counts, ImmutableArray<AntiAffinityGroup> groups = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bins.Length, nameof(bins));
        Dimensions = bins[0].Capacity.Length;
        ArgumentOutOfRangeException.ThrowIfZero(Dimensions, nameof(bins));
        ArgumentOutOfRangeException.ThrowIfNotEqual(sizes.Length, (long)Dimensions * counts.Length, nameof(sizes));
        foreach (var bin in bins)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(bin.Capacity.Length, Dimensions, nameof(bins));
            ArgumentOutOfRangeException.ThrowIfNegative(bin.Price, nameof(bins));
            ArgumentOutOfRangeException.ThrowIfNegative(bin.Available ?? 0, nameof(bins));
            ThrowIfOutside(bin.Capacity.AsSpan(), LargestSize, nameof(bins));
        }

        ThrowIfOutside(sizes.AsSpan(), LargestSize, nameof(sizes));
        ThrowIfNegative(counts.AsSpan(), nameof(counts));
        (Bins, Sizes, Counts, Groups) = (bins, sizes, counts, groups.IsDefault ? [] : groups);
        Copies = checked((int)counts.Sum(count => (long)count));
        foreach (var group in Groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(group.AtMost, nameof(groups));
            ThrowIfOutside(group.Types.AsSpan(), counts.Length - 1, nameof(groups));
            ArgumentOutOfRangeException.ThrowIfNotEqual(group.Types.Distinct().Count(), group.Types.Length, nameof(groups));
        }
    }

    /// <summary>How many dimensions there are.</summary>
    public int Dimensions { get; }

    /// <summary>The kinds of bins.</summary>
    public ImmutableArray<BinType> Bins { get; }

    /// <summary>The sizes, type after type, each dimension after dimension.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>How many copies of each type there are.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>The anti-affinity groups.</summary>
    public ImmutableArray<AntiAffinityGroup> Groups { get; }

    /// <summary>All copies of all types.</summary>
    public int Copies { get; }

    /// <summary>The size of a type, by dimension.</summary>
    public ReadOnlySpan<int> SizeOf(int type) => Sizes.AsSpan().Slice(type * Dimensions, Dimensions);

    /// <summary>Whether a copy of the type fits into an empty bin of that kind.</summary>
    public bool FitsAlone(int type, BinType bin)
    {
        var size = SizeOf(type);
        for (var d = 0; d < size.Length; d++)
        {
            if (size[d] > bin.Capacity[d])
            {
                return false;
            }
        }

        return true;
    }

    private static void ThrowIfNegative(ReadOnlySpan<int> values, string name)
    {
        foreach (var value in values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        }
    }

    private static void ThrowIfOutside(ReadOnlySpan<int> values, int most, string name)
    {
        ThrowIfNegative(values, name);
        foreach (var value in values)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        }
    }
}
