using System.Runtime.InteropServices;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>
/// Files on the storage to be judged that are guests' disks. They are gone with this; what a killed run left is removed by the next on that storage.
/// </summary>
/// <remarks>Each is full of data that is nowhere else, so that neither a hole, nor compression, nor deduplication answers in the storage's place.</remarks>
internal sealed class ScratchDisks : IDisposable
{
    private const int Block = 1 << 20;

    /// <summary>What the storage keeps free, in MiB: others live on it.</summary>
    private const int Kept = 1024;

    private static readonly string[] InMemory = ["tmpfs", "ramfs", "rootfs"];

    private readonly RunFolder folder;

    private ScratchDisks(RunFolder folder) => this.folder = folder;

    /// <summary>The folder on the storage, whole path.</summary>
    public string Folder => folder.Place;

    /// <summary>
    /// A folder on the storage, after what dead runs left there is removed. Throws <see cref="GuestException"/> with the reason where it cannot be judged.
    /// </summary>
    public static ScratchDisks Open(string storage)
    {
        if (WhyNot(storage) is { } reason)
        {
            throw GuestException.Of(RejectReason.ToolFailed, reason);
        }

        // Storage may be of several machines, each of which knows its own processes only.
        return new ScratchDisks(RunFolder.New(storage, $"costplanner-disks-{Environment.MachineName}-"));
    }

    /// <summary>Why the storage that holds a folder cannot be judged by guests' disks, or null where it can.</summary>
    public static Message? WhyNot(string storage)
    {
        if (!Path.IsPathFullyQualified(storage) || !Directory.Exists(storage))
        {
            return Message.Of("storage.no-folder", ("storage", storage));
        }

        try
        {
            return InMemory.Contains(new DriveInfo(storage).DriveFormat)
                ? Message.Of("storage.in-memory", ("storage", storage))
                : Closed(storage) is { } closed
                    ? Message.Of("storage.closed", ("folder", closed))
                    : WhyNotDirect(storage);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Message.Of("storage.not-written", ("storage", storage), ("why", trouble.Message));
        }
    }

    /// <summary>Makes a disk of so many MiB, full of data that follow from the seed; returns its path.</summary>
    public string Make(string name, int mib, int seed, CancellationToken calledOff)
    {
        if (new DriveInfo(Folder).AvailableFreeSpace / Block < mib + Kept)
        {
            throw GuestException.Of(
                RejectReason.DiskFull, Message.Of("storage.full", ("mebibytes", mib), ("kept", Kept), ("folder", Folder)));
        }

        var path = Path.Combine(Folder, name);
        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            Fill(file, mib, new Random(seed), calledOff);
            RunFolder.HandOver(path);
        }
        catch (IOException full)
        {
            throw GuestException.Of(RejectReason.DiskFull, Message.Of("storage.disk-not-written", ("path", path), ("why", full.Message)));
        }

        return path;
    }

    public void Dispose() => folder.Dispose();

    // What is written is put on the disk and taken from memory, which the run measures, too.
    private static void Fill(FileStream file, int mib, Random random, CancellationToken calledOff)
    {
        var block = new byte[Block];
        for (var written = 0; written < mib; written++)
        {
            calledOff.ThrowIfCancellationRequested();
            random.NextBytes(block);
            file.Write(block);
        }

        file.Flush(flushToDisk: true);
        _ = Linux.Advise((int)file.SafeFileHandle.DangerousGetHandle(), 0, 0, Linux.NotNeeded);
    }

    private static Message? WhyNotDirect(string storage)
    {
        var path = Path.Combine(storage, FormattableString.Invariant($"costplanner-direct-{Environment.ProcessId}-{Guid.NewGuid():N}"));
        try
        {
            File.WriteAllBytes(path, []);
            var file = Linux.Open(path, Linux.ReadAndWrite | Linux.Direct | Linux.CloseOnExec);
            var error = Marshal.GetLastPInvokeError();
            _ = file < 0 ? 0 : Linux.Close(file);
            return file < 0 ? Message.Of("storage.not-direct", ("storage", storage), ("why", Linux.Words(error))) : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // The folder on the way to the storage that nobody may not pass, or null.
    private static string? Closed(string storage)
    {
        for (var each = ProcessLimits.GivesUpRights ? new DirectoryInfo(storage) : null; each is not null; each = each.Parent)
        {
            if (!each.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return each.FullName;
            }
        }

        return null;
    }
}
