using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>The guest's init: a script that lies beside this file and travels within the library.</summary>
internal static class InitText
{
    private const string Name = "guest-init";

    /// <summary>Its text, lines ended by \n.</summary>
    public static string Read()
    {
        using var stream = typeof(InitText).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"the library lacks its resource {Name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
