using System.Buffers;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>What comes out of a stream, read to its end and kept as far as a limit.</summary>
internal sealed class KeptStream
{
    private const int Block = 1 << 16;

    private readonly ArrayBufferWriter<byte> kept = new();
    private readonly int most;
    private bool isCut;

    public KeptStream(Stream from, int most)
    {
        this.most = most;
        Closed = Task.Run(() => ReadAsync(from));
    }

    /// <summary>Done when the stream has ended.</summary>
    public Task Closed { get; }

    /// <summary>Whether the stream has ended and all of it was kept.</summary>
    public bool IsWhole => Closed.IsCompleted && !isCut;

    /// <summary>What was kept so far.</summary>
    public byte[] Kept()
    {
        lock (kept)
        {
            return kept.WrittenSpan.ToArray();
        }
    }

    private async Task ReadAsync(Stream from)
    {
        var buffer = new byte[Block];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                lock (kept)
                {
                    var room = Math.Min(count, most - kept.WrittenCount);
                    kept.Write(buffer.AsSpan(0, room));
                    isCut |= room < count;
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The run is over and nobody listens any more.
            isCut = true;
        }
    }
}
