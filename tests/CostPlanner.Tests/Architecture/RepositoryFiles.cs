using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Architecture;

/// <summary>The files of the repository that the tests were built from; paths are relative to its root, with slashes.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] NotSource = ["artifacts", "bin", "obj"];

    public static string? ReadIfThere(string path) => File.Exists(Full(path)) ? Read(path) : null;

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static IEnumerable<string> CodeBelow(string folder) => Directory
        .EnumerateFiles(Full(folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(NotSource).Any())
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> FoldersIn(string folder) => Directory
        .EnumerateDirectories(Full(folder))
        .Select(path => Path.GetFileName(path))
        .Except(NotSource)
        .Order(StringComparer.Ordinal);

    private static string Full(string path) => Path.Combine(Repository.Root, path);
}
