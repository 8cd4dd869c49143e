using System.Buffers.Binary;
using System.IO.Compression;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>What a zip archive claims to hold, looked at before anything of it is unpacked.</summary>
/// <remarks>
/// The library unfolds no part beyond the size that the archive's list states for it, so the list is a bound: parts that overlap or lie about their size
/// unfold to no more. The length of the list itself is looked at first, since the library keeps all of it in memory.
/// </remarks>
internal static class ZipBounds
{
    private const uint EndMark = 0x06054B50;
    private const int EndLength = 22;
    private const int ListLengthAt = 12;
    private const int ListStartAt = 16;
    private const uint InZip64 = uint.MaxValue;
    private const string SharedTexts = "sharedStrings";

    /// <summary>
    /// Throws <see cref="TooLargeException"/> for an archive whose list is too long. One that does not end as an archive is left to the reader to refuse.
    /// </summary>
    public static void CheckList(Stream stream)
    {
        if (stream.Length > InputLimits.WorkbookBytes)
        {
            throw new TooLargeException(Message.Of(
                "too-large.workbook", ("mib", stream.Length >> 20), ("most", InputLimits.WorkbookBytes >> 20)));
        }

        // The end has a comment of at most 64 KiB behind it.
        var tail = new byte[(int)Math.Min(stream.Length, EndLength + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                CheckList(tail.AsSpan(at), stream.Length - tail.Length + at);
                return;
            }
        }
    }

    /// <summary>Throws <see cref="TooLargeException"/> for parts that unfold to more than the parts of a workbook do.</summary>
    public static void CheckParts(ZipArchive archive)
    {
        var total = 0L;
        foreach (var part in archive.Entries)
        {
            total += part.Length;
            if (part.Length > InputLimits.UnaskedBytes && part.Length / InputLimits.MostRatio > part.CompressedLength)
            {
                throw new TooLargeException(Message.Of(
                    "too-large.part", ("part", part.FullName), ("mib", part.Length >> 20), ("ratio", InputLimits.MostRatio))) { Sheet = part.Name };
            }

            if (part.Name.StartsWith(SharedTexts, StringComparison.OrdinalIgnoreCase) && part.Length > InputLimits.SharedTextBytes)
            {
                throw new TooLargeException(Message.Of(
                    "too-large.texts", ("mib", part.Length >> 20), ("most", InputLimits.SharedTextBytes >> 20))) { Sheet = part.Name };
            }

            if (total > InputLimits.UnpackedBytes)
            {
                throw new TooLargeException(Message.Of("too-large.workbook-unfolds", ("most", InputLimits.UnpackedBytes >> 20)));
            }
        }
    }

    /// <summary>The list ends where the end begins, so it is no longer than from its start to there, whatever its stated length is.</summary>
    private static void CheckList(ReadOnlySpan<byte> end, long endAt)
    {
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(end[ListLengthAt..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[ListStartAt..]);
        var length = start == InZip64 || start > endAt ? Math.Min(stated, endAt) : endAt - start;
        if (length > InputLimits.ZipDirectoryBytes)
        {
            throw new TooLargeException(Message.Of(
                "too-large.archive-list", ("mib", length >> 20), ("most", InputLimits.ZipDirectoryBytes >> 20)));
        }
    }
}
