namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costplanner-");

    /// <summary>The folder.</summary>
    public string Path => folder.FullName;

    /// <summary>A file of those bytes.</summary>
    public string File(string name, params ReadOnlySpan<byte> bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A workbook of those sheets.</summary>
    public string Workbook(params IReadOnlyList<Sheet> sheets)
    {
        var path = System.IO.Path.Combine(Path, "estate.xlsx");
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        WorkbookWriter.Write(stream, sheets);
        return path;
    }

    /// <summary>A file of the sample inventories beside the repository; skips the test where they are absent.</summary>
    public static string Sample(string name)
    {
        var root = Root();
        var path = System.IO.Path.Combine(root, "..", "shared", "samples", name);
        if (!System.IO.File.Exists(path))
        {
            Assert.Skip($"../shared/samples/{name} is not beside the repository");
        }

        return path;
    }

    /// <summary>The repository: the folder above the test's program that holds CostPlanner.sln.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "CostPlanner.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"no CostPlanner.sln above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => folder.Delete(recursive: true);
}
