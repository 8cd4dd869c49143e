using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>The system's ssh as we call it, and what its failures mean.</summary>
/// <remarks>
/// It asks nobody anything: the login is by key, and a host whose key is not known is refused. What the user's configuration may add and a run must not have is
/// off: terminals, forwarded ports and agents, masters that stay behind.
/// </remarks>
internal static class SshCommand
{
    /// <summary>ssh's exit code for its own failures.</summary>
    public const int Failed = 255;

    private static readonly ImmutableArray<string> Options =
    [
        "BatchMode=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=20", "ServerAliveInterval=10", "ServerAliveCountMax=3", "Compression=yes",
        "RequestTTY=no", "ForwardAgent=no", "ForwardX11=no", "ClearAllForwardings=yes", "ControlMaster=no", "ControlPath=none", "PermitLocalCommand=no",
    ];

    /// <summary>The arguments: our options, the port, the host, and the one command; of an option that is given twice ssh takes the first.</summary>
    /// <param name="target">The host.</param>
    /// <param name="own">Options that stand before ours.</param>
    /// <param name="command">The command for the other host's shell.</param>
    public static IEnumerable<string> Arguments(RemoteTarget target, ImmutableArray<string> own, string command) =>
    [
        .. own,
        .. Options.SelectMany(option => new[] { "-o", option }),
        .. target.Port is { } port ? new[] { "-p", port.ToString(CultureInfo.InvariantCulture) } : [],
        "--",
        target.ToString(),
        command,
    ];

    /// <summary>Why ssh did not reach the host, by what it said.</summary>
    public static Finding Refusal(RemoteTarget target, string errors)
    {
        var host = target.ToString();
        var (code, mend) = 0 switch
        {
            _ when Says("host key verification failed") || Says("host key") => (
                "host-key-unknown",
                Message.Of("host-key-unknown.mend", ("host", host))),
            _ when Says("permission denied") => ("login-refused", Message.Of("login-refused.mend", ("host", host))),
            _ => ("host-unreachable", Message.Of("host-unreachable.mend", ("host", host))),
        };
        return new Finding(
            Severity.Error, code, Message.Of("ssh.not-reached", ("said", LastWords(errors))),
                new SourcePlace(host), Message.Of("remote.nothing-measured"), mend);

        bool Says(string words) => errors.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The last lines of what was said, on one.</summary>
    public static Message LastWords(string errors)
    {
        const int LinesQuoted = 3;
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? Message.Of("remote.said-nothing") : Printable.Line(string.Join(" | ", lines.TakeLast(LinesQuoted)));
    }
}
