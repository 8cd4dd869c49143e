using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Sections;

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
        new Cell(holding.Total == 0 ? "unlimited or evaluation" : Printed.Whole(holding.Total)),
        new Cell(Printed.Whole(holding.Used)),
        new Cell(holding.Expires is { } day ? Printed.ShortDay(day) : "never or not said"),
    ]);
}
