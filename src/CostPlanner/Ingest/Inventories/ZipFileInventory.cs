using System.IO.Compression;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories;

/// <summary>Reads an inventory that was packed: the CSV files of RVTools, or one workbook.</summary>
internal static class ZipFileInventory
{
    private const long MostBytes = 1L << 28; // 256 MiB unpacked, all entries together
    private static readonly Message Unpack = Message.Of("zip.unpack");

    /// <summary>Reads the archive.</summary>
    /// <param name="path">Its path, for the findings.</param>
    /// <param name="stream">Its bytes, from the start.</param>
    public static Reading<Inventory> Read(string path, Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var entries = archive.Entries.Where(entry => entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
            var workbooks = entries.Where(entry => Ends(entry, ".xlsx") || Ends(entry, ".xls")).ToList();
            var tables = entries.Where(entry => Ends(entry, ".csv")).ToList();
            if (workbooks.Concat(tables).Sum(entry => entry.Length) > MostBytes)
            {
                return InputFile.Refused<Inventory>(path, "zip-too-large", Message.Of("zip-too-large"), Unpack);
            }

            if (workbooks is [var workbook])
            {
                using var unpacked = new MemoryStream(Bytes(workbook));
                var isWorkbook = FileContentReader.Of(unpacked) is FileContent.Workbook or FileContent.OldWorkbook; // also holds it to the limits
                unpacked.Position = 0;
                return isWorkbook ? WorkbookFile.Read(Path.Combine(path, workbook.Name), unpacked)
                    : InputFile.Refused<Inventory>(path, "workbook-damaged", Message.Of("workbook-damaged.in-archive", ("file", workbook.Name)), Unpack);
            }

            if (workbooks.Count == 0
                && tables.Count > 0
                && InventoryFormats.All.Select(format => format.Archive).OfType<ArchiveReader>().FirstOrDefault() is { } read)
            {
                return read(path, [.. tables.Select(entry => CsvText.Of(Path.GetFileName(path), entry.Name, Bytes(entry)))]);
            }

            var names = ReadingWords.Some([.. entries.Select(entry => NameMask.Text(entry.Name)!)]);
            return InputFile.Refused<Inventory>(path, "workbook-none", Message.Of("workbook-none.zip", ("files", names)), Unpack);
        }
        catch (TooLargeException tooLarge)
        {
            return InputFile.Refused<Inventory>(path, "zip-too-large", tooLarge.What ?? tooLarge.Message, Unpack);
        }
        catch (InvalidDataException)
        {
            return InputFile.Refused<Inventory>(path, "workbook-damaged", Message.Of("file-damaged"), Message.Of("workbook-damaged.file.mend"));
        }
    }

    private static bool Ends(ZipArchiveEntry entry, string end) => entry.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    /// <summary>No more than the archive says that the entry holds: what it says is checked above.</summary>
    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        var bytes = new byte[entry.Length];
        source.ReadExactly(bytes);
        return bytes;
    }
}
