using System.Collections.Immutable;
using System.Formats.Tar;
using System.Runtime.InteropServices;
using System.Text;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>What another host is given so that it can measure: this program, what it runs on, and the guest. Nothing of it is installed there.</summary>
/// <remarks>
/// program/ is this program's own folder without data/; runtime/ is the .NET that it runs on here, where the program does not carry its own; guest/ is the
/// guest from the cache. SHA256SUMS lists them all. The files are the operator's own, packed when they are needed: no binary is shipped with this program.
/// </remarks>
public sealed class Bundle
{
    /// <summary>The tar is padded to whole blocks of this size, so that dd on the other side can cut it off exactly.</summary>
    internal const int BlockBytes = 64 * 1024;

    internal const string ProgramFolder = "program";
    internal const string RuntimeFolder = "runtime";
    internal const string GuestFolder = "guest";
    internal const string Sums = "SHA256SUMS";

    private const int TarUnit = 512;
    private const string Framework = "Microsoft.NETCore.App";

    private readonly byte[] sums;

    internal Bundle(IEnumerable<BundleFile> files, params IEnumerable<string> command)
    {
        (Files, Command) = ([.. files], [.. command]);
        sums = Encoding.UTF8.GetBytes(string.Concat(Files.Select(file => $"{file.File.Sha256}  {file.Name}\n")));
        Bytes = Padded(Files.Sum(file => TarUnit + Padded(file.File.Bytes, TarUnit)) + TarUnit + Padded(sums.Length, TarUnit) + (2 * TarUnit), BlockBytes);
    }

    /// <summary>How many bytes are sent, a multiple of the block.</summary>
    public long Bytes { get; }

    internal ImmutableArray<BundleFile> Files { get; }

    /// <summary>The program in the bundle, and what stands before its own arguments; paths from the bundle's folder.</summary>
    internal ImmutableArray<string> Command { get; }

    /// <summary>The bundle of this program and a guest; throws <see cref="IOException"/> where a file cannot be read.</summary>
    /// <param name="programFolder">The folder of the program.</param>
    /// <param name="program">The program's name without an ending.</param>
    /// <param name="guest">The guest.</param>
    public static Bundle Of(string programFolder, string program, CachedGuest guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        var own = BundleFile.Below(programFolder, ProgramFolder, "data");
        var guests = BundleFile.Below(guest.Folder, GuestFolder);
        return RuntimeRoot() is { } root
            ? new Bundle([.. own, .. Runtime(root), .. guests], $"{RuntimeFolder}/dotnet", $"{ProgramFolder}/{program}.dll")
            : new Bundle([.. own, .. guests], $"{ProgramFolder}/{program}");
    }

    /// <summary>
    /// The guest that came in one bundle with the program in this folder, every file hashed again; null, with the reason, where there is none that is whole.
    /// </summary>
    public static (CachedGuest? Guest, Message? Broken) GuestBeside(string programFolder) =>
        CachedGuest.Read(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(programFolder))) ?? "/", GuestFolder));

    /// <summary>What is told, over there, of a guest that did not arrive whole.</summary>
    /// <param name="why">Why it is not whole.</param>
    public static Finding Trouble(Message? why) => new(
        Severity.Error,
        "guest-missing",
        Message.Of("guest-missing", ("why", why ?? Message.None)),
        new SourcePlace("the other host"),
        Mend: Message.Of("remote.again"));

    /// <summary>Writes the bundle, exactly so many bytes as it says; throws <see cref="IOException"/> where a file is not what it was.</summary>
    internal void Write(OutgoingStream to)
    {
        var before = to.Written;
        using (var tar = new TarWriter(to, TarEntryFormat.Ustar, leaveOpen: true))
        {
            Add(tar, Sums, new MemoryStream(sums), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            foreach (var file in Files)
            {
                using var content = new FileStream(file.Source, FileMode.Open, FileAccess.Read);
                if (content.Length != file.File.Bytes)
                {
                    throw new IOException($"{file.Source} changed while it was sent");
                }

                Add(tar, file.Name, content, file.Mode);
            }
        }

        to.Write(new byte[Bytes - (to.Written - before)]);
    }

    private static void Add(TarWriter tar, string name, Stream content, UnixFileMode mode) => tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        DataStream = content,
        Mode = mode,
        ModificationTime = DateTimeOffset.UnixEpoch,
    });

    /// <summary>
    /// The folder of the .NET that this process runs on, ROOT of ROOT/shared/Microsoft.NETCore.App/VERSION; null where the program carries its own.
    /// </summary>
    private static string? RuntimeRoot()
    {
        var shared = new DirectoryInfo(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory())).Parent;
        return shared?.Name == Framework && shared.Parent?.Parent is { } root && File.Exists(Path.Combine(root.FullName, "dotnet")) ? root.FullName : null;
    }

    private static IEnumerable<BundleFile> Runtime(string root)
    {
        var version = Path.GetFileName(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        var resolvers = Path.Combine(root, "host", "fxr");

        // The resolver may be later than the runtime, not earlier; dotnet takes the latest.
        var resolver = Directory.EnumerateDirectories(resolvers).Select(folder => Path.GetFileName(folder))
            .OrderByDescending(name => name == version)
            .ThenByDescending(name => Version.TryParse(name.Split('-')[0], out var number) ? number : new Version())
            .First();
        return
        [
            .. new[] { "dotnet", "LICENSE.txt", "ThirdPartyNotices.txt" }
                .Where(name => File.Exists(Path.Combine(root, name)))
                .Select(name => BundleFile.Of($"{RuntimeFolder}/{name}", Path.Combine(root, name))),
            .. BundleFile.Below(Path.Combine(resolvers, resolver), $"{RuntimeFolder}/host/fxr/{resolver}"),
            .. BundleFile.Below(Path.Combine(root, "shared", Framework, version), $"{RuntimeFolder}/shared/{Framework}/{version}"),
        ];
    }

    private static long Padded(long bytes, int unit) => (bytes + unit - 1) / unit * unit;
}
