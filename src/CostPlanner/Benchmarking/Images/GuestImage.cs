using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Images;

/// <summary>What a guest boots from: three files that no guest writes to.</summary>
/// <param name="Kernel">The path of the kernel.</param>
/// <param name="Initramfs">The path of the first file system: busybox, the virtio modules and our init.</param>
/// <param name="Tools">The path of the read-only ext4 image with the programs that measure; its disk has the serial number "tools".</param>
/// <param name="Sha256">By file name: the SHA-256 of the file, 64 hexadecimal digits in lower case.</param>
/// <param name="KernelVersion">The kernel's release, as uname -r says it in the guest.</param>
public sealed record GuestImage(
    string Kernel,
    string Initramfs,
    string Tools,
    ImmutableSortedDictionary<string, string> Sha256,
    string KernelVersion);
