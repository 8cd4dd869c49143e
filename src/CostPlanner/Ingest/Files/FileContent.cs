namespace CostPlanner.Ingest.Files;

/// <summary>What a file is by its bytes; its name is only a hint.</summary>
internal enum FileContent
{
    /// <summary>An Office Open XML workbook (.xlsx, .xlsm, .xlsb).</summary>
    Workbook,

    /// <summary>A workbook of Excel 97 to 2003 (.xls).</summary>
    OldWorkbook,

    /// <summary>An OLE2 container around an encrypted document: a password or a sensitivity label.</summary>
    Encrypted,

    /// <summary>A zip archive that holds no workbook.</summary>
    OtherZip,

    /// <summary>Starts as a zip archive and does not end as one.</summary>
    BrokenZip,

    /// <summary>Text: no byte of zero at its start.</summary>
    Text,

    /// <summary>Nothing known.</summary>
    Unknown,
}
