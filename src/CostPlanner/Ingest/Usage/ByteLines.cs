namespace CostPlanner.Ingest.Usage;

/// <summary>The lines of a stream as bytes, one after the other, without a string for each: series have millions of them.</summary>
internal sealed class ByteLines(Stream stream)
{
    private const int Room = 1 << 20;
    private const int LongestLine = 1 << 24;
    private byte[] buffer = new byte[Room];
    private int lineStart;
    private int lineLength;
    private int next;
    private int filled;
    private bool ended;

    /// <summary>The number of the current line, the first is 1; 0 before it.</summary>
    public int Number { get; private set; }

    /// <summary>The current line without its end; of use until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineLength);

    /// <summary>Goes to the next line; false at the end. Throws <see cref="InvalidDataException"/> where a line never ends.</summary>
    public bool Read()
    {
        var searched = next;
        while (true)
        {
            var end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return Take(searched + end, searched + end + 1);
            }

            if (ended)
            {
                return next < filled && Take(filled, filled);
            }

            searched = filled - next;
            Fill();
        }
    }

    private bool Take(int end, int following)
    {
        lineStart = next;
        next = following;
        lineLength = end > lineStart && buffer[end - 1] == '\r' ? end - 1 - lineStart : end - lineStart;
        Number++;
        if (Number == 1 && Line.StartsWith("\uFEFF"u8))
        {
            lineStart += "\uFEFF"u8.Length;
            lineLength -= "\uFEFF"u8.Length;
        }

        return true;
    }

    /// <summary>Moves what is left to the front, and reads on behind it.</summary>
    private void Fill()
    {
        var left = buffer.AsSpan(next, filled - next);
        if (left.Length == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new InvalidDataException("a line never ends");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }
        else
        {
            left.CopyTo(buffer);
        }

        (filled, next) = (left.Length, 0);
        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        ended = read == 0;
    }
}
