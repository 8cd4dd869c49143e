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
        Caption = Words.Of("estate.holdings.licences-held-today"),
        Columns =
        [
            new Column(Words.Of("estate.holdings.licence"), Width: 44),
            new Column(Words.Of("estate.holdings.counted-in")),
            new Column(Words.Of("estate.holdings.held"), true),
            new Column(Words.Of("common.used"), true),
            new Column(Words.Of("estate.holdings.expires"), true),
        ],
        Rows = [.. holdings.Select(RowOf)],
    };

    private static Row RowOf(LicenceHolding holding) => new(
    [
        new Cell(holding.Name),
        new Cell(holding.CostUnit),
        holding.Total switch
        {
            null => Cell.Missing(Words.Of("common.not-known")),
            0 => new Cell(Words.Of("estate.holdings.unlimited-or-evaluation")),
            { } total => new Cell(Printed.Whole(total)),
        },
        holding.Used is { } used ? new Cell(Printed.Whole(used)) : Cell.Missing(Words.Of("common.not-known")),
        new Cell(holding.Expires is { } day ? Printed.ShortDay(day) : Words.Of("estate.holdings.never-or-not-said")),
    ]);
}
