using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>A program of this machine that benchmarking starts.</summary>
/// <param name="Name">Its name on the path.</param>
/// <param name="Package">The Debian package that has it.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record HostProgram(string Name, string Package, Message Purpose)
{
    // A user's path lacks these on Debian, and depmod and mke2fs lie there; neither needs root for what we ask.
    private static readonly string[] FoldersOfRoot = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>What assembling the guest needs.</summary>
    public static ImmutableArray<HostProgram> ForImages { get; } =
    [
        new("apt-get", "apt", Message.Of("purpose.apt-get")),
        new("apt-cache", "apt", Message.Of("purpose.apt-cache")),
        new("dpkg-deb", "dpkg", Message.Of("purpose.dpkg-deb")),
        new("depmod", "kmod", Message.Of("purpose.depmod")),
        new("modprobe", "kmod", Message.Of("purpose.modprobe")),
        new("mke2fs", "e2fsprogs", Message.Of("purpose.mke2fs")),
    ];

    /// <summary>What running a guest needs.</summary>
    public static HostProgram Qemu { get; } = new("qemu-system-x86_64", "qemu-system-x86", Message.Of("purpose.qemu"));

    /// <summary>What gives a guest a process group of its own.</summary>
    internal static HostProgram SetSid { get; } = new("setsid", "util-linux", Message.Of("purpose.setsid"));

    /// <summary>What ends a guest with the run.</summary>
    internal static HostProgram SetPriv { get; } = new(
        "setpriv", "util-linux", Message.Of("purpose.setpriv"));

    /// <summary>What limits a guest's program.</summary>
    internal static HostProgram PrLimit { get; } = new("prlimit", "util-linux", Message.Of("purpose.prlimit"));

    /// <summary>What binds work to a CPU.</summary>
    internal static HostProgram TaskSet { get; } = new("taskset", "util-linux", Message.Of("purpose.taskset"));

    /// <summary>What takes the guest's tools out of their image.</summary>
    internal static HostProgram DebugFs { get; } = new("debugfs", "e2fsprogs", Message.Of("purpose.debugfs"));

    /// <summary>What a run needs beside QEMU, on the host that is measured.</summary>
    public static ImmutableArray<HostProgram> ForRuns { get; } = [SetSid, SetPriv, PrLimit, TaskSet, DebugFs];

    /// <summary>What modules need that are packed with xz, as those of Debian 13 are.</summary>
    public static HostProgram Xz { get; } = new("xz", "xz-utils", Message.Of("purpose.modules"));

    /// <summary>What reaches another host.</summary>
    public static HostProgram Ssh { get; } = new("ssh", "openssh-client", Message.Of("purpose.ssh"));

    /// <summary>What modules need that are packed with zstd.</summary>
    internal static HostProgram Zstd { get; } = new("zstd", "zstd", Message.Of("purpose.modules"));

    /// <summary>Its path on this machine, or null.</summary>
    public string? Locate() => Locate(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>Its path in one of the folders, which are separated as in PATH, or in a folder of root's; or null.</summary>
    internal string? Locate(string path) => path
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(FoldersOfRoot)
        .Select(folder => Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists);

    /// <summary>The finding that says it is missing, and the package that has it.</summary>
    internal Finding Missing() => new(
        Severity.Error,
        ImageException.CommandMissing,
        Message.Of("command-missing", ("command", Name), ("purpose", Purpose)),
        new SourcePlace("this machine"),
        Mend: Message.Of("command-missing.mend", ("package", Package)));
}
