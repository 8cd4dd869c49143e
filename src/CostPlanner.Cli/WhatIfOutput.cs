using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Csv;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Pages.WhatIf;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>Where the answer to a what-if question goes: the terminal, and files where they are asked for.</summary>
internal sealed record WhatIfOutput(Terminal Terminal, NameMasking Masking, string? Out, string? Csv, string? Html, bool Json)
{
    /// <summary>Cases side by side: of each after the first what differs from it.</summary>
    public void Write(ImmutableArray<ComparedCase> cases)
    {
        Masking.Write((Out, () => CasesJson.Render(cases)), (Csv, () => CasesCsv.Render(cases)), (Html, () => HtmlReport.Render(CasesPage.Of(cases))));
        if (Json)
        {
            Terminal.Out.WriteLine(CasesJson.Render(cases));
            return;
        }

        foreach (var other in cases.Skip(1))
        {
            Terminal.Out.WriteLine(
                Words.Of(
                    "commands.what-if.and",
                    ("cases", cases[0].Name),
                    ("other", other.Name),
                    ("is-empty", other.Set.IsEmpty ? "" : ": " + string.Join(", ", other.Set.Select(each => $"{each.Key}={each.Value}")))));
            var changed = ComparedFigure.Of(cases[0], other).Where(figure => figure.Differs).ToList();
            if (changed.Count == 0)
            {
                Terminal.Out.WriteLine(Words.Of("commands.what-if.no-figure-changes"));
            }
            else
            {
                Terminal.Write(
                    ["option", "figure", "unit", cases[0].Name, other.Name, "difference"],
                    changed.Select(figure => new[]
                    {
                        figure.OptionName, Sentences.Of(figure.Measure.Label), Sentences.Of(figure.Measure.Unit.Words),
                        FigureText.Of(figure.Measure, figure.First, figure.FirstIsAtLeast),
                        FigureText.Of(figure.Measure, figure.Second, figure.SecondIsAtLeast),
                        FigureText.Difference(figure.Measure, figure.Difference),
                    }));
            }

            Terminal.Out.WriteLine();
        }

        Tell();
    }

    /// <summary>A sweep: each point with its cheapest option and every total.</summary>
    public void Write(Sweep sweep)
    {
        Masking.Write((Out, () => SweepJson.Render(sweep)), (Csv, () => SweepCsv.Render(sweep)), (Html, () => HtmlReport.Render(SweepPage.Of(sweep))));
        if (Json)
        {
            Terminal.Out.WriteLine(SweepJson.Render(sweep));
            return;
        }

        Terminal.Out.WriteLine(Words.Of(
            "commands.what-if.totals-in",
            ("currency", sweep.Currency.ToString()),
            ("points", sweep.Points.Length < sweep.Count ? Words.Of(
            "commands.what-if.of-points",
            ("points", sweep.Points.Length),
            ("sweep", sweep.Count)) : "")));
        Terminal.Write(
            [.. sweep.Axes.Select(axis => axis.Key), "cheapest", Words.Of("commands.what-if.leaving"), .. sweep.Original.Select(option => option.Id)],
            sweep.Points.Select(point => new[]
            {
                Sweep.ValuesAt(sweep.Axes, point.Index),
                [SweepWinner.At(sweep, point.Figures) is { } cheapest ? sweep.Original[cheapest].Id : Words.Of("commands.what-if.no-answer")],
                [SweepWinner.Leaving(sweep, point.Figures) is { } saves ? Printed.Whole(saves) : Words.Of("commands.what-if.no-answer")],
                point.Figures.Select(option => SweepWinner.Total(sweep, option)),
            }.SelectMany(cells => cells).ToList()));
        Tell();
    }

    private void Tell()
    {
        foreach (var file in new[] { Out, Csv, Html }.Where(file => !string.IsNullOrWhiteSpace(file)))
        {
            Terminal.Out.WriteLine(file);
        }
    }
}
