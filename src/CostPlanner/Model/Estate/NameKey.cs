using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace CostPlanner.Model;

/// <summary>A name of an estate and what stands in for it.</summary>
/// <param name="Kind">What it names: see <see cref="NameKind"/>.</param>
/// <param name="VCenter">Its vCenter in the source's words, or null.</param>
/// <param name="Id">Its id there; the name itself where the source has none.</param>
/// <param name="Original">The name.</param>
/// <param name="Ordinal">What stands in for it: "vm-0001".</param>
public sealed record MaskedName(string Kind, string? VCenter, string Id, string Original, string Ordinal)
{
    /// <summary>
    /// Whether texts are searched for it. A name of one or two letters, a mere number or a word that the program itself prints ("Cluster") is replaced only
    /// where it stands as a name: in a text nobody can tell it from the word.
    /// </summary>
    public bool IsSearched { get; init; } = true;
}

/// <summary>Every name of an estate with the ordinal that stands in for it wherever something leaves the program.</summary>
/// <remarks>
/// A text is searched for whole names: "web-1" is found in "web-1.example.org" and in "(web-1)", not in "web-10". Capital and small letters are the same.
/// </remarks>
public sealed class NameKey
{
    private const int CodeDigits = 4;

    private readonly FrozenDictionary<string, ImmutableArray<(string Text, string Ordinal, string Original)>> byFirstWord;
    private readonly FrozenDictionary<(string Kind, string Original), string> ordinals;
    private readonly FrozenDictionary<(string Kind, string Id), string> byId;
    private readonly FrozenDictionary<(string? VCenter, string Id, string Original), string> vms;

    /// <summary>A key of those names; of equal names of a kind the first counts where a text does not say which is meant.</summary>
    /// <param name="names">The names.</param>
    /// <param name="encodings">How a name is written in other kinds of text: as HTML, as JSON.</param>
    public NameKey(ImmutableArray<MaskedName> names, params ImmutableArray<Func<string, string>> encodings)
    {
        Names = names;
        byId = names.DistinctBy(name => (name.Kind, name.Id)).ToFrozenDictionary(name => (name.Kind, name.Id), name => name.Ordinal);
        vms = names.Where(name => name.Kind == NameKind.Vm).DistinctBy(name => (name.VCenter, name.Id, name.Original))
            .ToFrozenDictionary(name => (name.VCenter, name.Id, name.Original), name => name.Ordinal);
        ordinals = names.DistinctBy(name => (name.Kind, name.Original)).ToFrozenDictionary(name => (name.Kind, name.Original), name => name.Ordinal);
        byFirstWord = names
            .Where(name => name.IsSearched)
            .SelectMany(
                name => encodings.Select(encode => encode(name.Original)).Append(name.Original).Distinct().Select(
                    text => (Text: Core(text), name.Ordinal, name.Original)))
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

    /// <summary>What stands in for what has that id.</summary>
    public string OfId(string kind, string id) => byId.GetValueOrDefault((kind, id), $"{kind}-unknown");

    /// <summary>What stands in for that VM; of several inventories one may give its id to another VM.</summary>
    public string OfVm(VirtualMachine vm) => vms.GetValueOrDefault((vm.VCenter, vm.Id, vm.Name), $"{NameKind.Vm}-unknown");

    /// <summary>What stands in for a name of any kind that is the whole of the text; null where it is no name.</summary>
    public string? Whole(string text, params IEnumerable<string> kinds) =>
        kinds.Select(kind => ordinals.GetValueOrDefault((kind, text))).FirstOrDefault(found => found is not null);

    /// <summary>
    /// The same names, of which every one with a letter is searched for, also words: for texts that quote names and are not the program's own.
    /// </summary>
    public NameKey Strict()
    {
        var known = Names.Select(name => name.Ordinal).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new NameKey(
            [
                .. Names.Select(
                    name => name with { IsSearched = name.Original.Count(char.IsLetterOrDigit) > 1
                        && name.Original.Any(char.IsLetter)
                        && !known.Contains(name.Original) }),
            ]);
    }

    /// <summary>The text as it may leave the program; throws where a name that is searched for would still stand in it.</summary>
    public string Hidden(string text)
    {
        var hidden = Text(text);
        var left = FoundIn(hidden).Count;
        return left == 0
            ? hidden
            : throw new InvalidOperationException(FormattableString.Invariant($"the output would still hold {left} names; nothing was written"));
    }

    /// <summary>Every name that is searched for and stands in the text, also one that is part of a longer one.</summary>
    public FrozenSet<string> FoundIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at);
            if (end > at && lookup.TryGetValue(text.AsSpan(at, end - at), out var candidates))
            {
                found.UnionWith(candidates.Where(candidate => Stands(text, at, candidate.Text)).Select(candidate => candidate.Original));
            }

            at = end > at ? Next(text, at, end) : at + 1;
        }

        return found.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

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
                at = Next(text, at, end);
            }
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static (string Text, string Ordinal, string Original)? Found(
        string text, int at, ImmutableArray<(string Text, string Ordinal, string Original)> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (Stands(text, at, candidate.Text))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool Stands(string text, int at, string name) =>
        at + name.Length is var end
        && end <= text.Length
        && (end == text.Length || !char.IsLetterOrDigit(text[end]))
        && text.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase);

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

    /// <summary>Where to look next: behind a word, or in JSON behind the sign that a word begins with ("\nweb" is web on a line of its own).</summary>
    private static int Next(string text, int at, int end) => at == 0 || text[at - 1] != '\\' ? end : Math.Min(end, at + (text[at] == 'u' ? CodeDigits : 0) + 1);

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
