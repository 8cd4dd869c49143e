using System.Collections.Immutable;
using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>Two runs side by side on a page: what differs, by how much, and what a guest costs on either server.</summary>
public static class ComparisonPage
{
    /// <summary>The page. The same records and prices give the same page.</summary>
    public static ReportDocument Of(RunComparison comparison, GuestPrice? priceA, GuestPrice? priceB)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (a, b) = (comparison.A, comparison.B);
        return new ReportDocument(
            Words.Of("measurement.comparison.runs", ("a", a.Id), ("b", b.Id)),
            Words.Of("measurement.comparison.contexts", ("a", RunPage.ContextOf(a)), ("b", RunPage.ContextOf(b))),
            DateOnly.FromDateTime((a.Started > b.Started ? a : b).Started.UtcDateTime),
            Verdict(comparison),
            [.. Doubts(comparison), .. Prices(priceA, priceB)],
            [.. Sections(comparison)])
        {
            Kind = Words.Of("measurement.comparison.two-candidate-servers"),
        };
    }

    private static string Verdict(RunComparison comparison)
    {
        var both = comparison.Measures.Where(measure => measure is { A: not null, B: not null }).ToList();
        var (higher, lower) = (
            both.Count(measure => measure.Verdict == DifferenceVerdict.Higher), both.Count(measure => measure.Verdict == DifferenceVerdict.Lower));
        return both.Count == 0
            ? Words.Of("measurement.comparison.verdict")
            : Words.Of(
                "measurement.comparison.verdict-of-that-both",
                ("both", both.Count),
                ("higher", Printed.Whole(higher)),
                ("lower", Printed.Whole(lower)),
                ("both-2", Printed.Whole(both.Count - higher - lower)));
    }

    private static IEnumerable<Block> Doubts(RunComparison comparison) =>
        comparison.Doubts.IsEmpty
            ? []
            : [new Notice(Words.Of("measurement.comparison.doubts"),
                [.. comparison.Doubts.Select(Sentences.Of).Select(doubt => $"{char.ToUpperInvariant(doubt[0])}{doubt[1..]}.")])];

    private static IEnumerable<Block> Prices(GuestPrice? a, GuestPrice? b)
    {
        var words = new[] { ("A", a), ("B", b) }.Where(each => each.Item2 is not null)
            .Select(each => MeasuredWords.Sentence(each.Item1, each.Item2!))
            .ToImmutableArray();
        if (words.IsEmpty)
        {
            yield break;
        }

        if (IntervalCharts.Of(a, b) is { } chart)
        {
            yield return chart;
        }

        yield return new Points(words);
    }

    private static IEnumerable<Section> Sections(RunComparison comparison)
    {
        var load = LoadCharts.Of([($"A: {comparison.A.Id}", comparison.A), ($"B: {comparison.B.Id}", comparison.B)]).ToImmutableArray();
        yield return new Section(
            "measures",
            Words.Of("measurement.comparison.measure-by-measure"),
            IntervalCharts.Key,
            [.. IntervalCharts.Of(comparison), MeasuresTable(comparison)]);
        if (!load.IsEmpty)
        {
            yield return new Section(
                "load",
                Words.Of("common.under-a-growing-load"),
                Words.Of("measurement.comparison.sections"),
                load);
        }

        yield return new Section(
            "conditions", Words.Of("measurement.comparison.what-else-differs"), comparison.Conditions.IsEmpty
                ? Words.Of("measurement.comparison.sections-no-other-fact")
                : Words.Of("measurement.comparison.sections-facts-and-conditions"),
            comparison.Conditions.IsEmpty ? [] : [ConditionsTable(comparison)]);
    }

    private static Table MeasuresTable(RunComparison comparison) => new()
    {
        Caption = Words.Of("measurement.comparison.caption"),
        Columns =
        [
            new Column(Words.Of("common.measure"), Width: 25),
            new Column(Words.Of("common.unit"), Width: 11),
            new Column(Words.Of("common.value"), true)
            {
                Over = "A",
            }, new Column(Words.Of("common.interval"), true) { Over = "A" },
            new Column(Words.Of("common.value"), true) { Over = "B" }, new Column(Words.Of("common.interval"), true) { Over = "B" }, new Column("p", true),
            new Column("", Width: 20),
        ],
        Rows = [.. comparison.Measures.Select(measure => new Row([.. MeasuredWords.Cells(measure).Select((text, index) => CellOf(text, index))]))],
        Note = Words.Of("measurement.comparison.note"),
        IsDense = true,
    };

    /// <summary>The cells as on a terminal, the verdict last.</summary>
    private static Cell CellOf(string text, int index) => index == MeasuredWords.ComparedHeaders.Count - 1 ? new Cell(text, Tone.Strong) : new Cell(text);

    private static Table ConditionsTable(RunComparison comparison) => new()
    {
        Caption = Words.Of("common.conditions"),
        Columns = [new Column("", Width: 24), new Column("A", Width: 38), new Column("B")],
        Rows = [.. comparison.Conditions.Select(each => new Row([new Cell(Sentences.Of(each.Name), Tone.Quiet), Side(each.A), Side(each.B)]))],
    };

    private static Cell Side(Message? said) => said is null ? Cell.Missing(Words.Of("common.not-said")) : new Cell(Sentences.Of(said));
}
