using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>Makes a read-only ext4 image of files, without root, such that equal files give equal bytes.</summary>
/// <remarks>
/// mke2fs -d takes owner and times from the files on this machine, of which the time of change cannot be set: both are put to root and 1970 in the finished
/// image. All else that would differ is told: identity, hash seed, its own clock, and a file of settings that is ours.
/// </remarks>
internal static class Ext4Image
{
    private const int BlockBytes = 4096;
    private const int InodeBytes = 256;
    private const int SpareInodes = 64;
    private const long SpareBlocks = 1024;
    private const string Identity = "b0c0a57e-0000-4000-8000-00000000be9c";

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly TimeSpan ForImage = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForVersion = TimeSpan.FromSeconds(10);
    private static readonly HostProgram Maker = HostProgram.ForImages.Single(program => program.Name == "mke2fs");

    /// <summary>How the image is made: a part of the recipe.</summary>
    public static ImmutableArray<string> Options { get; } =
    [
        "-q", "-F", "-t", "ext4", "-b", "4096", "-I", "256", "-m", "0", "-L", "bench-tools", "-U", Identity,
        "-O", "none,extent,filetype,sparse_super,large_file,dir_index,extra_isize",
        "-E", $"hash_seed={Identity},root_owner=0:0,lazy_itable_init=0,nodiscard,no_copy_xattrs",
    ];

    /// <summary>The version of mke2fs, on which the layout of an image may depend.</summary>
    public static string MakerVersion(CancellationToken calledOff) =>
        new HostCommand(Maker, ForVersion, ["-V"]).RunForAllText(calledOff).Split('\n')[0].Trim();

    /// <summary>Makes the image of the files: by path in the image, the file on this machine.</summary>
    /// <param name="files">What it holds; all may be run.</param>
    /// <param name="work">A folder of ours, for a copy of the files; empty or not there yet.</param>
    /// <param name="image">Where the image goes.</param>
    /// <param name="calledOff">Ends mke2fs.</param>
    public static void Make(ImmutableSortedDictionary<string, string> files, string work, string image, CancellationToken calledOff)
    {
        var content = Directory.CreateDirectory(Path.Combine(work, "content")).FullName;
        long blocks = SpareBlocks + ((files.Count + SpareInodes) * InodeBytes / BlockBytes);
        foreach (var (path, file) in files)
        {
            var copy = Path.Combine(content, path);
            File.SetUnixFileMode(Directory.CreateDirectory(Path.GetDirectoryName(copy)!).FullName, Readable);
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, Readable);
            blocks += (new FileInfo(file).Length + BlockBytes - 1) / BlockBytes;
        }

        File.SetUnixFileMode(content, Readable);
        var settings = Path.Combine(work, "mke2fs.conf");
        File.WriteAllText(settings, "[fs_types]\n  ext4 = {\n  }\n");
        var size = blocks.ToString(CultureInfo.InvariantCulture);
        var inodes = (files.Count + SpareInodes).ToString(CultureInfo.InvariantCulture);
        var command = new HostCommand(Maker, ForImage, [.. Options, "-N", inodes, "-d", content, image, size]) { Code = "tools-image" };
        (command with { Variables =
            command.Variables.Add("MKE2FS_CONFIG", settings).Add("E2FSPROGS_FAKE_TIME", "1").Add("SOURCE_DATE_EPOCH", "1") }).Run(calledOff);
        using var made = new FileStream(image, FileMode.Open, FileAccess.ReadWrite);
        GiveToRoot(made);
    }

    /// <summary>Sets owner, group and times of every inode that is in use; the places of the fields are those of ext4's on-disk layout.</summary>
    private static void GiveToRoot(FileStream image)
    {
        var super = Bytes(image, 1024, 1024);
        var (perGroup, count) = (Number(super, 0x28), Number(super, 0x0));
        if (BinaryPrimitives.ReadUInt16LittleEndian(super.AsSpan(0x38)) != 0xEF53 || BinaryPrimitives.ReadUInt16LittleEndian(super.AsSpan(0x58)) != InodeBytes)
        {
            throw ImageException.Of("tools-image", Message.Of("tools-image"), "mke2fs");
        }

        for (long group = 0; group * perGroup < count; group++)
        {
            var table = Number(Bytes(image, BlockBytes + (group * 32), 32), 0x8) * BlockBytes;
            var inodes = Bytes(image, table, checked((int)(perGroup * InodeBytes)));
            for (var inode = 0; inode < inodes.Length; inode += InodeBytes)
            {
                GiveToRoot(inodes.AsSpan(inode, InodeBytes));
            }

            image.Position = table;
            image.Write(inodes);
        }
    }

    private static void GiveToRoot(Span<byte> inode)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(inode) == 0)
        {
            return;
        }

        inode.Slice(0x2, 2).Clear(); // user
        inode.Slice(0x8, 12).Clear(); // read, changed, written
        inode.Slice(0x18, 2).Clear(); // group
        inode.Slice(0x78, 4).Clear(); // upper halves of user and group
        inode.Slice(0x84, 20).Clear(); // fractions of the times, and the time of making
    }

    private static long Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static byte[] Bytes(FileStream image, long at, int count)
    {
        var bytes = new byte[count];
        image.Position = at;
        image.ReadExactly(bytes);
        return bytes;
    }
}
