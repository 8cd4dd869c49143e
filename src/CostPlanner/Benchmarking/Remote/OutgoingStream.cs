namespace CostPlanner.Benchmarking.Remote;

/// <summary>
/// Hands on what is written and counts it; writing ends when the work is called off, and with an <see cref="EndOfStreamException"/> when nobody takes it.
/// </summary>
internal sealed class OutgoingStream(Stream to, CancellationToken calledOff) : Stream
{
    /// <summary>How many bytes were handed on.</summary>
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        calledOff.ThrowIfCancellationRequested();
        try
        {
            to.Write(buffer);
        }
        catch (IOException broken)
        {
            throw new EndOfStreamException("nobody takes what is sent", broken);
        }

        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // A pipe holds nothing back.
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
