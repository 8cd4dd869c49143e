using System.ComponentModel;
using System.Diagnostics;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>
/// The guests of one run: their folder, the thread that starts them, and their common end. Nothing of them is left when it is disposed of, and no process when
/// this one is killed.
/// </summary>
/// <remarks>Whoever listens for Ctrl-C cancels the token: whoever waits for a guest stops at once, and disposes of the run.</remarks>
internal sealed class GuestRun : IDisposable
{
    /// <summary>Bytes that a guest's console may have: more is a flood.</summary>
    private const long LargestConsole = 16 << 20;

    private static readonly FileStreamOptions ForConsole = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    private readonly string qemu;
    private readonly RunFolder folder;
    private readonly CancellationToken calledOff;
    private readonly SpawningThread spawning = new();
    private readonly List<Guest> guests = [];
    private GuestCgroup? cgroup;

    private GuestRun(string qemu, RunFolder folder, CancellationToken calledOff)
    {
        (this.qemu, this.folder, this.calledOff) = (qemu, folder, calledOff);
        folder.ForGuests(GuestLine.Sockets);
    }

    /// <summary>The folder of the run, whole path.</summary>
    public string Folder => folder.Place;

    /// <summary>A run without guests yet; what dead runs left is removed. Throws <see cref="GuestException"/> where QEMU is missing.</summary>
    public static GuestRun Open(CancellationToken calledOff) => Open(RunFolder.ParentOfUser(), calledOff);

    internal static GuestRun Open(string parent, CancellationToken calledOff)
    {
        var qemu = HostProgram.Qemu.Locate()
            ?? throw GuestException.Of(RejectReason.QemuMissing, Message.Of("guest.no-qemu", ("command", HostProgram.Qemu.Name)));
        return new GuestRun(qemu, RunFolder.New(parent), calledOff);
    }

    /// <summary>Starts QEMU with a guest that stands still until it is let run; its name must be new in the run.</summary>
    public Guest Start(GuestLine line)
    {
        calledOff.ThrowIfCancellationRequested();
        if (guests.Any(guest => guest.Name == line.Name))
        {
            throw new ArgumentException($"there is a guest {line.Name} already", nameof(line));
        }

        var process = new Process { StartInfo = StartOf(Placed(line)) };
        try
        {
            spawning.Do(() => process.Start());
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            process.Dispose();
            throw GuestException.Of(RejectReason.QemuMissing, refused.Message);
        }

        var guest = new Guest(line, Folder, process, calledOff);
        guests.Add(guest);
        cgroup?.Add(guest.Name, guest.ProcessId);
        guest.Connect();
        return guest;
    }

    /// <summary>Puts a ceiling on the memory of all guests that are started from now on; why it cannot be put, or null.</summary>
    public Message? Limit(ByteSize most)
    {
        var (made, why) = cgroup is null ? GuestCgroup.Open(most) : (cgroup, null);
        cgroup = made;
        return why;
    }

    /// <summary>What the kernel holds for a guest beside its memory and its page tables; null without a ceiling, or where the kernel does not tell.</summary>
    public ByteSize? KernelMemory(string guest) => cgroup?.KernelMemory(guest);

    /// <summary>The page tables that translate a guest's memory; null without a ceiling, or where the kernel does not tell.</summary>
    public ByteSize? SecondLevelPageTables(string guest) => cgroup?.SecondLevelPageTables(guest);

    /// <summary>Ends all guests, all of them politely at the same time, then the thread; then the folder is removed.</summary>
    public void Dispose()
    {
        Parallel.ForEach(guests, guest => guest.Dispose());
        spawning.Dispose();
        cgroup?.Dispose();
        folder.Dispose();
    }

    // What QEMU reads and writes is where the user may reach it that QEMU runs as.
    private GuestLine Placed(GuestLine line)
    {
        try
        {
            new FileStream(line.ConsoleIn(Folder), ForConsole).Dispose();
            RunFolder.HandOver(line.ConsoleIn(Folder));
            return line with
            {
                Image = line.Image with
                {
                    Kernel = folder.Reachable(line.Image.Kernel),
                    Initramfs = folder.Reachable(line.Image.Initramfs),
                    Tools = folder.Reachable(line.Image.Tools),
                },
            };
        }
        catch (IOException full)
        {
            throw GuestException.Of(RejectReason.DiskFull, Message.Of("guest.run-folder", ("why", full.Message)));
        }
    }

    private ProcessStartInfo StartOf(GuestLine line)
    {
        var custody = new ProcessLimits(
            Math.Max(LargestConsole, line.Scratch is { } disk ? new FileInfo(disk).Length : 0), line.Accelerator == Accelerator.Kvm);
        var command = ChildProcessSetup.Of(qemu, custody)?.AddRange(line.Arguments(Folder))
            ?? throw GuestException.Of(RejectReason.QemuMissing, ChildProcessSetup.Missing());
        return new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
