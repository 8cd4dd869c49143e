using System.Collections.Immutable;
using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>How a child of ours is started so that it has a group of its own, no way to more rights, and no life after the thread that started it.</summary>
internal static class Leash
{
    private static readonly HostProgram PrLimit = new("prlimit", "util-linux", "limits what a guest's program may use");
    private static readonly HostProgram SetSid = new("setsid", "util-linux", "gives a child a process group of its own");
    private static readonly HostProgram SetPriv = new("setpriv", "util-linux", "ends a child with the process that started it, and takes root's rights from it");

    /// <summary>The command that starts a program so; what this machine lacks is left out.</summary>
    public static ImmutableArray<string> Of(string program) => Of(program, [], []);

    /// <summary>The same, confined; null where this process is root and cannot give that up.</summary>
    public static ImmutableArray<string>? Of(string program, Custody custody) =>
        Custody.GivesUpRights && SetPriv.Locate() is null ? null : Of(program, Wrapped(PrLimit, custody.Limits), custody.User);

    /// <summary>What is missing where a program cannot be confined.</summary>
    public static string Missing() => SetPriv.Missing().ToString();

    private static ImmutableArray<string> Of(string program, string[] limits, string[] user) =>
        [.. limits, .. Wrapped(SetSid), .. Wrapped(SetPriv, [.. user, "--no-new-privs", "--pdeathsig", "KILL"]), program];

    private static string[] Wrapped(HostProgram wrapper, params string[] options) => wrapper.Locate() is { } path ? [path, .. options] : [];
}
