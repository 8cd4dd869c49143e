using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Html.Charts;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html;

/// <summary>A table as HTML: a caption with its units, a head that repeats on every page, rows that do not split.</summary>
internal static class TableHtml
{
    /// <summary>A table of more rows than these is torn apart by the end of a page even if it should be kept.</summary>
    private const int RowsKept = 18;

    public static void Write(Markup to, Table table)
    {
        to.Open("div", ("class", table.IsKept && table.Rows.Length <= RowsKept ? "table kept" : "table"));
        to.Open("table", ("class", table.IsDense ? "dense" : null)).Line();
        to.Element("caption", table.Caption).Line();
        Widths(to, table);
        TableHead.Write(to, table.Columns);
        to.Open("tbody").Line();
        foreach (var row in table.Rows)
        {
            Write(to, row, table);
        }

        to.CloseLine();
        to.CloseLine();
        if (table.Note is { } note)
        {
            to.Element("p", note, ("class", "table-note"));
        }

        to.CloseLine();
    }

    private static void Widths(Markup to, Table table)
    {
        to.Open("colgroup");
        foreach (var column in table.Columns)
        {
            to.Empty("col", ("style", column.Width is { } width ? FormattableString.Invariant($"width:{width}%") : null));
        }

        to.CloseLine();
    }

    private static void Write(Markup to, Row row, Table table)
    {
        to.Open("tr", ("id", row.Anchor), ("class", ClassOf(row.Kind)));
        if (row.Kind == RowKind.Group)
        {
            to.Element("th", row.Cells[0].Text, ("scope", "rowgroup"), ("colspan", Markup.Number(table.Columns.Length)));
        }
        else
        {
            for (var index = 0; index < row.Cells.Length; index++)
            {
                Write(to, row.Cells[index], table.Columns[index].IsFigure, table.Columns[index].Over is not null);
            }
        }

        to.CloseLine();
    }

    private static string? ClassOf(RowKind kind) => kind switch
    {
        RowKind.Plain => null,
        RowKind.Group => "group",
        RowKind.Subtotal => "subtotal",
        RowKind.Total => "total",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of row"),
    };

    private static void Write(Markup to, Cell cell, bool isFigure, bool isUnder)
    {
        var classes = string.Join(
            ' ',
            new[] { isFigure ? "figure" : null, isUnder ? "under" : null, ToneHtml.IsChip(cell.Tone) ? null : ToneHtml.ClassOf(cell.Tone) }.OfType<string>());
        to.Open("td", ("class", classes.Length == 0 ? null : classes));
        if (cell.Bar is { } share)
        {
            ShareBarSvg.Write(to, share);
        }

        if (cell.Before is { } before)
        {
            to.Element("span", before, ("class", "before")).Text(" ");
        }

        if (cell.Link is { } link)
        {
            to.Element("a", cell.Text, ("href", $"#{link}"));
        }
        else if (ToneHtml.IsChip(cell.Tone))
        {
            to.Element("span", cell.Text, ("class", "chip " + ToneHtml.ClassOf(cell.Tone)));
        }
        else
        {
            to.Text(cell.Text);
        }

        if (cell.Mark is { } mark)
        {
            to.Element("sup", mark);
        }

        if (cell.Below is { } below)
        {
            to.Element("span", below, ("class", "below"));
        }

        to.Close();
    }
}
