using System.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest;

/// <summary>The data folder of the repository, or a small one made for a test.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costplanner-data-");

    /// <summary>The committed data.</summary>
    public static string Committed => Repository.Data;

    public string Root => folder.FullName;

    public DataFolder With(string file, params string[] lines) => With(file, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public DataFolder With(string file, byte[] content)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
