namespace CostPlanner.Reporting.Pdf;

/// <summary>Finds a browser of the Chromium family.</summary>
internal static class Browser
{
    /// <summary>The variable of the environment that names a browser.</summary>
    public const string Variable = "COSTPLANNER_BROWSER";

    private static readonly string[] Known =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

    /// <summary>
    /// The program to start, or null. One that was asked for by name, as an argument or in the environment, is not replaced by another.
    /// </summary>
    public static string? Find(string? wanted) => Asked(wanted) is { } asked
        ? Locate(asked)
        : Known.Select(Locate).FirstOrDefault(found => found is not null);

    /// <summary>Why none was found, in words.</summary>
    public static string WhyNone(string? wanted) => Asked(wanted) is { } asked
        ? $"There is no browser '{asked}'"
        : $"No browser was found ({string.Join(", ", Known)})";

    private static string? Asked(string? wanted) =>
        string.IsNullOrWhiteSpace(wanted) ? Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null : wanted;

    private static string? Locate(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar))
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        return PathFolders().Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    /// <summary>The folders in which programs are looked for.</summary>
    public static IEnumerable<string> PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
