using System.Globalization;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>A control group around all guests of a run with a ceiling for their memory, and one for each within it.</summary>
/// <remarks>
/// Only the second version of control groups is used, and only where this process may: where the group of one of its own group's parents has the memory
/// controller on, as a rule as root. What killed runs left there is removed.
/// </remarks>
internal sealed class GuestCgroup : IDisposable
{
    private const string Members = "cgroup.procs";

    private readonly string folder;

    private GuestCgroup(string folder) => this.folder = folder;

    /// <summary>A group with that ceiling; or null, and why.</summary>
    /// <param name="most">Memory of all guests and their programs, in all.</param>
    /// <param name="root">The folder that holds proc and sys; "/" for this host.</param>
    public static (GuestCgroup? Group, Message? Why) Open(ByteSize most, string root = "/")
    {
        var (parent, why) = Parent(root);
        if (parent is null)
        {
            return (null, why);
        }

        var folder = Path.Combine(parent, FormattableString.Invariant($"{RunFolder.Prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}"));
        try
        {
            // A member can be moved only by whom the parent's list of members is open for; without that the group would stay empty.
            using (new FileStream(Path.Combine(parent, Members), FileMode.Open, FileAccess.Write))
            {
            }

            Sweep(parent);
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "memory.max"), most.Bytes.ToString(CultureInfo.InvariantCulture));
            File.WriteAllText(Path.Combine(folder, "cgroup.subtree_control"), "+memory");
            return (new GuestCgroup(folder), null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Remove(folder);
            return (null, Message.Of("cgroup.not-made", ("parent", parent), ("why", refused.Message)));
        }
    }

    /// <summary>Takes a guest's process in, with all that it has and starts.</summary>
    public void Add(string guest, int process)
    {
        try
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Of(guest)).FullName, Members), process.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It has ended already, which whoever waits for it is told.
        }
    }

    /// <summary>What the kernel holds for a guest beside its memory and its page tables; null where it does not tell.</summary>
    public ByteSize? KernelMemory(string guest) =>
        Counted(guest, "kernel") - Counted(guest, "pagetables") - Counted(guest, "sec_pagetables") is { } bytes and >= 0 ? ByteSize.FromBytes(bytes) : null;

    /// <summary>The page tables that translate a guest's memory; null where the kernel does not tell.</summary>
    public ByteSize? SecondLevelPageTables(string guest) => Counted(guest, "sec_pagetables") is { } bytes ? ByteSize.FromBytes(bytes) : null;

    /// <summary>Ends whoever is left in it, and removes it.</summary>
    public void Dispose() => Remove(folder);

    private static (string? Parent, Message? Why) Parent(string root)
    {
        var files = new FactFiles(root);
        var mount = (files.Read("proc/mounts").Text ?? "")
            .Split('\n')
            .Select(line => line.Split(' '))
            .FirstOrDefault(words => words.Length > 2 && words[2] == "cgroup2")?[1];
        var own = (files.Read("proc/self/cgroup").Text ?? "").Split('\n').FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?[4..];
        if (mount is null || own is null)
        {
            return (null, Message.Of("cgroup.none"));
        }

        for (var group = own; group is not null; group = group.Length == 0 ? null : Path.GetDirectoryName(group) ?? "")
        {
            var folder = Path.Combine(mount.TrimStart('/'), group);
            if ((files.Read($"{folder}/cgroup.subtree_control").Text ?? "").Split(' ').Contains("memory"))
            {
                return (Path.Combine(root, folder), null);
            }
        }

        return (null, Message.Of("cgroup.no-memory", ("mount", mount)));
    }

    private static void Sweep(string parent)
    {
        foreach (var left in Directory.EnumerateDirectories(parent, RunFolder.Prefix + "*").Where(left => RunFolder.IsOfTheDead(left)))
        {
            Remove(left);
        }
    }

    // A group is removed as an empty folder is, though files show in it; it is empty when the last that was killed in it is gone.
    private static void Remove(string folder)
    {
        try
        {
            if (File.Exists(Path.Combine(folder, "cgroup.kill")))
            {
                File.WriteAllText(Path.Combine(folder, "cgroup.kill"), "1");
            }

            foreach (var each in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Append(folder) : [])
            {
                RemoveEmpty(each);
            }
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // Another run removes it just now, or it is another user's; the next run tries again.
        }
    }

    private static void RemoveEmpty(string group)
    {
        const int attempts = 50;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(group);
                return;
            }
            catch (IOException) when (attempt < attempts)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    private string Of(string guest) => Path.Combine(folder, guest);

    private long? Counted(string guest, string kind) => (new FactFiles(Of(guest)).Read("memory.stat").Text ?? "").Split('\n')
        .Select(line => line.Split(' ')).Where(words => words.Length == 2 && words[0] == kind).Select(words => KernelText.Long(words[1])).FirstOrDefault();
}
