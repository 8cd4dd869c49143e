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
            Caption = $"Rows of {string.Join(", ", inventory.Files)}{WrittenBy(inventory)}",
            Columns =
            [
                new Column("Sheet", Width: 40), new Column("Rows read", true), new Column("Used", true), new Column("Set aside", true),
            ],
            Rows =
            [
                .. rows.Select(each => RowOf(each.Sheet, each.Read, each.Used, each.SetAside, RowKind.Plain)),
                RowOf("All", rows.Sum(each => each.Read), rows.Sum(each => each.Used), rows.Sum(each => each.SetAside), RowKind.Total),
            ],
            Note = $"Each row that was set aside is explained in {ReportOutline.Reference(result, ReportOutline.Findings)}.",
        };
    }

    private static string WrittenBy(Inventory inventory)
    {
        var by = inventory.WrittenBy is { } tool ? $", written by {tool}" : "";
        return inventory.ExportedOn is { } day ? $"{by}, exported on {Printed.Day(day)}" : by;
    }

    private static Row RowOf(string sheet, int read, int used, int setAside, RowKind kind) => new(
        [new Cell(sheet), new Cell(Printed.Whole(read)), new Cell(Printed.Whole(used)), new Cell(Printed.Whole(setAside))], kind);
}
