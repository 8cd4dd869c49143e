using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CostPlanner.Ingest.Files;

/// <summary>Tells what a file is from its bytes.</summary>
internal static class FileContentReader
{
    private const int DirectoryEntry = 128;
    private const int OldHeader = 512;
    private static ReadOnlySpan<byte> Zip => "PK"u8;
    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>
    /// Looks at the stream's bytes; leaves it open, at any position. Throws <see cref="TooLargeException"/> for an archive that was made to fill memory.
    /// </summary>
    public static FileContent Of(Stream stream)
    {
        var start = new byte[OldHeader];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var bytes = start.AsSpan(0, length);
        if (bytes.Length > 3 && bytes.StartsWith(Zip) && bytes[2] < ' ')
        {
            return OfZip(stream);
        }

        if (bytes.StartsWith(Ole2[..4]))
        {
            return OfOle2(stream);
        }

        return bytes.Contains((byte)0) && !IsUtf16(bytes) ? FileContent.Unknown : FileContent.Text;
    }

    private static FileContent OfZip(Stream stream)
    {
        ZipBounds.CheckList(stream);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            ZipBounds.CheckParts(archive);
            return archive.Entries.Any(IsWorkbookPart) ? FileContent.Workbook : FileContent.OtherZip;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException)
        {
            return FileContent.BrokenZip;
        }
    }

    private static bool IsWorkbookPart(ZipArchiveEntry entry) =>
        entry.Name.StartsWith("workbook", StringComparison.OrdinalIgnoreCase)
        && (entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A container names its streams in entries of 128 bytes, aligned to them: an encrypted document has "EncryptedPackage",
    /// a workbook of the old kind "Workbook" or "Book".
    /// </summary>
    private static FileContent OfOle2(Stream stream)
    {
        stream.Position = OldHeader;
        var entry = new byte[DirectoryEntry];
        var old = false;
        while (stream.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            var name = NameOf(entry);
            if (name == "EncryptedPackage")
            {
                return FileContent.Encrypted;
            }

            old |= name is "Workbook" or "Book";
        }

        return old ? FileContent.OldWorkbook : FileContent.Encrypted;
    }

    private static string NameOf(byte[] entry)
    {
        const int lengthAt = 64;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(lengthAt));
        return length is > 2 and <= lengthAt ? Encoding.Unicode.GetString(entry, 0, length - 2) : "";
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
}
