using System.Security.Cryptography;
using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Files;

/// <summary>
/// The one way in which results are written: whole or not at all. What is written has a random name beside the target until it is whole, and then takes
/// the target's place in one step; so work that was killed leaves no half of a file, two runs into one folder do not mix, and no other file is touched.
/// </summary>
/// <remarks>
/// A symbolic link as target is replaced; what it points to stays as it is. A device or pipe (/dev/stdout, /dev/fd/63) is written to. Where a disk is full
/// <see cref="DiskFullException"/> names the folder.
/// </remarks>
public static class AtomicFile
{
    private const int RandomBytes = 12;
    private const long LeastRoom = 1 << 20;

    private static readonly string[] Devices = ["/dev/", "/proc/"];
    private static readonly string[] NoDevices = ["/dev/shm/"];

    /// <summary>Writes a text as UTF-8 without a mark, and the file's folder; a file that is there already is replaced.</summary>
    public static void Write(string path, string text) => Write(path, to => to.Write(text));

    /// <summary>The same, part by part; lines end in \n.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            Write(device, write);
            return;
        }

        Make(path, draft =>
        {
            using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            Write(file, write);
            return (true, 0);
        });
    }

    /// <summary>The same for a secret: from its first byte only its owner may read it, whatever rights a file in its place had.</summary>
    public static void WritePrivate(string path, string text) => Make(
        path,
        draft =>
        {
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(draft, how);
            Write(file, to => to.Write(text));
            return (true, 0);
        },
        keepsRights: false);

    /// <summary>Copies a file; one that is there already is replaced.</summary>
    public static void Copy(string from, string path) => Make(path, draft =>
    {
        File.Copy(from, draft);
        return (true, 0);
    });

    /// <summary>Lets something be written under a random name beside the path, and moves it there when it is worth keeping.</summary>
    /// <param name="path">The target. Its folder is made where it is missing.</param>
    /// <param name="write">Writes to the name that it is given, and says whether the file is to be kept, and what else there is to say.</param>
    public static T Make<T>(string path, Func<string, (bool Keep, T Said)> write) => Make(path, write, keepsRights: true);

    private static T Make<T>(string path, Func<string, (bool Keep, T Said)> write, bool keepsRights)
    {
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target) ?? throw new IOException($"'{path}' is no file");
        var draft = Path.Combine(folder, $".costplanner-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}.part");
        try
        {
            Directory.CreateDirectory(folder);
            var (keep, said) = write(draft);
            if (keep)
            {
                if (keepsRights)
                {
                    KeepRights(target, draft);
                }

                File.Move(draft, target, overwrite: true);
            }

            return said;
        }
        catch (IOException full) when (full is not DiskFullException && DiskFullException.IsMeantBy(full))
        {
            throw new DiskFullException(Message.Of("disk-full", ("file", Path.GetFileName(target)), ("folder", folder)), full);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Lets a text be read as the file that it would become, in a folder of its own that is gone afterwards.</summary>
    public static T Tried<T>(string name, string text, Func<string, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var folder = Directory.CreateTempSubdirectory("costplanner-trial-");
        try
        {
            var trial = Path.Combine(folder.FullName, name);
            Write(trial, text);
            return read(trial);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether the disk of a folder has hardly any room left.</summary>
    public static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace < LeastRoom;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static void Write(Stream file, Action<TextWriter> write)
    {
        using var to = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(to);
    }

    /// <summary>Whether a path is that of a device or pipe, which is written to and not replaced.</summary>
    public static bool IsDevice(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        var full = Path.GetFullPath(path);
        return Devices.Any(folder => full.StartsWith(folder, StringComparison.Ordinal))
            && !NoDevices.Any(folder => full.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>A file that only its owner may read stays so.</summary>
    private static void KeepRights(string target, string draft)
    {
        if (!OperatingSystem.IsWindows() && new FileInfo(target) is { Exists: true, LinkTarget: null } there)
        {
            File.SetUnixFileMode(draft, there.UnixFileMode);
        }
    }
}
