using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>
/// What the shell of the other host does: unpack the bundle from its input, check it, run the program with the rest of the input, remove all.
/// </summary>
/// <remarks>
/// It is handed to whatever login shell the user has as exec /bin/sh -c '...', so the script is one line without ' \ and !, which shells other than sh read in
/// their own ways.
/// The folder lies in /var/tmp where it can, because /tmp is often in memory, which is what is measured; and not where programs may not be started from. Its
/// name holds the shell's process number: what a killed shell left is removed by the next run.
/// </remarks>
internal static class RemoteScript
{
    /// <summary>What the script says first of all. What comes before is not ours: a profile of the user's that prints.</summary>
    public const string Marker = "costplanner-bench-begins 1";

    /// <summary>The script's own exit codes: none that the program uses, or ssh (255), or a shell (126 and above).</summary>
    public const int OtherMachine = 91;
    public const int NoFolder = 92;
    public const int NotUnpacked = 93;
    public const int NotWhole = 94;

    private static readonly ImmutableArray<string> Lines =
    [
        "umask 077",
        "d=",
        """gone() { cd /; [ -z "$d" ] || rm -rf "$d"; }""",
        """fail() { echo "$2" >&2; exit "$1"; }""",
        "trap gone EXIT",
        """trap "exit 129" HUP; trap "exit 130" INT; trap "exit 141" PIPE; trap "exit 143" TERM""",
        $"echo {Marker}",
        $"""[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] || fail {OtherMachine} "it is $(uname -s) on $(uname -m)" """,
        """for l in /var/tmp/costplanner-bench-* /tmp/costplanner-bench-*; do p=${l##*/costplanner-bench-}; p=${p%%-*}; [ "$p" -gt 0 ] 2>/dev/null && { [ -d "/proc/$p" ] || rm -rf "$l" 2>/dev/null; }; done""",
        """for b in /var/tmp /tmp "${HOME:-/tmp}"; do d=$(mktemp -d "$b/costplanner-bench-$$-XXXXXX" 2>/dev/null) || { d=; continue; }; cp /bin/true "$d/true" 2>/dev/null && "$d/true" 2>/dev/null && break; rm -rf "$d"; d=; done""",
        $"""[ -n "$d" ] || fail {NoFolder} "programs can be started from none of /var/tmp, /tmp and the home" """,
        $$"""dd bs={{Bundle.BlockBytes}} count={0} iflag=fullblock 2>/dev/null | { tar -xof - -C "$d" && cat >/dev/null; } || fail {{NotUnpacked}} "the bundle could not be unpacked" """,
        $"""cd "$d" && sha256sum -c {Bundle.Sums} >/dev/null || fail {NotWhole} "the bundle did not arrive whole" """,
        """DOTNET_EnableDiagnostics=0 DOTNET_BUNDLE_EXTRACT_BASE_DIR="$d/extract" {1}""",

        // Not the last command, which a shell may become: somebody has to stay and remove the folder.
        "exit $?",
    ];

    /// <summary>The command for ssh.</summary>
    /// <param name="bundle">What comes first on the script's input.</param>
    /// <param name="arguments">The program's arguments: letters, digits and hyphens.</param>
    public static string Of(Bundle bundle, params ImmutableArray<string> arguments)
    {
        var blocks = FormattableString.Invariant($"{bundle.Bytes / Bundle.BlockBytes}");
        var command = string.Join(' ', [.. bundle.Command.Select(word => $"\"$d\"/{Plain(word)}"), .. arguments.Select(Plain)]);
        var script = string.Join("; ", Lines.Select(line => line.Trim()))
            .Replace("{0}", blocks, StringComparison.Ordinal)
            .Replace("{1}", command, StringComparison.Ordinal);
        return $"exec /bin/sh -c '{script}'";
    }

    private static string Plain(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/')
        ? word
        : throw new ArgumentException($"'{word}' would say something to a shell", nameof(word));
}
