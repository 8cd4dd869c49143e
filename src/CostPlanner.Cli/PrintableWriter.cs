using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Cli;

/// <summary>
/// A stream that a person may read: whatever is written to it passes <see cref="Printable.Text"/>, so that nothing from a file can steer the terminal.
/// </summary>
internal sealed class PrintableWriter(TextWriter to) : TextWriter
{
    /// <summary>The first half of a character whose second one has not come yet.</summary>
    private char? half;

    /// <summary>What waits for the end of its line, so that nothing that is to be hidden comes in two parts.</summary>
    private readonly StringBuilder line = new();

    /// <summary>What every text passes first; null where nothing is hidden.</summary>
    public Func<string, string>? Hide { get; set; }

    public override Encoding Encoding => to.Encoding;

    public override void Write(char value)
    {
        if (Hide is not null)
        {
            line.Append(value);
        }
        else if (half is { } first)
        {
            half = null;
            to.Write(Printable.Text($"{first}{value}"));
        }
        else if (char.IsHighSurrogate(value))
        {
            half = value;
        }
        else
        {
            to.Write(Printable.Text(value.ToString()));
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (Hide is not null)
        {
            line.Append(value);
            return;
        }

        to.Write(Printable.Text(half is { } first ? first + value : value));
        half = null;
    }

    public override void WriteLine()
    {
        EndHalf();
        to.WriteLine();
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        WriteLine();
    }

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        Write(buffer);
        WriteLine();
    }

    public override void Flush()
    {
        EndHalf();
        to.Flush();
    }

    private void EndHalf()
    {
        if (Hide is { } hide && line.Length > 0)
        {
            var text = line.ToString();
            line.Clear();
            to.Write(Printable.Text(hide(text)));
        }

        if (half is { } alone)
        {
            half = null;
            to.Write(Printable.Text(alone.ToString()));
        }
    }
}
