using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

public sealed class MeasuredNoteTests
{
    private static readonly MeasuredNote Note = new("r-1.a", "PowerEdge R760 (2 sockets), Xeon", new DateOnly(2026, 10, 1), 3.2m, 3.077m, 3.438m, "vCPU per core", 5, "4 before; divided by 1.25");

    [Fact]
    public void A_note_is_one_line_of_words() => Assert.Equal(
        "# measured by run r-1.a on PowerEdge R760 (2 sockets), Xeon (2026-10-01): 3.2, 3.077 to 3.438 vCPU per core, n = 5; 4 before; divided by 1.25",
        Note.ToString());

    [Fact]
    public void What_is_written_is_read_again()
    {
        Assert.Equal(Note, MeasuredNote.Of(Note.ToString()));
        var least = Note with { Host = null, More = null, Low = -0.5m, Value = -0.25m };
        Assert.Equal(least, MeasuredNote.Of(least.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# measured by run r1")]
    [InlineData("# measured by run r1 (2026-13-01): 3, 2 to 4 share, n = 5")]
    [InlineData("# measured by run r1 (2026-10-01): 3.1.4, 2 to 4 share, n = 5")]
    [InlineData("# measured by run r1 (2026-10-01): 3, 2 to 4 share, n = 99999999999")]
    [InlineData("# measured by run ../r1 (2026-10-01): 3, 2 to 4 share, n = 5")]
    [InlineData("# measured by run r1 (2026-10-01): 2 to 4 share, n = 5")]
    public void Anything_else_is_no_note(string comment) => Assert.Null(MeasuredNote.Of(comment));
}
