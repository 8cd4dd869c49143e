using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories;

/// <summary>Reads an inventory from a file of any format the program knows.</summary>
public static class InventoryFile
{
    /// <summary>
    /// Reads the file, whatever its name says it is.
    /// Never throws for a bad file: every reason not to read it is a finding that says what to do.
    /// </summary>
    /// <param name="path">The file, or the folder of a plain inventory or of files of GWA-T-12.</param>
    public static Reading<Inventory> Read(string path)
    {
        try
        {
            return ReadAny(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or TooLargeException or OutOfMemoryException)
        {
            return new Reading<Inventory>(null, [InputFile.Why(Path.TrimEndingDirectorySeparator(path), failure)]);
        }
    }

    private static Reading<Inventory> ReadAny(string path)
    {
        if (Directory.Exists(path) && InventoryFormats.All.FirstOrDefault(format => format.Folder?.IsOne(path) == true) is { Folder: { } folder })
        {
            return folder.Read(path);
        }

        if (InputFile.Problem(path) is { } problem)
        {
            return new Reading<Inventory>(null, [problem]);
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read(path, stream);
    }

    /// <summary>Each format is recognised by its content. A new format is a record of <see cref="InventoryFormats"/> and a folder beside Rvtools.</summary>
    private static Reading<Inventory> Read(string path, FileStream stream)
    {
        var content = FileContentReader.Of(stream);
        stream.Position = 0;
        return content switch
        {
            FileContent.Workbook or FileContent.OldWorkbook => WorkbookFile.Read(path, stream),
            FileContent.Encrypted => InputFile.Refused<Inventory>(
                path, "workbook-protected", Message.Of("workbook-protected.or-labelled"), Message.Of("workbook-protected.or-labelled.mend")),
            FileContent.OtherZip => ZipFileInventory.Read(path, stream),
            FileContent.BrokenZip => InputFile.Refused<Inventory>(
                path, "workbook-damaged", Message.Of("file-damaged"), Message.Of("workbook-damaged.file.mend")),
            FileContent.Text when InputFile.Problem(path, InputLimits.CsvBytes) is { } large => new Reading<Inventory>(null, [large]),
            FileContent.Text => OfText(path, CsvText.At(path)),
            _ => InputFile.Refused<Inventory>(
                path, "workbook-none", Message.Of("workbook-none.type"), InventoryFormats.ExportAgain),
        };
    }

    private static Reading<Inventory> OfText(string path, CsvText text)
    {
        if (ForeignFormat.NameOf(text) is { } name)
        {
            return InputFile.Refused<Inventory>(
                path,
                "format-unread",
                Message.Of("format-unread", ("format", name)),
                Message.Of("format-unread.mend", ("export", InventoryFormats.ExportAgain)));
        }

        return InventoryFormats.All.FirstOrDefault(format => format.Text?.IsOne(text) == true) is { Text: { } form } ? form.Read(path, text)
            : InputFile.Refused<Inventory>(
                path, "workbook-none", Message.Of("workbook-none.text"), InventoryFormats.ExportAgain);
    }
}
