using System.Text;
using System.Text.RegularExpressions;

namespace CostPlanner.Tests.Fuzz;

/// <summary>What hands and programs do to files of text: values, lines, headers, separators, nesting.</summary>
internal static partial class TextMutations
{
    private static readonly string[] Openings = ["[", "{", "{a: ", "[{", "- ", "{\"a\":", "[[", "? ", "&a [*a, "];

    /// <summary>One of them, drawn.</summary>
    public static byte[] Mutate(byte[] content, Random random)
    {
        var text = Encoding.UTF8.GetString(content);
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(9))
        {
            case 0:
                lines.Insert(line, lines[line]);
                break;
            case 1:
                lines.RemoveAt(line);
                break;
            case 2:
                var other = random.Next(lines.Count);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                lines[line] = Token(lines[line], random);
                break;
            case 4:
                lines[0] = Token(lines[0], random);
                break;
            case 5:
                return Encoding.UTF8.GetBytes(Separated(text, random));
            case 6:
                return Encoding.UTF8.GetBytes(Nested(text, random));
            case 7:
                lines[line] = (random.Next(2) == 0 ? new string(' ', random.Next(1, 8)) : "\t") + lines[line];
                break;
            default:
                lines = [.. lines, .. lines.Skip(line)];
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join(random.Next(12) == 0 ? "\r\n" : "\n", lines));
    }

    /// <summary>One word or number of the line replaced.</summary>
    private static string Token(string line, Random random)
    {
        var tokens = Tokens().Matches(line);
        return tokens.Count == 0 || tokens[random.Next(tokens.Count)] is not { } token
            ? line + Junk.Text(random)
            : line[..token.Index] + Junk.Text(random) + line[(token.Index + token.Length)..];
    }

    private static string Separated(string text, Random random) => random.Next(4) switch
    {
        0 => text.Replace(',', ';'),
        1 => text.Replace(',', '\t'),
        2 => text.Replace("\"", "", StringComparison.Ordinal),
        _ => text.Replace(':', '='),
    };

    private static string Nested(string text, Random random)
    {
        var opening = Openings[random.Next(Openings.Length)];
        var depth = random.Next(3) switch { 0 => random.Next(1, 20), 1 => random.Next(20, 2_000), _ => random.Next(2_000, 60_000) };
        var at = random.Next(text.Length + 1);
        return text[..at] + string.Concat(Enumerable.Repeat(opening, depth)) + text[at..];
    }

    [GeneratedRegex(@"[\w.\-]+")]
    private static partial Regex Tokens();
}
