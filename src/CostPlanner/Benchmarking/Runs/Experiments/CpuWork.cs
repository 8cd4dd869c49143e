namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>The three classes of work that load CPUs, as guests are told to do them.</summary>
internal static class CpuWork
{
    /// <summary>The command.</summary>
    /// <param name="program">"cpu", "memory" or "fork".</param>
    /// <param name="threads">Threads; forks have one.</param>
    /// <param name="seconds">How long.</param>
    public static string Command(string program, int threads, int seconds) => program == "fork"
        ? FormattableString.Invariant($"fork {seconds}")
        : FormattableString.Invariant($"{program} {threads} {seconds}");

    /// <summary>What the program does, for the method of a value.</summary>
    public static string Words(string program) => program switch
    {
        "cpu" => "sysbench cpu, events per second",
        "memory" => "sysbench memory, 1 MiB blocks written, MiB per second",
        "fork" => "stress-ng fork, forks per second",
        _ => throw new ArgumentException($"there is no work {program}", nameof(program)),
    };
}
