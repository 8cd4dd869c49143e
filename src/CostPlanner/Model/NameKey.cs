using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace CostPlanner.Model;

/// <summary>A name of an estate and what stands in for it.</summary>
/// <param name="Kind">What it names: vm, host, cluster, datacenter, datastore, domain.</param>
/// <param name="VCenter">Its vCenter in the source's words, or null.</param>
/// <param name="Id">Its id there; the name itself where the source has none.</param>
/// <param name="Original">The name.</param>
/// <param name="Ordinal">What stands in for it: "vm-0001".</param>
public sealed record MaskedName(string Kind, string? VCenter, string Id, string Original, string Ordinal)
{
    /// <summary>
    /// Whether texts are searched for it. A name of one or two letters, a mere number or a word that the program itself prints ("Cluster") is replaced only where it stands
    /// as a name: in a text nobody can tell it from the word.
    /// </summary>
    public bool IsSearched { get; init; } = true;
}

/// <summary>Every name of an estate with the ordinal that stands in for it wherever something leaves the program.</summary>
/// <remarks>A text is searched for whole names: "web-1" is found in "web-1.example.org" and in "(web-1)", not in "web-10". Capital and small letters are the same.</remarks>
public sealed class NameKey
{
    private readonly FrozenDictionary<string, ImmutableArray<(string Text, string Ordinal)>> byFirstWord;
    private readonly FrozenDictionary<(string Kind, string Original), string> ordinals;

    /// <summary>A key of those names; of equal names of a kind the first counts where a text does not say which is meant.</summary>
    /// <param name="names">The names.</param>
    /// <param name="encodings">How a name is written in other kinds of text: as HTML, as JSON.</param>
    public NameKey(ImmutableArray<MaskedName> names, params ImmutableArray<Func<string, string>> encodings)
    {
        Names = names;
        ordinals = names.DistinctBy(name => (name.Kind, name.Original)).ToFrozenDictionary(name => (name.Kind, name.Original), name => name.Ordinal);
        byFirstWord = names
            .Where(name => name.IsSearched)
            .SelectMany(name => encodings.Select(encode => encode(name.Original)).Append(name.Original).Distinct().Select(text => (Text: Core(text), name.Ordinal)))
            .Where(each => each.Text.Length > 0)
            .GroupBy(each => each.Text[..WordEnd(each.Text, 0)], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.DistinctBy(each => each.Text, StringComparer.OrdinalIgnoreCase).OrderByDescending(each => each.Text.Length).ToImmutableArray(),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names, in the order of their ordinals.</summary>
    public ImmutableArray<MaskedName> Names { get; }

    /// <summary>What stands in for a name of that kind; null stays null, and a name that the estate does not have is hidden whole.</summary>
    public string? Of(string kind, string? original) => original is null ? null : ordinals.GetValueOrDefault((kind, original), $"{kind}-unknown");

    /// <summary>The text with every name replaced that is searched for, the longest first where several begin at one place.</summary>
    public string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = WordEnd(text, at);
            if (lookup.TryGetValue(text.AsSpan(at, end - at), out var candidates) && Found(text, at, candidates) is { } found)
            {
                (masked ??= new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(found.Ordinal);
                at += found.Text.Length;
                copied = at;
            }
            else
            {
                at = end;
            }
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static (string Text, string Ordinal)? Found(string text, int at, ImmutableArray<(string Text, string Ordinal)> candidates)
    {
        foreach (var candidate in candidates)
        {
            var end = at + candidate.Text.Length;
            if (end <= text.Length
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
                && text.AsSpan(at, candidate.Text.Length).Equals(candidate.Text, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The name from its first letter or digit to its last: signs around it do not matter in a text.</summary>
    private static string Core(string name)
    {
        var (first, last) = (0, name.Length - 1);
        while (first <= last && !char.IsLetterOrDigit(name[first]))
        {
            first++;
        }

        while (last >= first && !char.IsLetterOrDigit(name[last]))
        {
            last--;
        }

        return name[first..(last + 1)];
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
