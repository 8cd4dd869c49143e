using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>A file on its way to another host.</summary>
/// <param name="Name">Its path in the bundle, with slashes.</param>
/// <param name="Source">Its path on this machine.</param>
/// <param name="File">Its size and hash when the bundle was put together.</param>
/// <param name="IsProgram">Whether it can be started.</param>
internal sealed record BundleFile(string Name, string Source, CachedFile File, bool IsProgram)
{
    private const UnixFileMode Data = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Program = Data | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The same on every machine: who may do what on ours says nothing to the other host.</summary>
    public UnixFileMode Mode => IsProgram ? Program : Data;

    /// <summary>A file of this machine, hashed.</summary>
    public static BundleFile Of(string name, string source) => new(
        name,
        source,
        CachedFile.Of(source),
        System.IO.File.GetUnixFileMode(source).HasFlag(UnixFileMode.UserExecute));

    /// <summary>All files below a folder but those of the folders to leave out, in the order of their names.</summary>
    public static IEnumerable<BundleFile> Below(string folder, string name, params string[] without) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')))
        .Where(each => !without.Contains(each.Path.Split('/')[0]))
        .OrderBy(each => each.Path, StringComparer.Ordinal)
        .Select(each => Of($"{name}/{each.Path}", each.File));
}
