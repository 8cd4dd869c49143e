using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Findings;

/// <summary>What the input had that the user should know: the first of each kind in full, the rest counted.</summary>
internal static class FindingsChapter
{
    private const int ShownOfAKind = 8;

    public static Section Of(CaseStudy result)
    {
        var findings = result.Findings;
        ImmutableArray<Block> blocks = findings.IsEmpty ? [] : [TableOf(findings)];
        return new Section(ReportOutline.Findings, Words.Of("findings.findings-about-the-input"), Lead(findings), blocks);
    }

    private static string Lead(ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
        {
            return Words.Of("findings.lead");
        }

        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Note, "note") }
            .Select(each => (Count: findings.Count(finding => finding.Severity == each.Item1), Word: each.Item2))
            .Where(each => each.Count > 0)
            .Select(each => Printed.Count(each.Count, each.Word));
        return Words.Of("findings.lead-what-was-found", ("counts", string.Join(", ", counts)));
    }

    private static Table TableOf(ImmutableArray<Finding> findings)
    {
        var kinds = findings.GroupBy(finding => (finding.Severity, finding.Code)).OrderByDescending(kind => kind.Key.Severity);
        return new Table
        {
            Caption = Words.Of("findings.findings-gravest-first"),
            Columns = [new Column(Words.Of("findings.weight"), Width: 9),
            new Column(Words.Of("findings.place"), Width: 24),
            new Column(Words.Of("findings.columns"))],
            Rows = [.. kinds.SelectMany(kind => RowsOf([.. kind]))],
        };
    }

    private static IEnumerable<Row> RowsOf(ImmutableArray<Finding> kind)
    {
        var rows = kind.Take(ShownOfAKind).Select(RowOf);
        var more = kind.Length - ShownOfAKind;
        return more <= 0
            ? rows
            : rows.Append(new Row(
            [
                Cell.Empty,
                Cell.Empty,
                new Cell(Words.Of("findings.rows", ("more", Printed.Whole(more)), ("kind", kind[0].Code)), Tone.Quiet),
            ]));
    }

    private static Row RowOf(Finding finding) => new(
    [
        Weight(finding.Severity),
        new Cell(Sentences.Of(finding.Place)),
        new Cell(Sentence(finding.Message)) { Below = Below(finding) },
    ]);

    private static Cell Weight(Severity severity) => severity switch
    {
        Severity.Error => new Cell(Words.Of("findings.error"), Tone.Strong),
        Severity.Warning => new Cell(Words.Of("findings.warning")),
        _ => new Cell(Words.Of("findings.note"), Tone.Quiet),
    };

    private static string? Below(Finding finding)
    {
        var parts = new[] { finding.Done, finding.Mend }.Where(part => part is { IsNone: false }).Select(part => Sentence(part!)).ToList();
        return parts.Count == 0 ? null : string.Join(" ", parts);
    }

    private static string Sentence(Message message) =>
        Sentences.Of(message) is var text && text.EndsWith('.') ? Wording.Capital(text) : Wording.Capital(text) + ".";
}
