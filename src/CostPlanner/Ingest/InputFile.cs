using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>A file that the user named: what can be wrong with it, told in one finding.</summary>
internal static class InputFile
{
    /// <summary>An error when nothing can be opened at the path: it is missing, a directory or empty; null when it can be tried.</summary>
    public static Finding? Problem(string path)
    {
        if (Directory.Exists(path))
        {
            return Refusal(path, "file-is-directory", $"\"{path}\" is a directory", "Name the file itself, or a folder that holds vms.csv");
        }

        if (!File.Exists(path))
        {
            return Refusal(path, "file-missing", $"There is no file \"{path}\"", "Check the path and the spelling");
        }

        return new FileInfo(path).Length == 0
            ? Refusal(path, "file-empty", "The file is empty", "Copy or export it again")
            : null;
    }

    /// <summary>An error that kept the whole file from being used.</summary>
    public static Finding Refusal(string path, string code, string message, string mend) => new(
        Severity.Error, code, message, new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), "Nothing was read", mend);

    /// <summary>A reading that came to nothing, for one reason.</summary>
    public static Reading<T> Refused<T>(string path, string code, string message, string mend)
        where T : class => new(null, [Refusal(path, code, message, mend)]);
}
