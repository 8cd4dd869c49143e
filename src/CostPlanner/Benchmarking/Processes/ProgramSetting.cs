using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>Where a program runs and how much of it is listened to.</summary>
internal sealed record ProgramSetting
{
    /// <summary>What suits a program that is asked a question.</summary>
    public static ProgramSetting Usual { get; } = new();

    /// <summary>The folder it runs in; null for that of this process.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables set beside those of this process.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Bytes that are kept of each stream; the rest is read and dropped, so that a program that floods does not stall.</summary>
    public int MostKept { get; init; } = 64 * 1024;

    /// <summary>How long an ended program may take to be gone, and its streams to close.</summary>
    public TimeSpan ForLastWords { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the streams of one that ended by itself may take to close: on a busy machine whoever reads them is late.</summary>
    public TimeSpan ForWholeOutput { get; init; } = TimeSpan.FromSeconds(10);
}
