using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>What the program itself says: the texts in its code and the words of its data. A cluster called "Test" does not turn these into ordinals.</summary>
internal static class OwnWords
{
    /// <summary>All of it, one text a line.</summary>
    public static string Text(string data)
    {
        var text = new StringBuilder();
        foreach (var assembly in new[] { typeof(OwnWords).Assembly, typeof(BusinessCase).Assembly })
        {
            AddCode(assembly.Location, text);
        }

        text.Append(Sentences.All).Append('\n');
        foreach (var file in Directory.Exists(data) ? Directory.GetFiles(data, "*.csv", SearchOption.AllDirectories) : [])
        {
            text.Append(File.ReadAllText(file)).Append('\n');
        }

        return text.ToString();
    }

    private static void AddCode(string assembly, StringBuilder text)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        // The first handle is that of the empty text at the heap's start.
        for (var at = MetadataTokens.UserStringHandle(0); ; )
        {
            at = reader.GetNextHandle(at);
            if (at.IsNil)
            {
                return;
            }

            text.Append(reader.GetUserString(at)).Append('\n');
        }
    }
}
