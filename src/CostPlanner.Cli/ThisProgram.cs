using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Cli;

/// <summary>How this program is started again, for work that needs a process of its own.</summary>
public static class ThisProgram
{
    private const string Name = "costplanner";

    /// <summary>Which build works cases out: the compiler gives each its own, and every copy of it keeps that.</summary>
    public static string Build => typeof(BusinessCase).Assembly.ManifestModule.ModuleVersionId.ToString("D");

    /// <summary>The program with the command that runs the probe.</summary>
    /// <remarks>The process may be dotnet with our dll, or one that has us as a library: then it is the program beside our dll.</remarks>
    public static ProbeProgram AsProbe()
    {
        var own = Path.GetFileNameWithoutExtension(Environment.ProcessPath);
        var beside = Path.Combine(AppContext.BaseDirectory, Name);
        return own switch
        {
            Name => new ProbeProgram(Environment.ProcessPath!, ["bench", "probe"]),
            "dotnet" => new ProbeProgram(Environment.ProcessPath!, [$"{beside}.dll", "bench", "probe"]),
            _ => new ProbeProgram(beside, ["bench", "probe"]),
        };
    }
}
