using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The licences that the estate holds today.</summary>
internal static class HoldingsTable
{
    public static Table Of(ImmutableArray<LicenceHolding> holdings) => new()
    {
        Caption = "Licences held today",
        Columns =
        [
            new Column("Licence", Width: 44), new Column("Counted in"), new Column("Held", true), new Column("Used", true),
            new Column("Expires", true),
        ],
        Rows = [.. holdings.Select(RowOf)],
    };

    private static Row RowOf(LicenceHolding holding) => new(
    [
        new Cell(holding.Name),
        new Cell(holding.CostUnit),
        holding.Total switch
        {
            null => Cell.Missing("not known"),
            0 => new Cell("unlimited or evaluation"),
            { } total => new Cell(Printed.Whole(total)),
        },
        holding.Used is { } used ? new Cell(Printed.Whole(used)) : Cell.Missing("not known"),
        new Cell(holding.Expires is { } day ? Printed.ShortDay(day) : "never or not said"),
    ]);
}
