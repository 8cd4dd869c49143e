using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>The three classes of work that load CPUs, as guests are told to do them.</summary>
internal static class CpuWork
{
    /// <summary>The command.</summary>
    /// <param name="program">"cpu", "memory" or "fork".</param>
    /// <param name="threads">Threads; forks have one.</param>
    /// <param name="seconds">How long.</param>
    public static string Command(string program, int threads, int seconds) => program == "fork"
        ? GuestCommand.Of(program, seconds)
        : GuestCommand.Of(program, threads, seconds);

    /// <summary>What the program does, for the method of a value.</summary>
    public static Message Words(string program) => program switch
    {
        "cpu" => Message.Of("method.work.cpu"),
        "memory" => Message.Of("method.work.memory"),
        "fork" => Message.Of("method.work.fork"),
        _ => throw new ArgumentException($"there is no work {program}", nameof(program)),
    };
}
