using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>A Debian package as apt would download it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, with the epoch.</param>
/// <param name="Architecture">amd64 or all.</param>
/// <param name="File">The name that apt gives its file.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Sha256">The SHA-256 of its file, as the signed list of packages has it.</param>
internal sealed partial record DebianPackage(string Name, string Version, string Architecture, string File, long Bytes, string Sha256)
{
    /// <summary>The packages of what apt-get --print-uris wrote, in the order of their names; other lines are talk.</summary>
    public static ImmutableArray<DebianPackage> Parse(string uris) =>
        [.. Line().Matches(uris).Select(Of).OrderBy(package => package.Name, StringComparer.Ordinal)];

    private static DebianPackage Of(Match line)
    {
        // A colon stands in a version and not in a file's name: apt writes %3a.
        var parts = Uri.UnescapeDataString(line.Groups["file"].Value[..^".deb".Length]).Split('_');
        return parts is [var name, var version, var architecture]
            ? new DebianPackage(
                name, version, architecture, line.Groups["file"].Value, long.Parse(line.Groups["size"].ValueSpan, provider: null), line.Groups["hash"].Value)
            : throw ImageException.Of("package-name", Message.Of("package-name", ("file", line.Groups["file"].Value)), "apt-get");
    }

    [GeneratedRegex("^'[^']+' (?<file>[^ /]+\\.deb) (?<size>[0-9]{1,15}) SHA256:(?<hash>[0-9a-f]{64})\\r?$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
