using System.Collections.Immutable;
using CostPlanner.Reporting.Pages.BreakEvens;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Csv;

/// <summary>Where the winner of a case changes, as CSV: of a map where one was asked for, else of pairs.</summary>
public static class BreakEvenCsv
{
    /// <summary>The table as text, a header first; an empty cell is no answer.</summary>
    public static string Render(BreakEvenStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ImmutableArray<string> ids = [.. study.Options.Select(option => option.Id)];
        return study.Map is { } map ? OfMap(map, ids) : OfPairs(study, ids);
    }

    /// <summary>A line for each cell: both values, every total, the winner and its lead over the next.</summary>
    private static string OfMap(KeyMap map, ImmutableArray<string> ids) =>
        CsvLine.Of([map.X.Key.Name, map.Y.Key.Name, .. ids, "winner", "lead"])
        + string.Concat(map.Map.Cells.Select(cell => CsvLine.Of(
        [
            CsvLine.Number(cell.X),
            CsvLine.Number(cell.Y),
            .. ids.Select((_, option) => CsvLine.Number(cell.Totals.IsEmpty ? null : cell.Totals[option])),
            cell.Winner is { } winner ? ids[winner] : "",
            CsvLine.Number(cell.Lead),
        ])));

    /// <summary>A line for each change of a pair, and one without a value for a pair whose winner stays.</summary>
    private static string OfPairs(BreakEvenStudy study, ImmutableArray<string> ids) =>
        CsvLine.Of(["key", "now", "low", "high", "a", "b", "at", "from", "to", "cheaper-below", "cheaper-above", "looked", "missing"])
        + string.Concat(
            from key in study.Keys
            from pair in key.Pairs
            from change in pair.Answer.Crossings.Select(each => (Crossing?)each).DefaultIfEmpty()
            select CsvLine.Of(
            [
                key.Key.Name, CsvLine.Number(key.Now), CsvLine.Number(key.Low), CsvLine.Number(key.High), ids[pair.A], ids[pair.B],
                CsvLine.Number(change?.At), CsvLine.Number(change?.From), CsvLine.Number(change?.To), .. Cheaper(pair, change, ids),
                CsvLine.Number(pair.Answer.Looked), CsvLine.Number(pair.Answer.Missing),
            ]));

    private static string[] Cheaper(PairBreakEven pair, Crossing? change, ImmutableArray<string> ids)
    {
        var always = BreakEvenWords.Cheaper(pair.Answer, ids[pair.A], ids[pair.B]) ?? "";
        var (below, above) = change is null ? (always, always) : BreakEvenWords.Sides(change, ids[pair.A], ids[pair.B]);
        return [below, above];
    }
}
