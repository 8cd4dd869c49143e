using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>Writes small workbooks for tests, with the cell types that real exports have.</summary>
public static class WorkbookWriter
{
    private const uint DateStyle = 1;
    private const uint DateAndTime = 22; // Excel's built-in format "m/d/yy h:mm"

    /// <summary>Writes a workbook of those sheets over whatever the stream holds.</summary>
    public static void Write(Stream stream, params IReadOnlyList<Sheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new Sheets());
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var strings = new SharedStrings();
        foreach (var (sheet, i) in sheets.Select((sheet, i) => (sheet, i)))
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select(row => Row(row.Number, row.Cells, strings))));
            workbook.Workbook.Sheets!.Append(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = workbook.GetIdOfPart(part) });
        }

        workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = strings.Table();
    }

    private static Row Row(int number, IReadOnlyList<object?> cells, SharedStrings strings) =>
        new(cells.Select((value, i) => Cell(value, $"{Letters(i)}{number}", strings)).OfType<Cell>()) { RowIndex = (uint)number };

    private static Cell? Cell(object? value, string reference, SharedStrings strings) => value switch
    {
        null => null,
        string text => new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(strings.IndexOf(text)) },
        InlineText inline => new Cell(new InlineString(Text(inline.Value))) { CellReference = reference, DataType = CellValues.InlineString },
        FormulaText formula => new Cell { CellReference = reference, DataType = CellValues.String, CellValue = new CellValue(formula.Value) },
        bool flag => new Cell { CellReference = reference, DataType = CellValues.Boolean, CellValue = new CellValue(flag ? "1" : "0") },
        DateTime date => new Cell { CellReference = reference, StyleIndex = DateStyle, CellValue = new CellValue(Number(date.ToOADate())) },
        IConvertible number => new Cell { CellReference = reference, CellValue = new CellValue(Number(number.ToDouble(CultureInfo.InvariantCulture))) },
        _ => throw new ArgumentException($"a cell cannot hold a {value.GetType()}", nameof(value)),
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static Text Text(string value) => new(value) { Space = SpaceProcessingModeValues.Preserve };

    private static string Letters(int column) =>
        (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = DateAndTime, ApplyNumberFormat = true }));

    private sealed class SharedStrings
    {
        private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        private readonly List<string> texts = [];

        public int IndexOf(string text)
        {
            if (!indexes.TryGetValue(text, out var index))
            {
                index = texts.Count;
                indexes.Add(text, index);
                texts.Add(text);
            }

            return index;
        }

        public SharedStringTable Table() => new(texts.Select(text => new SharedStringItem(Text(text)))) { UniqueCount = (uint)texts.Count };
    }
}
