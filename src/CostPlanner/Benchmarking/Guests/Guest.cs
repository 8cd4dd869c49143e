using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>
/// One guest, from its QEMU's start to its end. What goes wrong is a <see cref="GuestException"/> with the reason; the guest is ended by then, and its
/// console's end kept.
/// </summary>
internal sealed class Guest : IDisposable
{
    private const int TailBytes = 4096;
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ForPoliteness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ForClock = TimeSpan.FromSeconds(30);

    private readonly GuestLine line;
    private readonly string folder;
    private readonly Process process;
    private readonly CancellationToken calledOff;
    private readonly StringBuilder errors = new();
    private readonly Lock ending = new();
    private Qmp? qmp;
    private GuestChannel? channel;
    private bool hasEnded;

    internal Guest(GuestLine line, string folder, Process process, CancellationToken calledOff)
    {
        (this.line, this.folder, this.process, this.calledOff) = (line, folder, process, calledOff);
        ProcessId = process.Id;
        Command = [process.StartInfo.FileName, .. process.StartInfo.ArgumentList];
        process.StandardInput.Close();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its name in the run.</summary>
    public string Name => line.Name;

    /// <summary>The number of its QEMU process.</summary>
    public int ProcessId { get; }

    /// <summary>The command that started it, QEMU's arguments included, word by word.</summary>
    public ImmutableArray<string> Command { get; }

    /// <summary>The end of its console when it was ended for a fault, at most 4 KiB, fit to be shown; null before.</summary>
    public string? ConsoleTail { get; private set; }

    /// <summary>Lets it run.</summary>
    public void Continue() => Guarded(() =>
    {
        qmp!.Continue();
        return true;
    });

    /// <summary>How it is, in QEMU's word: "prelaunch" before it runs, then "running".</summary>
    public string Status() => Guarded(() => qmp!.Status());

    /// <summary>Waits for it to say that it is up.</summary>
    public GuestBoot Boot(TimeSpan deadline) => Guarded(() => channel!.Boot(deadline));

    /// <summary>Asks for one command and waits for its answer.</summary>
    public GuestAnswer Ask(string command, TimeSpan deadline) => Guarded(() => channel!.Ask(command, deadline));

    /// <summary>Asks for one command between two readings of the guest's clock, which must agree with the host's.</summary>
    public GuestAnswer Timed(string command, TimeSpan deadline) => Guarded(() =>
    {
        var before = channel!.Ask("clk", ForClock);
        var answer = channel.Ask(command, deadline);
        var after = channel.Ask("clk", ForClock);
        return ClockRule.Check(before, after) is { } wrong ? throw GuestException.Of(wrong.Reason, wrong.Words) : answer;
    });

    /// <summary>Ends it: QEMU is asked, then after 2 s killed with its group. Twice is once.</summary>
    public void Dispose()
    {
        lock (ending)
        {
            if (hasEnded)
            {
                return;
            }

            hasEnded = true;
            if (!process.HasExited && !EndsPolitely())
            {
                ProcessGroup.End(process);
            }

            process.WaitForExit(ForPoliteness);
            channel?.Dispose();
            qmp?.Dispose();
            process.Dispose();
        }
    }

    internal void Connect() => Guarded(() =>
    {
        qmp = new Qmp(LineSocket.Connect(line.QmpIn(folder), ToConnect, () => !process.HasExited, calledOff));
        channel = new GuestChannel(LineSocket.Connect(line.ChannelIn(folder), ToConnect, () => !process.HasExited, calledOff));
        return line.Accelerator == Accelerator.Kvm && !qmp.HasKvm()
            ? throw GuestException.Of(RejectReason.NotHardware, Message.Of("guest.no-kvm"))
            : true;
    });

    private T Guarded<T>(Func<T> act)
    {
        ObjectDisposedException.ThrowIf(hasEnded, this);
        try
        {
            return act();
        }
        catch (GuestException trouble)
        {
            Dispose();
            ConsoleTail = Tail();
            throw GuestException.Of(Reason(trouble.Rejection.Reason),
                Message.Of("guest.trouble", ("guest", Name), ("trouble", trouble.Rejection.Words), ("refusal", Refusal)));
        }
        catch (OperationCanceledException)
        {
            Dispose();
            throw;
        }
    }

    // QEMU that ends before it was reached has refused its line; with a panic it ends as with any other end, and only the console tells them apart.
    private RejectReason Reason(RejectReason seen) => seen switch
    {
        RejectReason.GuestDied when channel is null => RejectReason.QemuMissing,
        RejectReason.GuestDied when ConsoleTail!.Contains("Kernel panic", StringComparison.Ordinal) => RejectReason.GuestPanic,
        _ => seen,
    };

    // Why QEMU would not begin is in its own words only.
    private Message Refusal => channel is null && ConsoleTail!.Trim() is { Length: > 0 } words ? Message.Of("guest.qemu-says", ("said", words)) : Message.None;

    private bool EndsPolitely()
    {
        try
        {
            qmp?.Quit(ForPoliteness);
        }
        catch (Exception deaf) when (deaf is GuestException or OperationCanceledException)
        {
            // Called off or out of reach; whether it ends is seen below.
        }

        return process.WaitForExit(calledOff.IsCancellationRequested || qmp is null ? TimeSpan.Zero : ForPoliteness);
    }

    private string Tail()
    {
        string said;
        lock (errors)
        {
            said = errors.ToString();
        }

        try
        {
            using var console = new FileStream(line.ConsoleIn(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            console.Seek(-Math.Min(console.Length, TailBytes), SeekOrigin.End);
            var bytes = new byte[TailBytes];
            said += Encoding.UTF8.GetString(bytes, 0, console.ReadAtLeast(bytes, TailBytes, throwOnEndOfStream: false));
        }
        catch (IOException)
        {
            // QEMU did not come so far as to open it.
        }

        var shown = Printable.Lines(said);
        return shown[^Math.Min(shown.Length, TailBytes)..];
    }

    private void Keep(object sender, DataReceivedEventArgs written)
    {
        lock (errors)
        {
            errors.Append(written.Data is { } text && errors.Length + text.Length < TailBytes ? text + "\n" : "");
        }
    }
}
