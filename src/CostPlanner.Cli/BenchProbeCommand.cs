using System.CommandLine;
using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Cli;

/// <summary>bench probe, not listed: the child process of bench check; prints one line of JSON.</summary>
internal static class BenchProbeCommand
{
    public static Command Create(Terminal terminal)
    {
        var device = SharedOptions.KvmDevice();
        var seconds = new Option<int>("--seconds") { Description = "After so many seconds the kernel ends this process.", DefaultValueFactory = _ => 10 };
        seconds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1)
            {
                result.AddError("--seconds is 1 or more");
            }
        });
        var parent = new Option<int?>("--parent") { Description = "The process that this one must not outlive." };
        var command = new Command("probe", "Measure KVM in this very process, which may hang.") { device, seconds, parent };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            terminal.Out.WriteLine(ProbeChild.Run(parsed.GetRequiredValue(device), parsed.GetRequiredValue(seconds), parsed.GetValue(parent)));
            return ExitCode.Done;
        });
        return command;
    }
}
