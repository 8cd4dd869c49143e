using System.Text.RegularExpressions;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>QEMU as it names itself.</summary>
/// <param name="Version">Numbers with dots: "7.2.22".</param>
/// <param name="Package">The distribution's name for it, or null.</param>
public sealed partial record QemuVersion(string Version, string? Package)
{
    /// <summary>Reads the first line of --version: "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)"; null when it is none.</summary>
    public static QemuVersion? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = FirstLine().Match(text);
        return match.Success
            ? new QemuVersion(match.Groups["version"].Value, match.Groups["package"] is { Success: true } package ? package.Value : null)
            : null;
    }

    [GeneratedRegex(@"\AQEMU emulator version (?<version>\d+(\.\d+)+)[^ \r\n]*( \((?<package>[^)\r\n]+)\))?")]
    private static partial Regex FirstLine();
}
