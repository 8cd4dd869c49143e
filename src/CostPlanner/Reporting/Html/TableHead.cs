using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html;

/// <summary>The head of a table: a row of titles, and above it the titles that several columns share.</summary>
internal static class TableHead
{
    public static void Write(Markup to, ImmutableArray<Column> columns)
    {
        to.Open("thead");
        if (columns.Any(column => column.Over is not null))
        {
            Shared(to, columns);
        }

        to.Open("tr");
        foreach (var column in columns.Where(column => column.Over is not null || columns.All(each => each.Over is null)))
        {
            to.Element("th", column.Title, ("scope", "col"), ("class", column.IsFigure ? "figure" : null));
        }

        to.Close().CloseLine();
    }

    private static void Shared(Markup to, ImmutableArray<Column> columns)
    {
        to.Open("tr");
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index] is { Over: null } alone)
            {
                to.Element("th", alone.Title, ("scope", "col"), ("rowspan", "2"), ("class", alone.IsFigure ? "figure" : null));
            }
            else if (IsEdge(columns, index))
            {
                var span = columns.Skip(index).TakeWhile(column => column.Over == columns[index].Over).Count();
                to.Element("th", columns[index].Over!, ("scope", "colgroup"), ("colspan", Markup.Number(span)), ("class", "over"));
            }
        }

        to.CloseLine();
    }

    /// <summary>Whether a column is the first of those that share a title.</summary>
    private static bool IsEdge(ImmutableArray<Column> columns, int index) =>
        columns[index].Over is { } over && (index == 0 || columns[index - 1].Over != over);
}
