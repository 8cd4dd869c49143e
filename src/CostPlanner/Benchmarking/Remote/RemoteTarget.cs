using System.Globalization;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>Another host as its user names it to ssh: "root@server", "server", "user@server:2222", "user@[fd00::1]:22".</summary>
/// <remarks>
/// Host and user hold letters, digits and few signs only and begin with no hyphen, so that none is taken for an option of ssh or says something to a shell.
/// </remarks>
public sealed record RemoteTarget
{
    private const int LongestPart = 255;
    private const int LargestPort = 65_535;

    private RemoteTarget(string? user, string host, int? port) => (User, Host, Port) = (user, host, port);

    /// <summary>The user; null for the one that the user's own ssh configuration gives.</summary>
    public string? User { get; }

    /// <summary>The host: a name, an address, or a name of the user's ssh configuration.</summary>
    public string Host { get; }

    /// <summary>The port, 1 to 65535; null for the one that the user's own ssh configuration gives.</summary>
    public int? Port { get; }

    /// <summary>The target that a text names, or null where it names none.</summary>
    public static RemoteTarget? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('@');
        var (user, place) = at < 0 ? (null, text) : (text[..at], text[(at + 1)..]);
        if (user is not null && !IsName(user, "._-"))
        {
            return null;
        }

        return place.StartsWith('[') ? Bracketed(user, place)
            : place.Split(':') is var parts && parts.Length <= 2 && IsName(parts[0], "._-") ? WithPort(user, parts[0], parts.Length == 2 ? parts[1] : null)
            : null;
    }

    /// <summary>The target as ssh takes it after its options: the port is one of them.</summary>
    public override string ToString() => User is null ? Host : $"{User}@{Host}";

    private static RemoteTarget? Bracketed(string? user, string place)
    {
        var end = place.IndexOf(']', StringComparison.Ordinal);
        var rest = place[(end + 1)..];
        return end > 1 && (rest.Length == 0 || rest[0] == ':') && IsName(place[1..end], ":.%_-")
            ? WithPort(user, place[1..end], rest.Length == 0 ? null : rest[1..])
            : null;
    }

    private static RemoteTarget? WithPort(string? user, string host, string? port) =>
        port is null ? new RemoteTarget(user, host, null)
        : int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestPort
            ? new RemoteTarget(user, host, number)
        : null;

    private static bool IsName(string text, string signs) =>
        text is { Length: > 0 and <= LongestPart }
            && text[0] != '-'
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || signs.Contains(letter, StringComparison.Ordinal));
}
