using System.Diagnostics;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>The folder in which guests are kept: one folder for each, put in its place whole; one process builds at a time.</summary>
/// <remarks>
/// guests/KEY is a finished guest, packages/ holds the files of packages so that they are not downloaded again, work-*/ is what is being built or was left by a
/// process that died; the next build removes it. The lock is the operating system's and ends with the process that holds it.
/// </remarks>
public sealed class GuestCache
{
    private const string Work = "work-";
    private static readonly TimeSpan ForTheOther = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The cache in a folder, which need not be there yet.</summary>
    public GuestCache(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(folder);
    }

    /// <summary>The folder, whole path.</summary>
    public string Folder { get; }

    internal string Packages => Path.Combine(Folder, "packages");

    private string Guests => Path.Combine(Folder, "guests");

    /// <summary>The cache of this user: $XDG_CACHE_HOME/costplanner/guest, by default ~/.cache/costplanner/guest; null for a user without a home.</summary>
    public static GuestCache? OfUser()
    {
        var named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches = Path.IsPathFullyQualified(named ?? "") ? named : home.Length > 0 ? Path.Combine(home, ".cache") : null;
        return caches is null ? null : new GuestCache(Path.Combine(caches, "costplanner", "guest"));
    }

    /// <summary>The guest made last, if one is there and whole; nothing is built or asked of apt.</summary>
    public CachedGuest? Newest() => !Directory.Exists(Guests)
        ? null
        : new DirectoryInfo(Guests).EnumerateDirectories()
            .OrderByDescending(folder => File.GetLastWriteTimeUtc(Path.Combine(folder.FullName, CachedGuest.List)))
            .Select(folder => CachedGuest.Read(folder.FullName).Guest)
            .FirstOrDefault(guest => guest is not null);

    /// <summary>The guest of that key; none, with the reason where one is there and broken.</summary>
    internal (CachedGuest? Guest, Message? Broken) Find(string key)
    {
        var folder = Path.Combine(Guests, key);
        return Directory.Exists(folder) ? CachedGuest.Read(folder) : (null, null);
    }

    /// <summary>Waits until no other process builds, then keeps others waiting until it is disposed of; what dead builds left is removed.</summary>
    internal FileStream Lock(CancellationToken calledOff)
    {
        Directory.CreateDirectory(Folder);
        var held = Held(calledOff);
        foreach (var left in Directory.EnumerateDirectories(Folder, Work + "*"))
        {
            Directory.Delete(left, recursive: true);
        }

        return held;
    }

    /// <summary>A folder to build in, on the same file system as the finished guests.</summary>
    internal string NewWork() =>
        Directory.CreateDirectory(
            Path.Combine(Folder, Work + Guid.NewGuid().ToString("N")), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <summary>Puts a finished folder in its place; one that is there already is replaced. Whoever has its files open keeps them.</summary>
    internal CachedGuest Adopt(CachedGuest built)
    {
        var place = Path.Combine(Directory.CreateDirectory(Guests).FullName, built.Key);
        var old = Path.Combine(Folder, Work + Guid.NewGuid().ToString("N"));
        if (Directory.Exists(place))
        {
            Directory.Move(place, old);
        }

        Directory.Move(built.Folder, place);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }

        return built with { Folder = place };
    }

    private FileStream Held(CancellationToken calledOff)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            calledOff.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < ForTheOther)
            {
                calledOff.WaitHandle.WaitOne(Pause);
            }
            catch (IOException trouble)
            {
                throw ImageException.Of(
                    "cache-locked",
                    Message.Of("cache-locked", ("minutes", ForTheOther.TotalMinutes), ("why", trouble.Message)),
                    Folder);
            }
        }
    }
}
