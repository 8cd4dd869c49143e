using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories;

/// <summary>A format of inventories: its name, how a file of it is recognised, always by what is in it, how it is read, and how the user exports it.</summary>
public sealed record InventoryFormat
{
    /// <summary>Who writes it, or the name of its file: "RVTools", "vms.csv".</summary>
    public required string Name { get; init; }

    /// <summary>What it is recognised by: a sheet, columns.</summary>
    public required Message KnownBy { get; init; }

    /// <summary>How the user gets such a file.</summary>
    public required Message Export { get; init; }

    /// <summary>How the user gets a whole one where a file of it lacks something.</summary>
    public required Message ExportAgain { get; init; }

    /// <summary>Workbooks of it; null where it has none.</summary>
    internal WorkbookForm? Workbook { get; init; }

    /// <summary>Single text files of it; null where it has none.</summary>
    internal TextForm? Text { get; init; }

    /// <summary>Folders of it; null where it has none.</summary>
    internal FolderForm? Folder { get; init; }

    /// <summary>Reads the CSV files of an archive; null where it has none. The path is the archive's, for the findings.</summary>
    internal ArchiveReader? Archive { get; init; }

    /// <summary>What may be handed in: kinds of files, a folder, a zip.</summary>
    public Message Files => Message.Of("format.files", ("files", Message.List(new[]
    {
        Workbook is null ? null : Message.Of("format.workbooks"),
        Text is null ? null : Message.Of("format.csv"),
        Folder is null ? null : Message.Of("format.folder"),
        Workbook is null && Archive is null ? null : Message.Of("format.zip"),
    }.OfType<Message>())));
}

/// <summary>Workbooks of a format.</summary>
/// <param name="Sheets">The sheets that are read.</param>
/// <param name="IsOne">Whether the format wrote a workbook of those tables.</param>
/// <param name="Read">Reads it, by its path and its tables.</param>
internal sealed record WorkbookForm(IReadOnlyList<SheetLayout> Sheets, Func<WorkbookTables, bool> IsOne, Func<string, WorkbookTables, Reading<Inventory>> Read);

/// <summary>Single text files of a format.</summary>
/// <param name="IsOne">Whether the text is one.</param>
/// <param name="Read">Reads it, by its path and its text.</param>
internal sealed record TextForm(Func<CsvText, bool> IsOne, Func<string, CsvText, Reading<Inventory>> Read);

/// <summary>Reads the CSV files of an archive of a format.</summary>
/// <param name="path">The path of the archive, for the findings.</param>
/// <param name="files">The files in it.</param>
internal delegate Reading<Inventory> ArchiveReader(string path, IReadOnlyList<CsvText> files);

/// <summary>Folders of a format.</summary>
/// <param name="IsOne">Whether the folder is one.</param>
/// <param name="Read">Reads it, by its path.</param>
internal sealed record FolderForm(Func<string, bool> IsOne, Func<string, Reading<Inventory>> Read);
