using System.Globalization;
using System.Runtime.InteropServices;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>
/// The folder of one run: sockets, consoles and disks of its guests. Nobody else may look into it. It is gone with the run, or swept by a later one.
/// </summary>
/// <remarks>
/// Where root runs guests as the user nobody, that one may pass through the folder and has only those files and folders in it that were handed over.
/// </remarks>
internal sealed class RunFolder : IDisposable
{
    /// <summary>How the names of runs' folders begin; the number of the process follows, a hyphen, and what makes the name new.</summary>
    public const string Prefix = "costplanner-bench-";

    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>How long a path of ours may be before the names of sockets: the kernel takes 107 bytes for all.</summary>
    private const int LongestParent = 40;

    private RunFolder(string place) => Place = place;

    /// <summary>The folder, whole path.</summary>
    public string Place { get; }

    /// <summary>Where runs of this user have their folders: $XDG_RUNTIME_DIR where it is a folder with a short name that guests can reach, else /tmp.</summary>
    public static string ParentOfUser() =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and <= LongestParent } named
            && Path.IsPathFullyQualified(named)
            && Directory.Exists(named)
            && !ProcessLimits.GivesUpRights
            ? named
            : "/tmp";

    /// <summary>A new folder, after those that dead runs left are removed.</summary>
    /// <param name="parent">Where.</param>
    /// <param name="prefix">How its name begins, and that of those which are removed.</param>
    public static RunFolder New(string parent, string prefix = Prefix)
    {
        Sweep(parent, prefix);
        var path = Path.Combine(parent, FormattableString.Invariant($"{prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}"));
        var made = new RunFolder(Directory.CreateDirectory(path, Owners).FullName);
        if (ProcessLimits.GivesUpRights)
        {
            // Afterwards, because a folder is made with no more rights than the umask leaves.
            File.SetUnixFileMode(made.Place, Owners | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        return made;
    }

    /// <summary>Removes the folders of processes that are no more; one of another user stays.</summary>
    public static void Sweep(string parent, string prefix = Prefix)
    {
        foreach (var left in Directory.EnumerateDirectories(parent, prefix + "*").Where(path => IsOfTheDead(path, prefix)))
        {
            Remove(left);
        }
    }

    /// <summary>Whether what lies there was left by a process that is no more.</summary>
    public static bool IsOfTheDead(string path, string prefix = Prefix)
    {
        var owner = Path.GetFileName(path)[prefix.Length..].Split('-')[0];
        return int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !Directory.Exists($"/proc/{owner}");
    }

    /// <summary>Gives a file or folder to the user that guests run as, where that is another than ours.</summary>
    public static void HandOver(string path)
    {
        if (ProcessLimits.GivesUpRights && Linux.ChangeOwner(path, ProcessLimits.Nobody, ProcessLimits.Nobody) != 0)
        {
            throw new IOException($"{path} cannot be given to the user nobody: {Linux.Words(Marshal.GetLastPInvokeError())}");
        }
    }

    /// <summary>A folder within, which is the guests'.</summary>
    public string ForGuests(string name)
    {
        var made = Directory.CreateDirectory(Path.Combine(Place, name), Owners).FullName;
        HandOver(made);
        return made;
    }

    /// <summary>A file that guests' programs can read: itself, or where they run as nobody a second name for it within, or a copy.</summary>
    public string Reachable(string file)
    {
        var name = Path.Combine(Place, Path.GetFileName(file));
        if (!ProcessLimits.GivesUpRights || !File.Exists(file))
        {
            return file;
        }

        // A second name has the rights of the first, which may be its owner's alone.
        if (!File.Exists(name) && (!File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead) || Linux.Link(file, name) != 0))
        {
            File.Copy(file, name + ".part", overwrite: true);
            File.SetUnixFileMode(name + ".part", UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            File.Move(name + ".part", name);
        }

        return name;
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
