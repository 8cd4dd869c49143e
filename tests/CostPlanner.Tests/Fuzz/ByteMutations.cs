using System.Text;

namespace CostPlanner.Tests.Fuzz;

/// <summary>What can happen to any file on its way: bytes changed, lost, doubled, cut.</summary>
internal static class ByteMutations
{
    private const int LongestRun = 64;

    /// <summary>One of them, drawn.</summary>
    public static byte[] Mutate(byte[] content, Random random)
    {
        if (content.Length == 0)
        {
            return [(byte)random.Next(256)];
        }

        var at = random.Next(content.Length);
        var length = Math.Min(random.Next(1, LongestRun), content.Length - at);
        return random.Next(8) switch
        {
            0 => Changed(content, at, (byte)random.Next(256)),
            1 => Changed(content, at, (byte)(content[at] ^ (1 << random.Next(8)))),
            2 => content[..at],
            3 => content[at..],
            4 => [.. content[..at], .. content[(at + length)..]],
            5 => [.. content[..at], .. content[at..(at + length)], .. content[at..]],
            6 => [.. content[..at], .. Enumerable.Repeat((byte)(random.Next(2) * 255), length), .. content[(at + length)..]],
            _ => Encoded(content, random),
        };
    }

    private static byte[] Changed(byte[] content, int at, byte value)
    {
        byte[] changed = [.. content];
        changed[at] = value;
        return changed;
    }

    /// <summary>The same text in another encoding, with or without its mark.</summary>
    private static byte[] Encoded(byte[] content, Random random)
    {
        var text = Encoding.UTF8.GetString(content);
        Encoding encoding = random.Next(4) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, 2 => Encoding.Latin1, _ => Encoding.UTF32 };
        return random.Next(2) == 0 ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
