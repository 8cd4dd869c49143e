using System.IO.Compression;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>What gzip unfolds, for as long as it stays within what a sound file unfolds to; then <see cref="TooLargeException"/>.</summary>
internal sealed class UnpackedStream(Stream packed, long mostBytes) : Stream
{
    private readonly GZipStream content = new(packed, CompressionMode.Decompress);
    private long unfolded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => unfolded;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        unfolded += read;
        return unfolded <= mostBytes && (unfolded <= InputLimits.UnaskedBytes || unfolded / InputLimits.MostRatio <= packed.Position)
            ? read
            : throw new TooLargeException(Message.Of(
                "too-large.unfolds", ("mib", unfolded >> 20), ("most", mostBytes >> 20), ("ratio", InputLimits.MostRatio)));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
