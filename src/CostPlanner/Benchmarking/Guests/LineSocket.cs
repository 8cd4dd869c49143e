using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>Lines over a UNIX socket of QEMU's, each with a deadline, none longer than a limit, all together no more than another.</summary>
internal sealed class LineSocket : IDisposable
{
    /// <summary>The longest line, its end not counted.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>What may come over one socket in its life.</summary>
    public const int MostBytes = 64 << 20;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ToSend = TimeSpan.FromSeconds(2);

    private readonly Socket socket;
    private readonly CancellationToken calledOff;
    private readonly byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long received;

    private LineSocket(Socket socket, CancellationToken calledOff) => (this.socket, this.calledOff) = (socket, calledOff);

    /// <summary>Connects; waits for the socket to be there until the deadline or until nobody lives who could make it.</summary>
    public static LineSocket Connect(string path, TimeSpan deadline, Func<bool> isAlive, CancellationToken calledOff)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            calledOff.ThrowIfCancellationRequested();
            var hasLived = isAlive();
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = (int)ToSend.TotalMilliseconds };
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return new LineSocket(socket, calledOff);
            }
            catch (SocketException absent)
            {
                socket.Dispose();
                if (!hasLived || waited.Elapsed > deadline)
                {
                    throw GuestException.Of(hasLived ? RejectReason.BootDeadline : RejectReason.QemuMissing,
                        Message.Of("guest.no-socket", ("why", absent.Message)));
                }

                Thread.Sleep(TimeSpan.FromMilliseconds(10));
            }
        }
    }

    /// <summary>Sends a line; its end is added.</summary>
    public void Send(string line)
    {
        try
        {
            socket.Send(Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (SocketException trouble)
        {
            throw trouble.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock
                ? GuestException.Of(RejectReason.CommandDeadline, Message.Of("guest.not-taken"))
                : GuestException.Of(RejectReason.GuestDied, Message.Of("guest.nobody", ("why", trouble.Message)));
        }
    }

    /// <summary>The next line without its end; null when none came whole within the time.</summary>
    public byte[]? Line(TimeSpan deadline)
    {
        var waited = Stopwatch.StartNew();
        using var line = new MemoryStream();
        while (true)
        {
            var length = buffer.AsSpan(next, end - next).IndexOf((byte)'\n');
            line.Write(buffer, next, length < 0 ? end - next : length);
            next = length < 0 ? end : next + length + 1;
            if (line.Length > LongestLine)
            {
                throw GuestException.Of(RejectReason.Flood, Message.Of("guest.long-line", ("bytes", LongestLine)));
            }

            if (length >= 0)
            {
                return line.ToArray();
            }

            if (!Fill(waited, deadline))
            {
                return null;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private bool Fill(Stopwatch waited, TimeSpan deadline)
    {
        try
        {
            while (!socket.Poll(Slice, SelectMode.SelectRead))
            {
                calledOff.ThrowIfCancellationRequested();
                if (waited.Elapsed > deadline)
                {
                    return false;
                }
            }

            calledOff.ThrowIfCancellationRequested();
            (next, end) = (0, socket.Receive(buffer));
        }
        catch (SocketException trouble)
        {
            throw GuestException.Of(RejectReason.GuestDied, Message.Of("guest.broken-line", ("why", trouble.Message)));
        }

        received += end;
        return end == 0
            ? throw GuestException.Of(RejectReason.GuestDied, Message.Of("guest.ended"))
            : received > MostBytes
                ? throw GuestException.Of(RejectReason.Flood, Message.Of("guest.flood", ("bytes", MostBytes)))
                : waited.Elapsed <= deadline;
    }
}
