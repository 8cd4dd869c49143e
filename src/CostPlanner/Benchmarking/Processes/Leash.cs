using System.Collections.Immutable;
using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>How a child of ours is started so that it has a group of its own, no way to more rights, and no life after the thread that started it.</summary>
internal static class Leash
{
    private static readonly HostProgram SetSid = new("setsid", "util-linux", "gives a child a process group of its own");
    private static readonly HostProgram SetPriv = new("setpriv", "util-linux", "ends a child with the process that started it");

    /// <summary>The command that starts a program so; what this machine lacks is left out.</summary>
    public static ImmutableArray<string> Of(string program) => [.. Wrapped(SetSid), .. Wrapped(SetPriv, "--no-new-privs", "--pdeathsig", "KILL"), program];

    private static string[] Wrapped(HostProgram wrapper, params string[] options) => wrapper.Locate() is { } path ? [path, .. options] : [];
}
