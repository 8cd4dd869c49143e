using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Pages.BreakEvens;

/// <summary>Where the winner of a case changes, on a page: every pair in a table, the map as a chart.</summary>
public static class BreakEvenPage
{
    /// <summary>The page. The same study gives the same page.</summary>
    public static ReportDocument Of(BreakEvenStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var scenario = study.Inputs.Scenario;
        ImmutableArray<string> names = [.. study.Options.Select(option => option.Name)];
        ImmutableArray<(string Id, string Title, ImmutableArray<Block> Blocks)> chapters =
        [
            .. study.Map is { } map
                ? [("map", Words.Of("break-evens.chapters"), [WinnerMapChart.Of(map, study.Inputs, names)])]
                : Array.Empty<(string, string, ImmutableArray<Block>)>(),
            .. study.Keys.IsEmpty ? [] : new[] { ("pairs", Words.Of("break-evens.every-pair-of-options"), Pairs(study, names)) },
            .. study.LeftOut.IsEmpty
                ? []
                : new[]
                {
                    ("left-out", Words.Of("break-evens.chapters-options-that-are"), ImmutableArray.Create<Block>(new Points([.. LeftOut(study, names)]))),
                },
        ];
        return new ReportDocument(
            scenario.Title,
            Words.Of(
                "break-evens.as-of-totals",
                ("as-of", Printed.Day(scenario.AsOf)),
                ("years", scenario.HorizonYears),
                ("currency", scenario.Currency.Code)),
            scenario.AsOf,
            Verdict(study, names),
            [],
            [.. chapters.Select(each => new Section(each.Id, each.Title, "", each.Blocks))])
        {
            Kind = Words.Of("break-evens.where-the-winner-changes"),
        };
    }

    /// <summary>Who is left out of what, and why, a sentence for each.</summary>
    /// <param name="study">The study.</param>
    /// <param name="names">What its options are called.</param>
    public static IEnumerable<string> LeftOut(BreakEvenStudy study, ImmutableArray<string> names) => study.LeftOut
        .GroupBy(each => (each.Option, each.Why))
        .Select(group =>
            Words.Of(
                "break-evens.left-out",
                ("names", names[group.Key.Option]),
                ("group", string.Join(", ", group.Select(each => Sentences.Of(each.Key)))),
                ("why", group.Key.Why)));

    private static ImmutableArray<Block> Pairs(BreakEvenStudy study, ImmutableArray<string> names) =>
        [
            BreakEvenTable.Of(study.Keys, names, study.Inputs.Scenario.Currency, _ => true, Words.Of("break-evens.pairs"))
                ?? (Block)new Paragraph(Words.Of("break-evens.pairs-no-two-options")),
        ];

    private static string Verdict(BreakEvenStudy study, ImmutableArray<string> names) => string.Join(
        " ",
        study.Keys.Select(
            key => Words.Of(
                "break-evens.verdict",
                ("key", key.Key.Label),
                ("pairs", Printed.Whole(key.Pairs.Count(pair => !pair.Answer.IsNeverInRange))),
                ("pairs-2", key.Pairs.Length)))
            .Concat(study.Map is { } map ? [Winners(map, names)] : []));

    private static string Winners(KeyMap map, ImmutableArray<string> names)
    {
        var cells = map.Map.Cells;
        var counted = cells.GroupBy(cell => cell.Winner)
            .Where(group => group.Key is not null)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => Words.Of("break-evens.in", ("names", names[group.Key!.Value]), ("group", Printed.Whole(group.Count())))).ToList();
        return counted.Count == 0
            ? Words.Of("break-evens.winners", ("key", map.X.Key.Name), ("key-2", map.Y.Key.Name))
            : Words.Of(
                "break-evens.winners-of-of-and",
                ("cells", cells.Length),
                ("key", map.X.Key.Name),
                ("key-2", map.Y.Key.Name),
                ("counted", string.Join(", ", counted)));
    }
}
