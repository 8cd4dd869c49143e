namespace CostPlanner.Ingest.Files;

/// <summary>
/// How much a file may ask of this machine. Each limit is several times what the largest real file is known to have, and all of them together keep reading
/// below 1.5 GB.
/// </summary>
internal static class InputLimits
{
    /// <summary>A scenario: one that names each of 100,000 VMs has about 4 MB.</summary>
    public const long ScenarioBytes = 16L << 20;

    /// <summary>A JSON file that is read whole: the largest record of a run has some 20 MB.</summary>
    public const long JsonBytes = 256L << 20;

    /// <summary>A packing instance, unpacked: 100,000 items of five sizes have about 3 MB.</summary>
    public const long InstanceBytes = 64L << 20;

    /// <summary>A file of usage, unpacked; it is read line by line, and a year of 100,000 VMs by the hour has about 50 GB.</summary>
    public const long UnpackedSeriesBytes = 64L << 30;

    /// <summary>A CSV file that is read whole: 100,000 VMs of our plain format have about 20 MB. Fields in memory take several times their bytes.</summary>
    public const long CsvBytes = 64L << 20;

    /// <summary>All CSV files of one export, a file for each sheet.</summary>
    public const long FolderBytes = 256L << 20;

    /// <summary>A workbook, as it lies on disk.</summary>
    public const long WorkbookBytes = 512L << 20;

    /// <summary>All parts of a workbook, unpacked.</summary>
    public const long UnpackedBytes = 4L << 30;

    /// <summary>The texts that the cells of a workbook share: the reader keeps them all in memory.</summary>
    public const long SharedTextBytes = 256L << 20;

    /// <summary>The list of what a zip archive holds: a workbook of 1,000 sheets has about 300 kB.</summary>
    public const long ZipDirectoryBytes = 4L << 20;

    /// <summary>What packed bytes may unfold to before their ratio is asked about.</summary>
    public const long UnaskedBytes = 32L << 20;

    /// <summary>How many times its packed size a part may unfold to: sheets of exports reach 10 to 30, what was made to fill memory about 1,000.</summary>
    public const int MostRatio = 200;

    /// <summary>The last row that Excel has.</summary>
    public const int Rows = 1_048_576;

    /// <summary>The last column that Excel has: XFD.</summary>
    public const int Columns = 16_384;

    /// <summary>Rows times columns of a sheet from its first cell to its last: a sheet of 1,000,000 rows may have 1,000 columns.</summary>
    public const long Cells = 1_000_000_000;
}
