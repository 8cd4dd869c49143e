using System.Text;
using CostPlanner.Ingest.Files;

namespace CostPlanner.Ingest.Tables;

/// <summary>A text file of rows and fields, as spreadsheets and tools of several countries write it.</summary>
/// <param name="Folder">The name of its folder or archive, for findings.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsCodePage">Whether it is not Unicode and was read as Windows-1252.</param>
internal sealed record CsvText(string Folder, string Name, string Text, bool IsCodePage)
{
    private const int WesternEurope = 1252;
    private const int MostHead = 1 << 18; // Letters of the first rows: a header of RVTools has about 2,000.
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The file without the part of its name that says what kind it is.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>The text of a file; throws what opening a file throws.</summary>
    public static CsvText At(string path) =>
        Of(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "", Path.GetFileName(path), File.ReadAllBytes(path));

    /// <summary>UTF-8 and UTF-16 with their marks, else UTF-8 where all bytes are sound, else Windows-1252.</summary>
    public static CsvText Of(string folder, string name, byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return new CsvText(folder, name, reader.ReadToEnd(), false);
        }
        catch (DecoderFallbackException)
        {
            return new CsvText(folder, name, Encoding.GetEncoding(WesternEurope).GetString(bytes), true);
        }
    }

    /// <summary>The rows, by the separator with which the header has the most of the wanted columns.</summary>
    public IReadOnlyList<CsvRecord> Records(IReadOnlyCollection<SheetLayout> layouts) => CsvRecord.In(Text, Separator(layouts));

    /// <summary>The header; none where the text has no row.</summary>
    public IReadOnlyList<string> Headers(IReadOnlyCollection<SheetLayout> layouts)
    {
        var rows = Head(Separator(layouts));
        return SheetReading.HeaderAmong(rows, layouts) is >= 0 and var header ? SheetReading.Headers(rows[header]) : [];
    }

    private char Separator(IReadOnlyCollection<SheetLayout> layouts) => Separators.MaxBy(
        separator => Head(separator).Select(row => SheetReading.Score(SheetReading.Headers(row), layouts)).DefaultIfEmpty(0).Max());

    private List<object?[]> Head(char separator)
    {
        var end = 0;
        for (var lines = 0; lines < SheetReading.HeaderWithin && end < Text.Length; lines++)
        {
            end = Text.IndexOf('\n', end) is >= 0 and var next ? next + 1 : Text.Length;
        }

        return [.. CsvRecord.In(Text[..Math.Min(end, MostHead)], separator).Select(record => Array.ConvertAll(record.Fields, field => (object?)field))];
    }
}
