using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CostPlanner.Tests.Fuzz;

/// <summary>What goes wrong inside a zip archive that is itself sound: members swapped, lost, renamed, swollen, their XML spoiled.</summary>
internal static partial class ZipMutations
{
    private const int Swollen = 32 * 1024 * 1024;

    /// <summary>One of them, drawn; bytes that are no archive are spoiled as bytes.</summary>
    public static byte[] Mutate(byte[] content, Random random)
    {
        List<(string Name, byte[] Content)> members;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            members = [.. zip.Entries.Select(entry => (entry.FullName, Bytes(entry)))];
        }
        catch (InvalidDataException)
        {
            return ByteMutations.Mutate(content, random);
        }

        if (members.Count == 0)
        {
            return content;
        }

        var at = random.Next(members.Count);
        var other = random.Next(members.Count);
        var (name, inside) = members[at];
        switch (random.Next(9))
        {
            case 0:
                members[at] = (name, members[other].Content);
                members[other] = (members[other].Name, inside);
                break;
            case 1:
                members.RemoveAt(at);
                break;
            case 2:
                members[at] = (Junk.Text(random) is { Length: > 0 and < 200 } text ? text.Replace('\0', '_') : "x", inside);
                break;
            case 3:
                members.Add((name, members[other].Content));
                break;
            case 4:
                members[at] = (name, [.. inside, .. new byte[Swollen]]);
                break;
            case 5:
                members[at] = (name, ByteMutations.Mutate(inside, random));
                break;
            case 6:
                members[at] = (name, Encoding.UTF8.GetBytes(References().Replace(Encoding.UTF8.GetString(inside), _ => Reference(random), random.Next(1, 4))));
                break;
            case 7:
                members[at] = (name, Encoding.UTF8.GetBytes(Nested(Encoding.UTF8.GetString(inside), random)));
                break;
            default:
                members[at] = (name, Encoding.UTF8.GetBytes(Values().Replace(Encoding.UTF8.GetString(inside), _ => $"<x:v>{random.Next(3) switch { 0 => "1E+308", 1 => "-99999999999999999999", _ => "4294967296" }}</x:v>", random.Next(1, 4))));
                break;
        }

        return Archive(members);
    }

    private static string Reference(Random random) => random.Next(4) switch
    {
        0 => "r=\"ZZZZZZ1\"",
        1 => "r=\"A2000000000\"",
        2 => "r=\"\"",
        _ => FormattableString.Invariant($"r=\"XFD{random.Next(1, 1_048_577)}\""),
    };

    private static string Nested(string xml, Random random)
    {
        var depth = random.Next(1, 20_000);
        var at = xml.IndexOf('>', random.Next(xml.Length)) + 1;
        return xml[..at] + string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)) + xml[at..];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = new MemoryStream();
        using var member = entry.Open();
        member.CopyTo(stream);
        return stream.ToArray();
    }

    private static byte[] Archive(IEnumerable<(string Name, byte[] Content)> members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex("\\br=\"[A-Z]*[0-9]+\"")]
    private static partial Regex References();

    [GeneratedRegex("<x:v>[^<]*</x:v>")]
    private static partial Regex Values();
}
