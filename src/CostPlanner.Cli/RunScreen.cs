using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Reporting.Text;
using Spectre.Console;

namespace CostPlanner.Cli;

/// <summary>A run while it goes on: a table that changes where a person watches, lines of JSON where the output is piped or JSON was asked for.</summary>
internal sealed class RunScreen
{
    private static readonly string[] Headers = ["experiment", "done", "guests", "phase", Words.Of("commands.run-screen.figures-so-far")];

    private readonly Dictionary<string, Row> rows = [];
    private string now = "";

    private RunScreen()
    {
    }

    /// <summary>Does the work and shows what it tells.</summary>
    public static T Show<T>(Terminal terminal, bool json, Func<Action<RunProgress>, T> work)
    {
        if (json || !terminal.ShowsProgress)
        {
            return work(progress =>
            {
                terminal.Out.WriteLine(RunProgressJson.Line(progress, Sentences.Of));
                terminal.Out.Flush();
            });
        }

        var screen = new RunScreen();
        return terminal.Screen().Live(screen.Drawn()).Start(live => work(progress =>
        {
            if (progress.Moment == RunMoment.Planned)
            {
                return; // The plan was printed before.
            }

            screen.Take(progress);
            live.UpdateTarget(screen.Drawn());
            live.Refresh();
        }));
    }

    private void Take(RunProgress progress)
    {
        var words = Sentences.Of(progress.Words);
        now = Words.Of(
            "commands.run-screen.gone",
            ("told", Told(progress.Elapsed)),
            ("value", progress.Left is { } left ? Words.Of("commands.run-screen.about-left", ("told", Told(left))) : ""),
            ("value-2", progress.Experiment is null ? $": {words}" : ""));
        if (progress.Experiment is not { } name)
        {
            return;
        }

        var row = rows.GetValueOrDefault(name) ?? new Row(0, 0, null, "", "");
        rows[name] = progress.Moment switch
        {
            RunMoment.Phase => row with { Guests = progress.Guests, Phase = words },
            RunMoment.Replicate => row with { Made = row.Made + 1, Phase = "", Figures = words },
            RunMoment.Rejected => row with { Rejected = row.Rejected + 1, Phase = words },
            RunMoment.Value => row with { Phase = "done", Figures = words },
            _ => row,
        };
    }

    private static string Told(TimeSpan time) => Sentences.Of(PlanDescription.Time(time));

    private Table Drawn()
    {
        var table = new Table().Border(TableBorder.Simple).Caption(Terminal.Marked(now));
        table.AddColumns(Headers);
        foreach (var (name, row) in rows)
        {
            table.AddRow(Terminal.Marked(name), Terminal.Marked(row.Done), $"{row.Guests}", Terminal.Marked(row.Phase), Terminal.Marked(row.Figures));
        }

        return table;
    }

    /// <summary>One experiment on the screen.</summary>
    private sealed record Row(int Made, int Rejected, int? Guests, string Phase, string Figures)
    {
        public string Done => Rejected == 0 ? $"{Made}" : Words.Of("commands.run-screen.rejected", ("made", Made), ("rejected", Rejected));
    }
}
