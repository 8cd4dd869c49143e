using System.Net;
using System.Text.RegularExpressions;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>
/// Keeps addresses and licence keys out of the inventory: a name that is an IP address gets an alias, the same one in every sheet.
/// </summary>
internal sealed partial class NameMask
{
    private const int LongestShown = 40;
    private const int ShortestSecret = 7;
    private const int LongestNumberShown = 9;
    private const string HiddenKey = "masked-key";
    private readonly Dictionary<string, string> aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> counts = [];

    /// <summary>How many different addresses were masked.</summary>
    public int Masked => aliases.Count;

    /// <summary>How often each kind of name was an address.</summary>
    public IReadOnlyDictionary<string, int> CountByKind => counts;

    /// <summary>The name, or its alias where it is an address; null stays null.</summary>
    /// <param name="name">The name as read.</param>
    /// <param name="kind">What it names: "host", "vm".</param>
    public string? Name(string? name, string kind)
    {
        if (name is null)
        {
            return null;
        }

        var shown = Text(name)!;
        return IsAddress(shown)
            ? Alias(shown, kind)
            : Version4().Replace(shown, match => IsAddress(match.Value) ? Alias(match.Value, "address") : match.Value);
    }

    /// <summary>Text that is no name, without licence keys; null stays null.</summary>
    public static string? Text(string? text) => text is null ? null : Key().Replace(text, HiddenKey);

    /// <summary>A value that could not be used, fit to be printed: quoted, shortened, and hidden where it may be a secret.</summary>
    public static string Shown(object? value)
    {
        var text = Cells.Text(value);
        return text switch
        {
            null => "blank",
            _ when MayBeSecret(text) => FormattableString.Invariant($"a text of {text.Length} characters, not shown here"),
            { Length: > LongestShown } => $"\"{text[..LongestShown]}...\"",
            _ => $"\"{text}\"",
        };
    }

    private string Alias(string address, string kind)
    {
        if (!aliases.TryGetValue(address, out var alias))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            alias = FormattableString.Invariant($"masked-{kind}-{counts[kind]:00}");
            aliases.Add(address, alias);
        }

        return alias;
    }

    private static bool IsAddress(string text)
    {
        if (Version4().Match(text) is { Success: true } match && match.Length == text.Length)
        {
            return text.Split('.').All(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) <= byte.MaxValue);
        }

        var colons = text.Count(letter => letter == ':');
        return colons > 1 && IPAddress.TryParse(text.Trim('[', ']'), out _);
    }

    private static bool MayBeSecret(string text) =>
        Key().IsMatch(text)
        || Version4().IsMatch(text)
        || text.Count(letter => letter == ':') > 1
        || (text.Length > LongestNumberShown && text.All(char.IsAsciiDigit))
        || (text.Length >= ShortestSecret && text.Any(char.IsDigit) && text.Any(char.IsLetter) && !text.Any(char.IsWhiteSpace));

    [GeneratedRegex(@"(?<!\d)(?<!\d\.)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Version4();

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Za-z]{5}(?:-[0-9A-Za-z]{5}){4}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
