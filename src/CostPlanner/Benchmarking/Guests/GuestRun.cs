using System.ComponentModel;
using System.Diagnostics;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>The guests of one run: their folder, the thread that starts them, and their common end. Nothing of them is left when it is disposed of, and no process when this one is killed.</summary>
/// <remarks>Whoever listens for Ctrl-C cancels the token: whoever waits for a guest stops at once, and disposes of the run.</remarks>
internal sealed class GuestRun : IDisposable
{
    private readonly string qemu;
    private readonly RunFolder folder;
    private readonly CancellationToken calledOff;
    private readonly SpawningThread spawning = new();
    private readonly List<Guest> guests = [];

    private GuestRun(string qemu, RunFolder folder, CancellationToken calledOff) => (this.qemu, this.folder, this.calledOff) = (qemu, folder, calledOff);

    /// <summary>The folder of the run, whole path.</summary>
    public string Folder => folder.Place;

    /// <summary>A run without guests yet; what dead runs left is removed. Throws <see cref="GuestTrouble"/> where QEMU is missing.</summary>
    public static GuestRun Open(CancellationToken calledOff) => Open(RunFolder.ParentOfUser(), calledOff);

    internal static GuestRun Open(string parent, CancellationToken calledOff)
    {
        var qemu = HostProgram.Qemu.Locate() ?? throw GuestTrouble.Of(RejectReason.QemuMissing, $"the command {HostProgram.Qemu.Name} is missing");
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

        string[] command = [.. Leash.Of(qemu), .. line.Arguments(Folder)];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        try
        {
            spawning.Do(() => process.Start());
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            process.Dispose();
            throw GuestTrouble.Of(RejectReason.QemuMissing, refused.Message);
        }

        var guest = new Guest(line, Folder, process, calledOff);
        guests.Add(guest);
        guest.Connect();
        return guest;
    }

    /// <summary>Ends all guests, all of them politely at the same time, then the thread; then the folder is removed.</summary>
    public void Dispose()
    {
        Parallel.ForEach(guests, guest => guest.Dispose());
        spawning.Dispose();
        folder.Dispose();
    }
}
