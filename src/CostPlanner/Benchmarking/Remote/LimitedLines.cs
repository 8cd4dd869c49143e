namespace CostPlanner.Benchmarking.Remote;

/// <summary>Lines of a stream, none longer than a limit, all together no more than another; what is beyond is an <see cref="InvalidDataException"/>.</summary>
internal sealed class LimitedLines(Stream from, int longest, long most)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long received;

    /// <summary>The next line without its end; null at the end of the stream, where an unfinished line is none.</summary>
    public byte[]? Next()
    {
        using var line = new MemoryStream();
        while (true)
        {
            var length = buffer.AsSpan(next, end - next).IndexOf((byte)'\n');
            line.Write(buffer, next, length < 0 ? end - next : length);
            next = length < 0 ? end : next + length + 1;
            if (line.Length > longest)
            {
                throw new InvalidDataException(FormattableString.Invariant($"a line of more than {longest} bytes"));
            }

            if (length >= 0)
            {
                return line.ToArray();
            }

            (next, end) = (0, from.Read(buffer));
            received += end;
            if (end == 0)
            {
                return null;
            }

            if (received > most)
            {
                throw new InvalidDataException(FormattableString.Invariant($"more than {most} bytes"));
            }
        }
    }
}
