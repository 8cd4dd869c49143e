using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostPlanner.Reporting.Text;

/// <summary>The words of a message, with placeholders for its values: "{vms:grouped} {vms:VM|VMs} on {host}".</summary>
/// <param name="Parts">Words and placeholders, in their order.</param>
internal sealed partial record Pattern(ImmutableArray<PatternPart> Parts)
{
    /// <summary>A space at which no line ends, as files of words have it.</summary>
    private const string Unbroken = "~";

    /// <summary>The names of the placeholders, each once.</summary>
    public IEnumerable<string> Names => Parts.Where(part => part.Name.Length > 0).Select(part => part.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Reads words.</summary>
    public static Pattern Of(string words)
    {
        words = words.Replace(Unbroken, Printed.Space, StringComparison.Ordinal);
        var parts = ImmutableArray.CreateBuilder<PatternPart>();
        var copied = 0;
        foreach (var match in Placeholder().EnumerateMatches(words))
        {
            parts.Add(new PatternPart(words[copied..match.Index], "", null));
            var inside = words[(match.Index + 1)..(match.Index + match.Length - 1)];
            var colon = inside.IndexOf(':', StringComparison.Ordinal);
            parts.Add(colon < 0 ? new PatternPart("", inside, null) : new PatternPart("", inside[..colon], inside[(colon + 1)..]));
            copied = match.Index + match.Length;
        }

        parts.Add(new PatternPart(words[copied..], "", null));
        return new Pattern(parts.ToImmutable());
    }

    [GeneratedRegex(@"\{[a-z][a-z0-9-]*(:[^{} ][^{}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

/// <summary>A part of a pattern: words, or a placeholder.</summary>
/// <param name="Words">The words; empty for a placeholder.</param>
/// <param name="Name">The name of the value; empty for words.</param>
/// <param name="Form">How the value is written: the name of a form, or the forms of a noun, "VM|VMs"; null for as usual.</param>
internal readonly record struct PatternPart(string Words, string Name, string? Form);
