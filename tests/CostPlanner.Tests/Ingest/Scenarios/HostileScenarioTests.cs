using System.Collections.Immutable;
using System.Text;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>A scenario that was made to harm, or that broke on its way, is refused with file and row before the YAML library builds anything of it.</summary>
public sealed class HostileScenarioTests : IDisposable
{
    private const string Sound = "title: T\nas_of: 2026-10-01\ncurrency: EUR\nhorizon_years: 5\ninventory: e.xlsx\nfailover: 1\nbaseline: a\noptions:\n  - {id: a, name: A, platform: kvm}\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_scenario_that_the_others_are_made_from_is_sound() => Assert.Empty(Read(Sound));

    [Theory]
    [InlineData("a: [b,\nc:\n  - d: 1\n    e: 2\n", 1)]
    [InlineData("products: [a,\ncurrency: USD\nx: 1\n", 1)]
    [InlineData("a: [b,\n  - c\n", 2)]
    [InlineData("a: [b,\n- c\n", 2)]
    [InlineData("a: {b: c\nd: e\n", 1)]
    [InlineData(Sound + "contract:\n  products: [vmware-vvf-3y\n\n# more\nquotes:\n  - product: x\n", 12)]
    [InlineData(Sound + "contract:\n  products: [vmware-vvf-3y,\n\n# more\n", 11)]
    [InlineData(Sound + "x: \"never closed\n", 10)]
    [InlineData(Sound + "x: 'never closed\n", 10)]
    [InlineData(Sound + "\tx: 1\n", 10)]
    [InlineData("{{{{", 1)]
    [InlineData("]", 1)]
    [InlineData("&a", 1)]
    [InlineData("a: |9\n", 1)]
    [InlineData("%YAML 9.9\n---\na: 1\n", 1)]
    public void Brackets_that_are_not_closed_and_other_breaks_are_told_with_their_row(string text, int latestRow)
    {
        var findings = Read(text);

        Assert.Contains(findings, each => each.Severity == Severity.Error);
        Assert.All(findings, each => Assert.Equal("test.yaml", each.Place.File));
        Assert.Contains(findings, each => each.Place.Row is null || each.Place.Row <= latestRow + 8);
        Assert.All(findings, each => Assert.DoesNotContain("Exception", each.Message.Words(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Brackets_nested_60000_deep_are_refused_and_overflow_no_stack(char begin, char end)
    {
        // A brace within a brace is a key that is no text, which is told once for its row.
        var findings = Read($"a: {new string(begin, 60_000)}{new string(end, 60_000)}\n");

        Assert.InRange(findings.Length, 1, 2);
        Assert.Equal(("not-a-scenario", 1), (findings[^1].Code, findings[^1].Place.Row));
        Assert.Contains("nested more than 64 deep", findings[^1].Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_nested_by_their_indents_are_refused_too() =>
        Assert.Contains("nested more than 64 deep", Assert.Single(Read(string.Concat(Enumerable.Repeat("- ", 30_000)) + "a\n")).Message.Words(), StringComparison.Ordinal);

    [Fact]
    public void Sixty_levels_are_read() => // 1 map, 60 lists: below 64. The key is unknown, and that is all.
        Assert.Equal("unknown-key", Assert.Single(Read(Sound + $"deep: {new string('[', 60)}{new string(']', 60)}\n")).Code);

    [Fact]
    public void Aliases_that_unfold_to_billions_are_counted_and_not_unfolded()
    {
        // a has 9 texts; each line has 9 of the line before: b 81, c 729, d 6,561, e 59,049, f 531,441 texts, g more than 1,000,000: row 7.
        var text = new StringBuilder("a: &a [l,l,l,l,l,l,l,l,l]\n");
        foreach (var letter in "bcdefghij")
        {
            var before = (char)(letter - 1);
            text.Append(letter).Append(": &").Append(letter).Append(" [").AppendJoin(',', Enumerable.Repeat($"*{before}", 9)).Append("]\n");
        }

        var finding = Assert.Single(Read(text + "? *j\n: 1\n"));

        Assert.Equal(7, finding.Place.Row);
        Assert.Contains("unfold", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("? &x [*x]\n: 1\n", 1)]
    [InlineData("a: &x [*x]\n", 1)]
    [InlineData("a: 1\nb: &x {c: {d: *x}}\n", 2)]
    public void An_anchor_that_holds_itself_is_refused(string text, int row) =>
        Assert.Contains(Read(text), each => each.Place.Row == row && each.Message.Contains("stands within what it stands for", StringComparison.Ordinal));

    [Theory]
    [InlineData("? [a, b]\n: 1\n")]
    [InlineData("? {a: b}\n: 1\n")]
    [InlineData("{[a]: 1}\n")]
    [InlineData("a: &k text\n? *k\n: 1\n")]
    public void A_key_that_is_no_text_is_a_finding(string text) => Assert.Contains(Read(Sound + text.Replace("{[a]", "x: {[a]", StringComparison.Ordinal)), each => each.Code == "bad-key" && each.Place.Row >= 10);

    [Theory]
    [InlineData("title: \"a\\e]0;pwned\\a\"", "U+001B")]
    [InlineData("title: \"a\\u202Eb\"", "U+202E")]
    [InlineData("title: \"a\\0b\"", "U+0000")]
    [InlineData("title: \"a\\x9Bb\"", "U+009B")]
    [InlineData("title: a\u0007b", "U+0007")]
    [InlineData("title: a\0b", "U+0000")]
    [InlineData("title: a\u202Eb", "U+202E")]
    [InlineData("title: \"\\ud800\"", "")]
    public void What_steers_a_terminal_or_turns_writing_is_refused_as_it_is_and_escaped(string line, string named)
    {
        var findings = Read("# first\n" + Sound.Replace("title: T", line, StringComparison.Ordinal));

        Assert.Contains(findings, each => each.Severity == Severity.Error && each.Place.Row == 2 && each.Message.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Behind_a_NUL_nothing_is_lost_in_silence() => // The library takes it for the end: the options behind it would not be there.
        Assert.Equal(9, Assert.Single(Read(Sound.Replace("  - {id", "\0 - {id", StringComparison.Ordinal))).Place.Row);

    [Theory]
    [InlineData("title: &t !!python/object/apply:os.system [x]")]
    [InlineData("title: !include /etc/passwd")]
    [InlineData("title: *db")]
    [InlineData("title: T\ntitle: U")]
    [InlineData("title: T\nhorizon_years: 1e999")]
    [InlineData("<<: {title: T}")]
    [InlineData("title: T\n---\ntitle: U")]
    public void Tags_strange_aliases_doubled_keys_merges_and_second_documents_are_refused(string line)
    {
        var text = Sound.Replace("horizon_years: 5\n", line.Contains("horizon", StringComparison.Ordinal) ? "" : "horizon_years: 5\n", StringComparison.Ordinal);

        Assert.Contains(Read(text.Replace("title: T", line, StringComparison.Ordinal)), each => each is { Severity: Severity.Error, Place.Row: > 0 });
    }

    [Fact]
    public void Empty_text_comments_alone_and_a_list_are_no_scenario()
    {
        Assert.Equal("not-a-scenario", Assert.Single(Read("# nothing\n")).Code);
        Assert.Equal("not-a-scenario", Assert.Single(Read("- a\n")).Code);
        Assert.Equal("not-a-scenario", Assert.Single(Read("\n\n")).Code);
    }

    [Fact]
    public void A_mark_at_the_start_is_skipped_and_bytes_that_are_no_text_are_refused()
    {
        Assert.Empty(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound)]));
        Assert.Empty(Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sound)]));
        Assert.Equal("file-encoding", Assert.Single(Read([.. Encoding.UTF8.GetBytes("title: "), 0xFF, (byte)'\n'])).Code);
        Assert.Equal("file-encoding", Assert.Single(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("title: "), 0xFF])).Code);
    }

    [Fact]
    public void A_file_larger_than_any_scenario_is_not_read()
    {
        using (var file = File.Create(folder.At("test.yaml")))
        {
            file.SetLength(100L << 20);
        }

        Assert.Equal("file-too-large", Assert.Single(ScenarioFile.Read(folder.At("test.yaml")).Findings).Code);
    }

    [Fact]
    public void A_line_of_millions_of_letters_is_read() =>
        Assert.Equal("unknown-key", Assert.Single(Read(Sound + $"long: {new string('x', 5_000_000)}\n")).Code);

    private ImmutableArray<Finding> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private ImmutableArray<Finding> Read(byte[] bytes)
    {
        File.WriteAllBytes(folder.At("test.yaml"), bytes);
        var reading = ScenarioFile.Read(folder.At("test.yaml"));
        Assert.Equal(reading.Value is null, reading.Findings.Any(each => each.Severity == Severity.Error));
        return reading.Findings;
    }
}
