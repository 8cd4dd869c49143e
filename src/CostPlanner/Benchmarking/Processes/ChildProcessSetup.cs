using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>How a child of ours is started so that it has a group of its own, no way to more rights, and no life after the thread that started it.</summary>
internal static class ChildProcessSetup
{
    /// <summary>The command that starts a program so; what this machine lacks is left out.</summary>
    public static ImmutableArray<string> Of(string program) => Of(program, [], []);

    /// <summary>The same, confined; null where this process is root and cannot give that up.</summary>
    public static ImmutableArray<string>? Of(string program, ProcessLimits custody) =>
        ProcessLimits.GivesUpRights && HostProgram.SetPriv.Locate() is null ? null : Of(program, Wrapped(HostProgram.PrLimit, custody.Limits), custody.User);

    /// <summary>What is missing where a program cannot be confined.</summary>
    public static Message Missing() => HostProgram.SetPriv.Missing().Message;

    private static ImmutableArray<string> Of(string program, string[] limits, string[] user) =>
        [.. limits, .. Wrapped(HostProgram.SetSid), .. Wrapped(HostProgram.SetPriv, [.. user, "--no-new-privs", "--pdeathsig", "KILL"]), program];

    private static string[] Wrapped(HostProgram wrapper, params string[] options) => wrapper.Locate() is { } path ? [path, .. options] : [];
}
