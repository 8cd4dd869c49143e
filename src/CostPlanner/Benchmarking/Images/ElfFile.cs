using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>What a program or a shared library says it needs: a 64-bit little-endian ELF file, read, never run.</summary>
/// <param name="Needed">The names of the libraries it is linked with.</param>
/// <param name="Folders">Where it says they lie, beside the usual folders.</param>
/// <param name="Interpreter">The path of the loader that starts it, or null for a library and for a static program.</param>
/// <remarks>The layout is that of the System V ABI, chapters 4 and 5, and of its supplement for AMD64.</remarks>
internal sealed record ElfFile(ImmutableArray<string> Needed, ImmutableArray<string> Folders, string? Interpreter)
{
    private const uint Load = 1;
    private const uint Dynamic = 2;
    private const uint Interp = 3;
    private const long TagNeeded = 1;
    private const long TagStrings = 5;
    private const long TagRpath = 15;
    private const long TagRunpath = 29;
    private const int BytesOfDynamicEntry = 16;

    /// <summary>Reads a file; null when it is not such a file, or is cut short.</summary>
    public static ElfFile? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 64 || !file.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return null;
        }

        try
        {
            return Of(file);
        }
        catch (Exception cut) when (cut is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static ElfFile Of(ReadOnlySpan<byte> file)
    {
        var segments = Segments(file);
        var interpreter = segments.FirstOrDefault(segment => segment.Kind == Interp) is { Kind: Interp } named ? Text(file, named.Offset) : null;
        if (segments.FirstOrDefault(segment => segment.Kind == Dynamic) is not { Kind: Dynamic } dynamic)
        {
            return new ElfFile([], [], interpreter);
        }

        var entries = Entries(file.Slice(dynamic.Offset, dynamic.Size));
        var strings = InFile(segments, entries.FirstOrDefault(entry => entry.Tag == TagStrings).Value);
        var (needed, folders) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (tag, value) in entries)
        {
            if (tag == TagNeeded)
            {
                needed.Add(Text(file, checked(strings + (int)value)));
            }
            else if (tag is TagRpath or TagRunpath)
            {
                folders.AddRange(Text(file, checked(strings + (int)value)).Split(':', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return new ElfFile(needed.ToImmutable(), folders.ToImmutable(), interpreter);
    }

    private static List<Segment> Segments(ReadOnlySpan<byte> file)
    {
        var (table, size, count) = (
            Number(file[32..]), BinaryPrimitives.ReadUInt16LittleEndian(file[54..]), BinaryPrimitives.ReadUInt16LittleEndian(file[56..]));
        var segments = new List<Segment>(count);
        for (var index = 0; index < count; index++)
        {
            var header = file.Slice(checked(table + (index * size)), size);
            segments.Add(new Segment(
                BinaryPrimitives.ReadUInt32LittleEndian(header),
                Number(header[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(header[16..]),
                Number(header[32..])));
        }

        return segments;
    }

    private static List<(long Tag, long Value)> Entries(ReadOnlySpan<byte> table)
    {
        var entries = new List<(long, long)>();
        for (; table.Length >= BytesOfDynamicEntry && BinaryPrimitives.ReadInt64LittleEndian(table) is not 0 and var tag; table = table[BytesOfDynamicEntry..])
        {
            entries.Add((tag, BinaryPrimitives.ReadInt64LittleEndian(table[8..])));
        }

        return entries;
    }

    private static int InFile(List<Segment> segments, long address)
    {
        var holder = segments.Find(segment => segment.Kind == Load && address >= segment.Address && address - segment.Address < segment.Size);
        return holder.Kind == Load
            ? checked(holder.Offset + (int)(address - holder.Address))
            : throw new ArgumentOutOfRangeException(nameof(address), address, "in no segment");
    }

    private static string Text(ReadOnlySpan<byte> file, int offset)
    {
        var text = file[offset..];
        return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }

    private static int Number(ReadOnlySpan<byte> at) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(at));

    private readonly record struct Segment(uint Kind, int Offset, long Address, int Size);
}
