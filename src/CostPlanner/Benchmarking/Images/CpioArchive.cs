using System.Globalization;
using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>Writes what the kernel unpacks as its first file system: a cpio archive of the format "newc".</summary>
/// <remarks>
/// The format is in the kernel's Documentation/driver-api/early-userspace/buffer-format.rst: a header of 110 ASCII characters, the name, the content, each
/// padded to four bytes. Entries are sorted by name, owned by root, and dated 1970, so that equal content gives equal bytes.
/// </remarks>
internal static class CpioArchive
{
    private const string Magic = "070701";
    private const string End = "TRAILER!!!";
    private const int Alignment = 4;
    private const int Block = 512;

    /// <summary>The archive of these entries and of the folders above them.</summary>
    public static byte[] Of(IEnumerable<CpioEntry> entries)
    {
        var sorted = new SortedDictionary<string, CpioEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Check(entry.Name);
            if (!sorted.TryAdd(entry.Name, entry))
            {
                throw new ArgumentException($"'{entry.Name}' is there twice", nameof(entries));
            }
        }

        foreach (var folder in sorted.Keys.SelectMany(Above).Distinct(StringComparer.Ordinal).ToList())
        {
            sorted.TryAdd(folder, CpioEntry.Folder(folder));
        }

        using var archive = new MemoryStream();
        var number = 0;
        foreach (var entry in sorted.Values)
        {
            Write(archive, entry, ++number, entry.IsFolder ? 2 : 1);
        }

        Write(archive, new CpioEntry(End, 0, default), 0, 1);
        Pad(archive, Block);
        return archive.ToArray();
    }

    private static void Write(MemoryStream archive, CpioEntry entry, int number, int links)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name + '\0');
        int[] fields = [number, entry.Mode, 0, 0, links, 0, entry.Content.Length, 0, 0, 0, 0, name.Length, 0];
        archive.Write(Encoding.ASCII.GetBytes(Magic + string.Concat(fields.Select(field => field.ToString("X8", CultureInfo.InvariantCulture)))));
        archive.Write(name);
        Pad(archive, Alignment);
        archive.Write(entry.Content.Span);
        Pad(archive, Alignment);
    }

    private static void Pad(MemoryStream archive, int to)
    {
        while (archive.Length % to != 0)
        {
            archive.WriteByte(0);
        }
    }

    private static IEnumerable<string> Above(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            yield return name[..slash];
        }
    }

    private static void Check(string name)
    {
        if (name.Length == 0 || name == End || name.Contains('\0', StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{name}' is no path within an archive", nameof(name));
        }
    }
}
