using CostPlanner.Cli;
using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

/// <summary>Nothing that came from a file can steer a terminal.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("vm-01 äöü 漢字 😀 ½", "vm-01 äöü 漢字 😀 ½")]
    [InlineData("a\u001B]0;pwned\u0007", "a\\u001B]0;pwned\\u0007")]
    [InlineData("a\u009B2Jb", "a\\u009B2Jb")] // the same order in one character
    [InlineData("a\u202Eb\u2066c", "a\\u202Eb\\u2066c")]
    [InlineData("a\bb\u007F", "a\\u0008b\\u007F")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("\U000E0041", "\\uDB40\\uDC41")]
    [InlineData("a\tb\nc\r\nd", "a\tb\nc\r\nd")]
    public void What_steers_is_written_as_JSON_writes_it(string text, string shown) => Assert.Equal(shown, Printable.Text(text));

    // Half of a character does not survive on its way through the test platform's messages as a parameter.
    [Fact]
    public void Half_of_a_character_is_written_as_JSON_writes_it()
    {
        Assert.Equal("a\\uD800b", Printable.Text("a\uD800b"));
        Assert.Equal("\\uDC00", Printable.Text("\uDC00"));
        Assert.Equal("a b", Printable.Text("a\rb"));
        Assert.Equal(2, Printable.IndexOfForbidden("😀\uDC00"));
    }

    [Fact]
    public void A_cell_of_a_table_stays_on_its_line() => Assert.Equal("a b c\\u001B", Printable.OnOneLine("a\nb\tc\u001B"));

    [Fact]
    public void A_terminal_passes_everything_through_it()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, false);

        terminal.Out.WriteLine("\u001B[31m");
        terminal.Out.Write('\u001B');
        terminal.Out.Write(['\u009B', 'x'], 0, 2);
        terminal.Out.Write("😀"[0]);
        terminal.Out.Write("😀"[1]);
        terminal.Out.Write('\uD800');
        terminal.Out.Flush();
        terminal.Write(["\u001Bh"], [["a\n\u202E"]]);
        terminal.Write([new Finding(Severity.Error, "x", "m\u001B\nerror: forged", new SourcePlace("f\u0007"))]);
        terminal.Error.WriteLine("{0}", "\u001B");

        Assert.Equal("\\u001B[31m\n\\u001B\\u009Bx😀\\uD800\\u001Bh\na \\u202E\n", output.ToString());
        Assert.Equal("error: f\\u0007: m\\u001B error: forged.\n\\u001B\n", error.ToString());
    }

    [Theory]
    [InlineData("a\nb\tc\r\n😀\u200D", -1)]
    [InlineData("a\u001B", 1)]
    [InlineData("\u2067", 0)]
    public void What_no_text_of_a_person_has_is_found(string text, int at) => Assert.Equal(at, Printable.IndexOfForbidden(text));
}
