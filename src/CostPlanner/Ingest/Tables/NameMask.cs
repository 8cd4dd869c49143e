using CostPlanner.Model;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Keeps addresses (IPv4, IPv6, MAC, mail), licence keys and the serials of servers out of the inventory: a name that is or holds one gets an alias for it, the
/// same one in every sheet, and two names that were two stay two.
/// </summary>
/// <remarks>
/// Four numbers apart by points are an address unless they follow "v", "version", "release" or "build": one version too many is hidden rather than one
/// address shown. Times ("10:20:30") and dates are none: an IPv6 address has eight groups, or "::".
/// </remarks>
internal sealed partial class NameMask
{
    private const int LongestShown = 40;
    private const int ShortestSecret = 7;
    private const int LongestNumberShown = 9;
    private const int IPv6Groups = 7;
    private const string HiddenKey = "masked-key";
    private const string HiddenAddress = "masked-address";
    private readonly Dictionary<string, string> aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> counts = [];
    private readonly HashSet<string> serials = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many different addresses and keys were masked.</summary>
    public int Masked => aliases.Count;

    /// <summary>How often each kind of name was an address.</summary>
    public IReadOnlyDictionary<string, int> CountByKind => counts;

    /// <summary>The name, or its alias where it is an address, or with aliases for what it holds; null stays null.</summary>
    /// <param name="name">The name as read.</param>
    /// <param name="kind">What it names: "host", "vm".</param>
    public string? Name(string? name, string kind)
    {
        if (name is null)
        {
            return null;
        }

        var whole = name.Trim('[', ']');
        return Replaced(whole, (_, _) => "") is "" || IsAlias().IsMatch(name)
            ? Alias(whole, kind)
            : WithoutSerials(Replaced(name, (found, isKey) => Alias(found, isKey ? "key" : "address")));
    }

    /// <summary>Text that is no name, without addresses, licence keys and the serials of this estate; null stays null.</summary>
    public string? Words(string? text) => Text(text) is { } shown ? WithoutSerials(shown) : null;

    /// <summary>Remembers the serial of a server, so that it is hidden in names and texts. What is too short, or a mere word, is none.</summary>
    public void Hide(string? serial)
    {
        if (serial is { Length: >= ShortestSecret } && serial.All(char.IsAsciiLetterOrDigit) && serial.Any(char.IsAsciiDigit))
        {
            serials.Add(serial);
        }
    }

    /// <summary>
    /// Text that is no name, without addresses and licence keys; null stays null. Four numbers of which the first has one digit are a version there: 8.0.3.0.
    /// </summary>
    public static string? Text(string? text) =>
        text is null ? null : Replaced(text, (found, isKey) => isKey ? HiddenKey : IsSmallVersion().IsMatch(found) ? found : HiddenAddress);

    /// <summary>A value that could not be used, fit to be printed: quoted, shortened, and hidden where it may be a secret.</summary>
    public static Message Shown(object? value) => Cells.Text(value) switch
    {
        null => Message.Of("value.blank"),
        var text when MayBeSecret(text) => Message.Of("value.hidden", ("characters", text.Length)),
        { Length: > LongestShown } text => Message.Of("value.cut", ("text", text[..LongestShown])),
        var text => Message.Of("value.quoted", ("text", text)),
    };

    private string WithoutSerials(string text) =>
        serials.Count == 0 ? text : Token().Replace(text, match => serials.Contains(match.Value) ? Alias(match.Value, "serial") : match.Value);

    private string Alias(string found, string kind)
    {
        var same = Canonical(found);
        if (!aliases.TryGetValue(same, out var alias))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            alias = FormattableString.Invariant($"masked-{kind}-{counts[kind]:00}");
            aliases.Add(same, alias);
        }

        return alias;
    }

    /// <summary>One writing for all of an address: fe80::1 and FE80:0::1, 00:50:56:ab:cd:ef and 0050.56ab.cdef are each the same.</summary>
    private static string Canonical(string found)
    {
        if (Mac().Match(found) is { Success: true } mac && mac.Length == found.Length)
        {
            return string.Concat(found.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
        }

        return found.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(found, out var address) ? address.ToString() : found;
    }

    private static string Replaced(string text, Func<string, bool, string> instead)
    {
        if (!text.Any(char.IsAsciiDigit) && text.AsSpan().IndexOfAny(':', '@') < 0)
        {
            return text; // No address and no key is without all of these.
        }

        var shown = Mail().Replace(text, match => instead(match.Value, false));
        shown = Key().Replace(shown, match => instead(match.Value, true));
        shown = Mac().Replace(shown, match => IsDayAndTime(match.Value) ? match.Value : instead(match.Value, false));
        shown = Version6().Replace(shown, match => IsVersion6(match.Value) ? instead(match.Value, false) : match.Value);
        shown = Version4().Replace(shown, match => IsVersion4(match.Value.Split('.')) ? instead(match.Value, false) : match.Value);
        return InHostName().Replace(shown, match => IsVersion4(match.Groups[1].Value.Split('-')) ? $"ip-{instead(match.Groups[1].Value, false)}" : match.Value);
    }

    private static bool IsVersion4(string[] parts) => parts.All(part => int.Parse(part, CultureInfo.InvariantCulture) <= byte.MaxValue);

    /// <summary>Eight groups, or fewer around one "::"; not "::" alone, and no time.</summary>
    private static bool IsVersion6(string text)
    {
        var address = text.Split('/', '%')[0];
        return address.Any(char.IsAsciiHexDigit)
            && (address.Contains("::", StringComparison.Ordinal)
                || address.Count(letter => letter == ':') == IPv6Groups
                || address.Contains('.', StringComparison.Ordinal))
            && IPAddress.TryParse(address, out _);
    }

    /// <summary>Six numbers apart by hyphens may be a day and a time: 26-11-30-10-20-30.</summary>
    private static bool IsDayAndTime(string text) =>
        text.Contains('-', StringComparison.Ordinal)
        && DateTime.TryParseExact(text, "yy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool MayBeSecret(string text) =>
        Replaced(text, (_, _) => "") != text
        || text.Count(letter => letter == ':') > 1
        || (text.Length > LongestNumberShown && text.All(char.IsAsciiDigit))
        || (text.Length >= ShortestSecret && text.Any(char.IsDigit) && text.Any(char.IsLetter) && !text.Any(char.IsWhiteSpace));

    [GeneratedRegex(
        @"(?<!\d)(?<!\d\.)(?<!\bv)(?<!\b(?:version|ver\.?|release|build)[ _-]?)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version4();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9A-Za-z](?:[0-9A-Za-z._%+-]{0,63})@(?:[0-9A-Za-z-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[0-9A-Za-z]{7,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\bip-(\d{1,3}(?:-\d{1,3}){3})(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InHostName();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z:])[0-9A-F]{0,4}(?::[0-9A-F]{0,4}){2,8}(?:(?<=:[0-9]{0,3})(?:\.\d{1,3}){3})?(?:%[0-9A-Za-z]+)?(?:/\d{1,3})?(?![0-9A-Za-z:])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version6();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:[0-9A-F]{2}:(?:[0-9A-F]{2}:){4}[0-9A-F]{2}|[0-9A-F]{2}-(?:[0-9A-F]{2}-){4}[0-9A-F]{2}|(?=[0-9.]*[A-F])[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}|(?:005056|000C29|000569|001C14|525400)[0-9A-F]{6})(?![0-9A-Za-z])(?![:-][0-9A-F]{2}(?![0-9A-Za-z]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mac();

    // Five groups of five, with hyphens or without, and the serial number that VMware makes of an id.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:[0-9A-Za-z]{5}(?:-[0-9A-Za-z]{5}){4}|(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{25}|VMware-(?:[0-9A-Fa-f]{2}[ -]){15}[0-9A-Fa-f]{2})(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\d(?:\.\d{1,3}){3}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsSmallVersion();

    [GeneratedRegex(@"^masked-[a-z]+-\d{2,}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsAlias();
}
