using System.Globalization;
using System.Text;
using System.Xml;

namespace CostPlanner.Reporting.Html.Elements;

/// <summary>Writes elements and text, all text escaped; what it writes is well-formed XML too.</summary>
internal sealed class Markup
{
    private readonly StringBuilder written = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element; a null attribute is left out.</summary>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        written.Append('>');
        open.Push(element);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public Markup Close()
    {
        written.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>Closes the element that was opened last, and ends the line.</summary>
    public Markup CloseLine()
    {
        Close();
        written.Append('\n');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Markup Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        written.Append("/>");
        return this;
    }

    /// <summary>An element that holds text alone.</summary>
    public Markup Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Text, escaped.</summary>
    public Markup Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>The end of a line of the source, which the reader does not see.</summary>
    public Markup Line()
    {
        written.Append('\n');
        return this;
    }

    /// <summary>What is not escaped: our own style sheet.</summary>
    public Markup Raw(string own)
    {
        written.Append(own);
        return this;
    }

    /// <summary>All that was written.</summary>
    public override string ToString() => open.Count == 0
        ? written.ToString()
        : throw new InvalidOperationException($"<{open.Peek()}> was not closed");

    /// <summary>A coordinate or length as an attribute's value.</summary>
    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        written.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                written.Append(' ').Append(name).Append("=\"");
                Escape(value);
                written.Append('"');
            }
        }
    }

    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            written.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                // Names read from a file may hold characters that no document may: each becomes a replacement character.
                _ when rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) => Rune.ReplacementChar.ToString(),
                _ => rune.ToString(),
            });
        }
    }
}
