using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A CSV file as a table, by the same rules as a sheet of a workbook.</summary>
internal static class CsvTable
{
    /// <summary>The wanted columns of a file. A row whose fields do not match the header is set aside.</summary>
    public static SheetTable Read(CsvText csv, SheetLayout layout, ReadingLog log)
    {
        var records = csv.Records([layout]);
        var broken = records.Where(record => record.IsBroken).Select(record => record.Number).ToHashSet();
        var place = new SourcePlace(csv.Folder, csv.Name);
        if (csv.IsCodePage)
        {
            log.Add(
                Severity.Note, "csv-encoding", Message.Of("csv-encoding.code-page", ("file", csv.Name)), place, Message.Of("csv-encoding.code-page.done"),
                Message.Of("csv-encoding.code-page.mend"));
        }

        return SheetReading.Read(
            records.Select(record => (record.Number, Array.ConvertAll(record.Fields, field => (object?)field))), csv.Folder, csv.Name, [layout], Fits)[0];

        bool Fits(int number, object?[] cells, int width)
        {
            var isBroken = broken.Contains(number);
            if (!isBroken && cells.Length >= width && cells.Skip(width).All(cell => Cells.Text(cell) is null))
            {
                return true;
            }

            log.Add(
                Severity.Warning, isBroken ? "csv-quotes" : "csv-width",
                isBroken ? Message.Of("csv-quotes.set-aside") : Message.Of("csv-width", ("fields", cells.Length), ("headers", width)),
                place with { Row = number },
                Message.Of("row-set-aside"),
                Message.Of("csv-fields.mend"));
            return false;
        }
    }
}
