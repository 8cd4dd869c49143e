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
                ? [("map", "Who wins over two values", [WinnerMapChart.Of(map, study.Inputs, names)])]
                : Array.Empty<(string, string, ImmutableArray<Block>)>(),
            .. study.Keys.IsEmpty ? [] : new[] { ("pairs", "Every pair of options", Pairs(study, names)) },
            .. study.LeftOut.IsEmpty
                ? []
                : new[] { ("left-out", "Options that are left out", ImmutableArray.Create<Block>(new Points([.. LeftOut(study, names)]))) },
        ];
        return new ReportDocument(
            scenario.Title,
            $"As of {Printed.Day(scenario.AsOf)} · totals over {Wording.Years(scenario.HorizonYears)} in {scenario.Currency.Code}",
            scenario.AsOf,
            Verdict(study, names),
            [],
            [.. chapters.Select(each => new Section(each.Id, each.Title, "", each.Blocks))])
        {
            Kind = "Where the winner changes",
        };
    }

    /// <summary>Who is left out of what, and why, a sentence for each.</summary>
    /// <param name="study">The study.</param>
    /// <param name="names">What its options are called.</param>
    public static IEnumerable<string> LeftOut(BreakEvenStudy study, ImmutableArray<string> names) => study.LeftOut
        .GroupBy(each => (each.Option, each.Why))
        .Select(group =>
            $"{names[group.Key.Option]} is left out of {string.Join(", ", group.Select(each => Sentences.Of(each.Key)))}: it {Sentences.Of(group.Key.Why)}.");

    private static ImmutableArray<Block> Pairs(BreakEvenStudy study, ImmutableArray<string> names) =>
        [
            BreakEvenTable.Of(study.Keys, names, study.Inputs.Scenario.Currency, _ => true, "Pairs: every two options with a total.")
                ?? (Block)new Paragraph("No two options have a total."),
        ];

    private static string Verdict(BreakEvenStudy study, ImmutableArray<string> names) => string.Join(
        " ",
        study.Keys.Select(
            key => $"{Sentences.Of(key.Key.Label)}: the cheaper one changes in {Printed.Whole(key.Pairs.Count(pair => !pair.Answer.IsNeverInRange))} of "
                + $"{Printed.Count(key.Pairs.Length, "pair")}.")
            .Concat(study.Map is { } map ? [Winners(map, names)] : []));

    private static string Winners(KeyMap map, ImmutableArray<string> names)
    {
        var cells = map.Map.Cells;
        var counted = cells.GroupBy(cell => cell.Winner)
            .Where(group => group.Key is not null)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => $"{names[group.Key!.Value]} in {Printed.Whole(group.Count())}").ToList();
        return counted.Count == 0
            ? $"In no cell of {map.X.Key.Name} and {map.Y.Key.Name} is a total known."
            : $"Of {Printed.Count(cells.Length, "cell")} of {map.X.Key.Name} and {map.Y.Key.Name} the cheapest is {string.Join(", ", counted)}.";
    }
}
