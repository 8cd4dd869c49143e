using System.Globalization;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>The folder of one run, which nobody else may enter: sockets and consoles of its guests. It is gone with the run, or swept by a later one.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string Prefix = "costplanner-bench-";

    /// <summary>How long a path of ours may be before the names of sockets: the kernel takes 107 bytes for all.</summary>
    private const int LongestParent = 40;

    private RunFolder(string place) => Place = place;

    /// <summary>The folder, whole path.</summary>
    public string Place { get; }

    /// <summary>Where runs of this user have their folders: $XDG_RUNTIME_DIR where it is a folder with a short name, else /tmp.</summary>
    public static string ParentOfUser() =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and <= LongestParent } named && Path.IsPathFullyQualified(named) && Directory.Exists(named)
            ? named
            : "/tmp";

    /// <summary>A new folder, after those that dead runs left are removed.</summary>
    public static RunFolder New(string parent)
    {
        Sweep(parent);
        var path = Path.Combine(parent, FormattableString.Invariant($"{Prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}"));
        return new RunFolder(Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName);
    }

    /// <summary>Removes the folders of processes that are no more; one of another user stays.</summary>
    public static void Sweep(string parent)
    {
        foreach (var left in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            var owner = Path.GetFileName(left)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !Directory.Exists($"/proc/{owner}"))
            {
                Remove(left);
            }
        }
    }

    public void Dispose() => Remove(Place);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // Another run removes it just now, or it is another user's.
        }
    }
}
