using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Licences;

/// <summary>What was read of the inventory's files, sheet by sheet: rows read = rows used + rows set aside.</summary>
internal static class RowsTable
{
    public static Table Of(CaseStudy result)
    {
        var inventory = result.Inputs.Inventory;
        var rows = inventory.Rows;
        return new Table
        {
            Caption = Words.Of("licences.rows.rows-of", ("files", string.Join(", ", inventory.Files)), ("written-by", WrittenBy(inventory))),
            Columns =
            [
                new Column(Words.Of("licences.rows.sheet"), Width: 40),
                new Column(Words.Of("licences.rows.rows-read"), true),
                new Column(Words.Of("common.used"), true),
                new Column(Words.Of("licences.rows.set-aside"), true),
            ],
            Rows =
            [
                .. rows.Select(each => RowOf(each.Sheet, each.Read, each.Used, each.SetAside, RowKind.Plain)),
                RowOf(Words.Of("common.all"), rows.Sum(each => each.Read), rows.Sum(each => each.Used), rows.Sum(each => each.SetAside), RowKind.Total),
            ],
            Note = Words.Of("licences.rows.note", ("reference", ReportOutline.Reference(result, ReportOutline.Findings) ?? "")),
        };
    }

    private static string WrittenBy(Inventory inventory)
    {
        var by = inventory.WrittenBy is { } tool ? Words.Of("licences.rows.written-by", ("tool", tool)) : "";
        return inventory.ExportedOn is { } day ? Words.Of("licences.rows.exported-on", ("by", by), ("day", Printed.Day(day))) : by;
    }

    private static Row RowOf(string sheet, int read, int used, int setAside, RowKind kind) => new(
        [new Cell(sheet), new Cell(Printed.Whole(read)), new Cell(Printed.Whole(used)), new Cell(Printed.Whole(setAside))], kind);
}
