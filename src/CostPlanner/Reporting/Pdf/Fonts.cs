using System.Text;
using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Reporting.Pdf;

/// <summary>Whether text can be printed: with no font on the machine a browser writes a PDF without text and says nothing.</summary>
internal static class Fonts
{
    private static readonly string[] Endings = [".ttf", ".otf", ".ttc", ".otc", ".pfb", ".woff", ".woff2"];

    // How a PDF holds a font: Type 1, TrueType, compact or OpenType outlines, or glyphs as drawings.
    private static readonly byte[][] Marks = [.. new[] { "/FontFile", "/Subtype /Type3", "/Subtype/Type3" }.Select(Encoding.ASCII.GetBytes)];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether at least one font is installed, as far as can be told.</summary>
    public static bool AnyInstalled()
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        var listing = Browser.PathFolders().Select(folder => Path.Combine(folder, "fc-list")).FirstOrDefault(File.Exists);
        if (listing is not null && ProgramRun.Of(listing, [":", "family"], Patience) is { ExitCode: 0 } run)
        {
            return !string.IsNullOrWhiteSpace(run.Output);
        }

        return Folders().Any(HoldsFont);
    }

    /// <summary>Whether a PDF holds a font.</summary>
    public static bool AreEmbeddedIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in Marks)
        {
            if (bytes.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] ofUser = home.Length == 0 ? [] : [Path.Combine(home, ".fonts"), Path.Combine(home, ".local", "share", "fonts")];
        return ofUser.Concat(["/usr/share/fonts", "/usr/local/share/fonts"]).Where(Directory.Exists);
    }

    private static bool HoldsFont(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Any(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
}
