using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>What can be wrong with a file before anyone looks into it.</summary>
internal static class InputFile
{
    /// <summary>An error when the path is missing, a folder or an empty file; null when it can be opened.</summary>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="wanted">What was expected there, with its article: "a scenario file (.yaml)".</param>
    public static Finding? Refuse(string path, string wanted)
    {
        var place = new SourcePlace(Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar)) is { Length: > 0 } name ? name : path);
        if (Directory.Exists(path))
        {
            return new Finding(Severity.Error, "is-a-folder", $"'{path}' is a folder", place, null, $"give the path of {wanted}");
        }

        if (!File.Exists(path))
        {
            return new Finding(Severity.Error, "file-not-found", $"there is no file '{path}'", place, null, $"check the path; {wanted} is expected");
        }

        return new FileInfo(path).Length == 0
            ? new Finding(Severity.Error, "file-empty", $"'{path}' is empty", place, null, $"export it again; {wanted} is expected")
            : null;
    }
}
