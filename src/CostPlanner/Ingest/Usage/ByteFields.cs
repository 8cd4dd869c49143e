using System.Text;

namespace CostPlanner.Ingest.Usage;

/// <summary>The fields of a line, blanks around them left out; a field in quotation marks may hold the separator.</summary>
internal sealed class ByteFields(byte separator)
{
    private const byte Quote = (byte)'"';
    private readonly List<(int Start, int Length)> fields = [];

    /// <summary>How many fields the last line had.</summary>
    public int Count => fields.Count;

    /// <summary>Splits a line; false where a quotation mark stands where none may.</summary>
    public bool Split(ReadOnlySpan<byte> line)
    {
        fields.Clear();
        var start = 0;
        while (true)
        {
            var rest = line[start..];
            var length = rest.IndexOf(separator);
            length = length < 0 ? rest.Length : length;
            if (rest[..length].TrimStart(" \t"u8).StartsWith("\""u8))
            {
                var quoted = Quoted(rest);
                if (quoted < 0)
                {
                    return false;
                }

                length = quoted;
            }

            Add(line, start, length);
            start += length + 1;
            if (start > line.Length)
            {
                return true;
            }
        }
    }

    /// <summary>A field of the line that was split last; nothing where the line has too few.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line, int index) =>
        index < fields.Count ? line.Slice(fields[index].Start, fields[index].Length) : [];

    /// <summary>The text of a field, doubled quotation marks undone.</summary>
    public string Text(ReadOnlySpan<byte> line, int index) => Encoding.UTF8.GetString(Of(line, index)).Replace("\"\"", "\"", StringComparison.Ordinal);

    private void Add(ReadOnlySpan<byte> line, int start, int length)
    {
        var field = line.Slice(start, length);
        var blanks = length - field.TrimStart(" \t"u8).Length;
        field = field.Trim(" \t"u8);
        if (field.Length > 1 && field[0] == Quote && field[^1] == Quote)
        {
            fields.Add((start + blanks + 1, field.Length - 2));
        }
        else
        {
            fields.Add((start + blanks, field.Length));
        }
    }

    /// <summary>The length of a field that starts with a quotation mark, up to the separator after it; -1 where it is broken.</summary>
    private int Quoted(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOf(Quote) + 1;
        while (at < rest.Length)
        {
            if (rest[at] != Quote)
            {
                at++;
            }
            else if (at + 1 < rest.Length && rest[at + 1] == Quote)
            {
                at += 2;
            }
            else
            {
                var after = rest[(at + 1)..].TrimStart(" \t"u8);
                return after.Length == 0 ? rest.Length : after[0] == separator ? rest.Length - after.Length : -1;
            }
        }

        return -1;
    }
}
