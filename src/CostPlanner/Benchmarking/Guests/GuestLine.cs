using System.Collections.Immutable;
using CostPlanner.Benchmarking.Images;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>What runs a guest's instructions. There is no third: a guest that cannot have the one asked for does not start.</summary>
public enum Accelerator
{
    /// <summary>The host's CPU.</summary>
    Kvm,

    /// <summary>QEMU itself, for the self-test.</summary>
    Tcg,
}

/// <summary>One guest as QEMU is told to make it: its arguments follow from this alone.</summary>
/// <param name="Name">Its name among the guests of the run: letters, digits, hyphens.</param>
/// <param name="Image">What it boots from.</param>
/// <param name="Accelerator">What runs its instructions.</param>
/// <param name="Cpus">Virtual CPUs, at least 1.</param>
/// <param name="MemoryMib">Memory in MiB, at least 64.</param>
/// <param name="Scratch">The path of a file that is its disk to write to; null for none. The file must be on a file system that allows direct access.</param>
/// <param name="PlantsFaults">Whether the guest obeys the command fault.</param>
/// <param name="Nic">Its NIC; null for none.</param>
public sealed record GuestLine(
    string Name, GuestImage Image, Accelerator Accelerator, int Cpus, int MemoryMib, string? Scratch = null, bool PlantsFaults = false, GuestNic? Nic = null)
{
    /// <summary>The folder within the run's in which QEMU makes its sockets.</summary>
    internal const string Sockets = "sockets";

    private const int LeastMemoryMib = 64;

    /// <summary>QEMU's arguments; the guest's sockets and console lie in the run's folder, and nothing else is written.</summary>
    public ImmutableArray<string> Arguments(string folder)
    {
        RefuseOtherThanName(Name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Cpus, 1, nameof(Cpus));
        ArgumentOutOfRangeException.ThrowIfLessThan(MemoryMib, LeastMemoryMib, nameof(MemoryMib));
        return
        [
            "-name", $"bench-{Name},debug-threads=on", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-S",
            "-machine", "q35,usb=off,vmport=off,smbus=off", .. Processor, "-smp", Number(Cpus), "-m", Number(MemoryMib),
            "-kernel",
            Image.Kernel,
            "-initrd",
            Image.Initramfs,
            "-append",
            $"console=ttyS0 quiet loglevel=4 panic=-1 reboot=t{(PlantsFaults ? " bench.faults=1" : "")}",
            "-chardev", $"file,id=console,path={Value(ConsoleIn(folder))}", "-serial", "chardev:console",
            "-chardev", $"socket,id=bench,path={Value(ChannelIn(folder))},server=on,wait=off",
            "-device", "virtio-serial-pci,ioeventfd=off,max_ports=2", "-device", "virtserialport,chardev=bench,name=bench.0",
            "-chardev", $"socket,id=qmp,path={Value(QmpIn(folder))},server=on,wait=off", "-mon", "chardev=qmp,mode=control",
            "-blockdev", $"driver=file,node-name=tools-file,filename={Value(Image.Tools)},read-only=on,auto-read-only=off",
            "-blockdev", "driver=raw,node-name=tools,file=tools-file,read-only=on", "-device", "virtio-blk-pci,drive=tools,serial=tools",
            .. ScratchDisk, .. NicIn(folder),
            "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
        ];
    }

    internal string ConsoleIn(string folder) => Path.Combine(folder, $"{Name}.con");

    internal string ChannelIn(string folder) => Path.Combine(folder, Sockets, $"{Name}.port");

    internal string QmpIn(string folder) => Path.Combine(folder, Sockets, $"{Name}.qmp");

    private string[] Processor => Accelerator switch
    {
        Accelerator.Kvm => ["-accel", "kvm", "-cpu", "host"],
        Accelerator.Tcg => ["-accel", "tcg", "-cpu", "max"],
        _ => throw new InvalidOperationException($"there is no accelerator {Accelerator}"),
    };

    private string[] ScratchDisk => Scratch is null
        ? []
        :
        [
            "-object", "iothread,id=io0",
            "-blockdev", $"driver=file,node-name=scratch-file,filename={Value(Scratch)},cache.direct=on,aio=native",
            "-blockdev", "driver=raw,node-name=scratch,file=scratch-file", "-device", "virtio-blk-pci,drive=scratch,serial=scratch,iothread=io0",
        ];

    // The address is of those that nobody has; two ends of a wire differ, and wires do not meet.
    private string[] NicIn(string folder)
    {
        if (Nic is null)
        {
            return [];
        }

        RefuseOtherThanName(Nic.Wire);
        var holds = Nic.End switch { 1 => "on", 2 => "off", _ => throw new InvalidOperationException($"a wire has the ends 1 and 2, not {Nic.End}") };
        return
        [
            "-netdev", $"stream,id=wire,server={holds},addr.type=unix,addr.path={Value(Path.Combine(folder, Sockets, $"{Nic.Wire}.wire"))}",
            "-device", $"virtio-net-pci,netdev=wire,mac=52:54:00:00:00:0{Number(Nic.End)},romfile=",
        ];
    }

    // What becomes a file's name must be one, and no option.
    private static void RefuseOtherThanName(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new InvalidOperationException($"names of guests and wires are letters, digits and hyphens, not {name}");
        }
    }

    private static string Number(int number) => FormattableString.Invariant($"{number}");

    // A comma would begin the next option; QEMU reads two as one of the value's own.
    private static string Value(string path) => path.Replace(",", ",,", StringComparison.Ordinal);
}
