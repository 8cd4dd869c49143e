using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>Reads the CSV files of an export of RVTools, one for each sheet ("RVTools_tabvInfo.csv"), through the same tables as its workbook.</summary>
internal static class RvtoolsCsv
{
    private const string Pattern = "RVTools_tab*.csv";
    private static readonly Message OneFolder = Message.Of("rvtools.one-folder");

    /// <summary>Whether one of the files of a folder is the sheet vInfo of RVTools.</summary>
    public static bool IsIn(string folder) => Files(folder, "*.csv").Any(file => LayoutOf(file) == VmColumns.InfoLayout);

    /// <summary>Reads the CSV files of a folder.</summary>
    public static Reading<Inventory> ReadFolder(string folder) => Read(folder, Files(folder, "*.csv"));

    /// <summary>Which sheet of RVTools the file is; null where it is none.</summary>
    public static string? SheetOf(CsvText file) => LayoutOf(file)?.Name;

    /// <summary>Reads one of the files with those beside it that RVTools named so.</summary>
    public static Reading<Inventory> ReadFile(string path, CsvText file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var beside = Files(folder, Pattern).Where(other => other.Name != file.Name);
        return Read(path, [file, .. file.Name.StartsWith("RVTools_tab", StringComparison.OrdinalIgnoreCase) ? beside : []]);
    }

    /// <summary>Reads the files as the sheets that they are; other files are left out, and named.</summary>
    /// <param name="path">The file, folder or archive, for the findings.</param>
    /// <param name="files">The files.</param>
    public static Reading<Inventory> Read(string path, IReadOnlyList<CsvText> files)
    {
        var log = new ReadingLog();
        var sheets = files.Select(file => (File: file, Layout: LayoutOf(file))).OrderBy(each => each.File.Name, StringComparer.Ordinal).ToList();
        var twice = sheets.Where(each => each.Layout is not null).GroupBy(each => each.Layout).Where(group => group.Count() > 1).ToList();
        if (twice.Count > 0)
        {
            var names = Message.List(twice.SelectMany(group => group.Select(each => each.File.Name)));
            return InputFile.Refused<Inventory>(path, "sheet-twice", Message.Of("sheet-twice", ("files", names)), OneFolder);
        }

        if (sheets.All(each => each.Layout != VmColumns.InfoLayout))
        {
            var found = Message.List(sheets.Select(each => Found(each.File, each.Layout)));
            return InputFile.Refused<Inventory>(path, "sheet-missing", Message.Of("sheet-missing.csv", ("found", found)), OneFolder);
        }

        if (sheets.Where(each => each.Layout is null).Select(each => each.File.Name).ToList() is { Count: > 0 } others)
        {
            log.Add(
                Severity.Note,
                "files-left-out",
                Message.Of("files-left-out", ("files", others.Count), ("names", ReadingWords.Some(others))),
                new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), Message.Of("files-left-out.done"));
        }

        var (tables, broken) = InputFile.Tried(
            path, () => sheets.Where(each => each.Layout is not null).ToDictionary(each => each.Layout!, each => CsvTable.Read(each.File, each.Layout!, log)));
        return tables is null
            ? new Reading<Inventory>(null, [broken!])
            : RvtoolsWorkbook.Read(path, new WorkbookTables([.. sheets.Select(each => each.File.Name)], tables), log);
    }

    private static Message Found(CsvText file, SheetLayout? layout) => layout is null
        ? Message.Of("rvtools.other-file", ("file", file.Name))
        : Message.Of("rvtools.file-of-sheet", ("file", file.Name), ("sheet", layout.Name));

    /// <summary>By its name, as RVTools gives it, else by the headers that only that sheet has.</summary>
    private static SheetLayout? LayoutOf(CsvText file) =>
        RvtoolsWorkbook.Wanted.FirstOrDefault(layout => layout.IsNamed(file.Stem))
        ?? (file.Headers(RvtoolsWorkbook.Wanted) is { Count: > 0 } headers ? RvtoolsWorkbook.Wanted.FirstOrDefault(layout => layout.Has(headers)) : null);

    /// <summary>
    /// The files, by name. Throws <see cref="TooLargeException"/> where one or all of them have more than is read: left out in silence, their VMs would be
    /// missing.
    /// </summary>
    private static List<CsvText> Files(string folder, string pattern)
    {
        try
        {
            var paths = Directory.GetFiles(folder, pattern, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
                .Order(StringComparer.Ordinal)
                .ToList();
            var sizes = paths.ConvertAll(path => new FileInfo(path).Length);
            if (sizes.Exists(size => size > InputLimits.CsvBytes) || sizes.Sum() > InputLimits.FolderBytes)
            {
                throw new TooLargeException(Message.Of(
                    "too-large.csv-files",
                    ("mib", sizes.Sum() >> 20), ("most", InputLimits.CsvBytes >> 20), ("most-together", InputLimits.FolderBytes >> 20)));
            }

            return paths.ConvertAll(CsvText.At);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return []; // whoever asked says that there is nothing to read
        }
    }
}
