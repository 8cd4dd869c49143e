using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>All that decides what a guest is: packages with their versions, programs, modules, our init, and what makes the files.</summary>
/// <param name="Kernel">The package of the kernel.</param>
/// <param name="Packages">The packages of the tools, with all that they need.</param>
/// <param name="Init">The text of the guest's init.</param>
/// <param name="Maker">The version of mke2fs.</param>
/// <param name="Runtime">The version of .NET, whose zlib packs the initramfs.</param>
internal sealed record GuestRecipe(DebianPackage Kernel, ImmutableArray<DebianPackage> Packages, string Init, string Maker, string Runtime)
{
    /// <summary>The package that stands for Debian's newest kernel for guests; it is small, and has all drivers of virtual hardware as modules.</summary>
    public const string KernelMetapackage = "linux-image-cloud-amd64";

    private const string Schema = "costplanner/guest/1";
    private const string KernelPrefix = "linux-image-";
    private const int DigitsOfKey = 16;

    /// <summary>The packages that are asked for by name.</summary>
    public static ImmutableArray<string> Asked { get; } = ["busybox-static", "fio", "iperf3", "rt-tests", "stress-ng", "sysbench"];

    /// <summary>The programs of the tools image.</summary>
    public static ImmutableArray<string> Programs { get; } = ["cyclictest", "fio", "iperf3", "stress-ng", "sysbench"];

    /// <summary>The modules that the guest loads, with what they need.</summary>
    public static ImmutableArray<string> Modules { get; } =
        ["virtio_pci", "virtio_console", "virtio_blk", "virtio_net", "virtio_balloon", "virtio_rng"];

    /// <summary>The kernel's release, as uname -r says it.</summary>
    public string KernelVersion => Kernel.Name[KernelPrefix.Length..];

    /// <summary>The recipe, a fact a line; what differs in it may differ in the guest.</summary>
    public string Text => string.Join('\n',
    [
        Schema,
        Line("kernel", Kernel),
        .. Packages.Select(package => Line("package", package)),
        .. Programs.Select(program => $"program {program}"),
        .. Modules.Select(module => $"module {module}"),
        $"init {Hash(Init)}",
        $"maker {Maker}",
        $"maker-options {string.Join(' ', Ext4Image.Options)}",
        $"packer {Runtime}",
        "",
    ]);

    /// <summary>A short name for the guest that this recipe makes.</summary>
    public string Key => Hash(Text)[..DigitsOfKey];

    /// <summary>The recipe by what apt knows at present.</summary>
    public static GuestRecipe Of(Apt apt, CancellationToken calledOff) => new(
        apt.Alone(apt.DependencyOf(KernelMetapackage)),
        apt.WithDependencies(Asked),
        InitText.Read(),
        Ext4Image.MakerVersion(calledOff),
        System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);

    private static string Line(string what, DebianPackage package) => $"{what} {package.Name} {package.Version} {package.Architecture} {package.Sha256}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
