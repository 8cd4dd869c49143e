namespace CostPlanner.Model;

/// <summary>An amount of memory or storage, in whole bytes, never negative.</summary>
/// <remarks>
/// Binary units only: a MiB is 1,048,576 bytes. The default value is zero bytes.
/// Which unit a column of a source file means is decided once, in Ingest.
/// </remarks>
public readonly record struct ByteSize : IComparable<ByteSize>
{
    private const long BytesPerMiB = 1L << 20;
    private const long BytesPerGiB = 1L << 30;
    private const long BytesPerTiB = 1L << 40;

    private ByteSize(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Bytes = bytes;
    }

    /// <summary>No bytes at all.</summary>
    public static ByteSize Zero => default;

    /// <summary>The size in bytes.</summary>
    public long Bytes { get; }

    /// <summary>The size in MiB, fractions kept.</summary>
    public decimal MiB => (decimal)Bytes / BytesPerMiB;

    /// <summary>The size in GiB, fractions kept.</summary>
    public decimal GiB => (decimal)Bytes / BytesPerGiB;

    /// <summary>The size in TiB, fractions kept.</summary>
    public decimal TiB => (decimal)Bytes / BytesPerTiB;

    /// <summary>The size in MiB, a started MiB counted whole: what a demand needs.</summary>
    public long MiBRoundedUp => (Bytes / BytesPerMiB) + (Bytes % BytesPerMiB == 0 ? 0 : 1);

    /// <summary>The size in MiB, a started MiB dropped: what a host can promise.</summary>
    public long MiBRoundedDown => Bytes / BytesPerMiB;

    /// <summary>A size of so many bytes; 0 and above.</summary>
    public static ByteSize FromBytes(long bytes) => new(bytes);

    /// <summary>A size of so many MiB; 0 and above.</summary>
    public static ByteSize FromMiB(long mib) => new(mib * BytesPerMiB);

    /// <summary>A size of so many MiB, cut to whole bytes; 0 and above.</summary>
    public static ByteSize FromMiB(decimal mib) => new((long)decimal.Truncate(mib * BytesPerMiB));

    /// <summary>A size of so many GiB; 0 and above.</summary>
    public static ByteSize FromGiB(long gib) => new(gib * BytesPerGiB);

    /// <summary>A size of so many GiB, cut to whole bytes; 0 and above.</summary>
    public static ByteSize FromGiB(decimal gib) => new((long)decimal.Truncate(gib * BytesPerGiB));

    /// <summary>A size of so many TiB, cut to whole bytes; 0 and above.</summary>
    public static ByteSize FromTiB(decimal tib) => new((long)decimal.Truncate(tib * BytesPerTiB));

    /// <summary>The sum of two sizes.</summary>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    /// <summary>The difference of two sizes; throws when it would be negative.</summary>
    public static ByteSize operator -(ByteSize left, ByteSize right) => new(left.Bytes - right.Bytes);

    /// <summary>The size times a factor of 0 or more, cut to whole bytes.</summary>
    public static ByteSize operator *(ByteSize size, decimal factor) => new((long)decimal.Truncate(size.Bytes * factor));

    /// <summary>Whether the left size is the smaller.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether the left size is the larger.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether the left size is not the larger.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether the left size is not the smaller.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <summary>Orders by size, smallest first.</summary>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>The size in MiB, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{MiB:0.##} MiB");
}
