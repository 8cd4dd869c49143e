using CostPlanner.Ingest.Files;

namespace CostPlanner.Ingest.Instances;

/// <summary>Reads a packing instance from a file of any format the program knows.</summary>
public static class InstanceFile
{
    /// <summary>The first bytes of a gzip stream.</summary>
    private const int GzipFirst = 0x1F;

    private const int GzipSecond = 0x8B;

    /// <summary>
    /// Reads .vbp, also compressed by gzip, and CloudBalancing .json; each is told by its content.
    /// Never throws for a bad file: every reason not to read it is a finding that says what to do.
    /// </summary>
    public static Reading<PackingCase> Read(string path)
    {
        if (InputFile.Problem(path, InputLimits.InstanceBytes) is { } problem)
        {
            return new Reading<PackingCase>(null, [problem]);
        }

        var (content, why) = InputFile.Tried(path, () => Content(path));
        if (content is null)
        {
            return new Reading<PackingCase>(null, [why!]);
        }

        var first = content.AsSpan().TrimStart(" \t\r\n"u8);
        return first.Length > 0 && first[0] == '{' ? CloudBalancingFile.Parse(path, content) : VbpFile.Parse(path, content);
    }

    /// <summary>What a case is called: the file's name up to its first dot.</summary>
    internal static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static byte[] Content(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 2 || bytes[0] != GzipFirst || bytes[1] != GzipSecond)
        {
            return bytes;
        }

        using var plain = new MemoryStream();
        using (var gzip = new UnpackedStream(new MemoryStream(bytes), InputLimits.InstanceBytes))
        {
            gzip.CopyTo(plain);
        }

        return plain.ToArray();
    }
}
