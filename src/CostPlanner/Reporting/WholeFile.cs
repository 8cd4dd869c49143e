using System.Text;

namespace CostPlanner.Reporting;

/// <summary>Writes a text file whole or not at all, so that work that was killed leaves no half of one.</summary>
public static class WholeFile
{
    /// <summary>Writes the file and its folder; a file that is there already is replaced.</summary>
    public static void Write(string path, string text)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var draft = path + ".tmp";
        try
        {
            File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
