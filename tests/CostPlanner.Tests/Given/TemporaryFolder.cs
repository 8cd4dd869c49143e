namespace CostPlanner.Tests.Given;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costplanner-test-");

    public string Root => folder.FullName;

    /// <summary>A folder that guests can pass: where root tests they run as nobody, who may not pass one as it is made.</summary>
    public static TemporaryFolder ForGuests()
    {
        var made = new TemporaryFolder();
        if (OperatingSystem.IsLinux())
        {
            made.folder.UnixFileMode |= UnixFileMode.OtherExecute;
        }

        return made;
    }

    /// <summary>The path of something in the folder.</summary>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file of that text and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
