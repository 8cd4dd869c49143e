using System.Collections.Immutable;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Csv;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Pages.BreakEvens;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Cli;

/// <summary>Where break-evens go: the terminal, and files where they are asked for.</summary>
internal sealed record BreakEvenOutput(Terminal Terminal, NameMasking Masking, string? Csv, string? Html, bool Json)
{
    /// <summary>Every pair, the map, and who was left out.</summary>
    public void Write(BreakEvenStudy study)
    {
        Masking.Write((Csv, () => BreakEvenCsv.Render(study)), (Html, () => HtmlReport.Render(BreakEvenPage.Of(study))));
        if (Json)
        {
            Terminal.Out.WriteLine(BreakEvenJson.Render(study));
            return;
        }

        ImmutableArray<string> ids = [.. study.Options.Select(option => option.Id)];
        foreach (var key in study.Keys)
        {
            Pairs(study, key, ids);
        }

        Map(study, ids);
        foreach (var words in BreakEvenPage.LeftOut(study, ids))
        {
            Terminal.Out.WriteLine(Printed.Plain(words));
        }

        foreach (var file in new[] { Csv, Html }.Where(file => !string.IsNullOrWhiteSpace(file)))
        {
            Terminal.Out.WriteLine(file);
        }
    }

    private void Pairs(BreakEvenStudy study, KeyBreakEvens key, ImmutableArray<string> ids)
    {
        Terminal.Out.WriteLine(Printed.Plain(Words.Of(
            "commands.break-even.looked-at-from",
            ("key", key.Key.Name),
            ("break-even-words", BreakEvenWords.Of(key)),
            ("range", BreakEvenWords.Range(key.Key, key.Low, key.High)))));
        if (key.Pairs.IsEmpty)
        {
            Terminal.Out.WriteLine(Words.Of("commands.break-even.pairs"));
        }
        else
        {
            Terminal.Write(
                ["pair", Words.Of("commands.break-even.the-cheaper-one-changes")],
                key.Pairs.Select(pair => new[]
                {
                    Words.Of("commands.break-even.and", ("ids", ids[pair.A]), ("ids-2", ids[pair.B])),
                    Printed.Plain(BreakEvenWords.Of(key, pair, ids[pair.A], ids[pair.B], study.Inputs.Scenario.Currency)),
                }));
        }

        Terminal.Out.WriteLine();
    }

    private void Map(BreakEvenStudy study, ImmutableArray<string> ids)
    {
        if (study.Map is not { } map)
        {
            return;
        }

        var grid = WinnerMapChart.Of(map, study.Inputs, ids);
        Terminal.Out.WriteLine(Printed.Plain(Words.Of(
            "commands.break-even.across-up",
            ("title", grid.Title),
            ("key", map.X.Key.Name),
            ("across", grid.Across),
            ("key-2", map.Y.Key.Name),
            ("up", grid.Up))));
        Terminal.Write(WinnerMapText.Headers(grid), WinnerMapText.Rows(grid));
        foreach (var line in WinnerMapText.Legend(grid))
        {
            Terminal.Out.WriteLine(line);
        }

        Terminal.Out.WriteLine(Printed.Plain(WinnerMapText.Case(map, study.Inputs)));
        Terminal.Out.WriteLine();
    }
}
