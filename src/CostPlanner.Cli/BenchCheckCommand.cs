using System.CommandLine;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench check: what this host is, and whether figures measured on it can be valid.</summary>
internal static class BenchCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var device = SharedOptions.KvmDevice();
        var command = new Command("check", "Say what this host is, and whether guests on it can be measured.") { json, device };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(device), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string device, bool json)
    {
        var check = terminal.While(Words.Of("commands.checking-this-host"), () => HostCheck.Run(device, ThisProgram.AsProbe(), terminal.Interrupted));
        if (json)
        {
            terminal.Out.WriteLine(HostCheckJson.Render(check));
        }
        else
        {
            Print(terminal, check);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, HostCheck check)
    {
        terminal.Write(["fact", "found"], FactLines.OnOneScreen(check.Facts).Select(fact => new[] { fact.Name, Sentences.Of(fact.Told) }));
        terminal.Out.WriteLine();
        terminal.Write(
            ["", "rung", "found", Words.Of("commands.bench-check.on-hardware"), Words.Of("commands.bench-check.at-best")],
            check.Ladder.Rungs.Select(rung => new[] { Tick(rung.Passed), rung.Name, Sentences.Of(rung.Value), Sentences.Of(rung.Limit), rung.AtBest.Word() }));
        terminal.Out.WriteLine();
        foreach (var rung in check.Ladder.Rungs.Where(rung => rung.Passed == false))
        {
            terminal.Out.WriteLine($"{rung.Name}: {Sentences.Of(rung.Words)}");
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"verdict: {check.Ladder.Class.Word()}");
        foreach (var advice in check.Ladder.Advice)
        {
            terminal.Out.WriteLine($"- {Sentences.Of(advice)}");
        }
    }

    private static string Tick(bool? passed) => passed switch
    {
        true => "✓",
        false => "✗",
        null => "-",
    };
}
