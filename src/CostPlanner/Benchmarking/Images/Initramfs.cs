using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>
/// The guest's first file system: busybox, the modules in load order, and our init; the tools lie elsewhere, so that they cost a guest no memory.
/// </summary>
internal static class Initramfs
{
    /// <summary>The last entry. The kernel unpacks as far as memory goes and then starts init all the same: init looks for this file first.</summary>
    public const string LastEntry = "z-complete";

    private static readonly string[] MountPoints = ["dev", "proc", "sys", "tmp", "tools"];

    /// <summary>The archive, packed.</summary>
    /// <param name="busybox">The static busybox.</param>
    /// <param name="modules">The modules, each after those that it needs.</param>
    /// <param name="init">The text of our init.</param>
    /// <param name="loader">The path at which the tools ask for their loader; it leads to the tools' disk.</param>
    public static byte[] Of(byte[] busybox, ImmutableArray<(string Name, byte[] Content)> modules, string init, string loader)
    {
        var order = string.Concat(modules.Select(module => module.Name + "\n"));
        var archive = CpioArchive.Of(
        [
            .. MountPoints.Select(CpioEntry.Folder),
            CpioEntry.Program("bin/busybox", busybox),
            CpioEntry.Program("init", Encoding.UTF8.GetBytes(init)),
            CpioEntry.Link(loader, $"/tools/lib/{Path.GetFileName(loader)}"),
            .. modules.Select(module => CpioEntry.File($"modules/{module.Name}", module.Content)),
            CpioEntry.File("modules/order", Encoding.UTF8.GetBytes(order)),
            CpioEntry.File(LastEntry, default),
        ]);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(archive);
        }

        return packed.ToArray();
    }
}
