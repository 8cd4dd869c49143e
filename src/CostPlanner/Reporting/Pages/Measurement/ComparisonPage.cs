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
            $"A: {a.Id}, B: {b.Id}",
            $"A: {RunPage.ContextOf(a)}; B: {RunPage.ContextOf(b)}",
            DateOnly.FromDateTime((a.Started > b.Started ? a : b).Started.UtcDateTime),
            Verdict(comparison),
            [.. Doubts(comparison), .. Prices(priceA, priceB)],
            [.. Sections(comparison)])
        {
            Kind = "Two candidate servers",
        };
    }

    private static string Verdict(RunComparison comparison)
    {
        var both = comparison.Measures.Where(measure => measure is { A: not null, B: not null }).ToList();
        var (higher, lower) = (
            both.Count(measure => measure.Verdict == DifferenceVerdict.Higher), both.Count(measure => measure.Verdict == DifferenceVerdict.Lower));
        return both.Count == 0
            ? "The two runs have no measure in common."
            : $"Of {Printed.Count(both.Count, "measure")} that both have, B is higher in {Printed.Whole(higher)} and lower in {Printed.Whole(lower)}; for the "
                + $"other {Printed.Whole(both.Count - higher - lower)} no difference is shown.";
    }

    private static IEnumerable<Block> Doubts(RunComparison comparison) =>
        comparison.Doubts.IsEmpty
            ? []
            : [new Notice("These runs are hard to compare",
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
        yield return new Section("measures", "Measure by measure", IntervalCharts.Key, [.. IntervalCharts.Of(comparison), MeasuresTable(comparison)]);
        if (!load.IsEmpty)
        {
            yield return new Section(
                "load",
                "Under a growing load",
                "The same kind of guest on both servers, more and more of them, each at the same share of its own server's speed.",
                load);
        }

        yield return new Section(
            "conditions", "What else differs", comparison.Conditions.IsEmpty
                ? "No other fact or condition differs."
                : "Facts and conditions that are not the same in both.",
            comparison.Conditions.IsEmpty ? [] : [ConditionsTable(comparison)]);
    }

    private static Table MeasuresTable(RunComparison comparison) => new()
    {
        Caption = "All measures, with intervals of 95 %",
        Columns =
        [
            new Column("Measure", Width: 25), new Column("Unit", Width: 11), new Column("Value", true)
            {
                Over = "A",
            }, new Column("Interval", true) { Over = "A" },
            new Column("Value", true) { Over = "B" }, new Column("Interval", true) { Over = "B" }, new Column("p", true), new Column("", Width: 20),
        ],
        Rows = [.. comparison.Measures.Select(measure => new Row([.. MeasuredWords.Cells(measure).Select((text, index) => CellOf(text, index))]))],
        Note = "p: how often so large a difference of the replicates would come about by chance, by permutation; a difference is shown only where it also "
            + "passes an absolute and a relative threshold.",
        IsDense = true,
    };

    /// <summary>The cells as on a terminal, the verdict last.</summary>
    private static Cell CellOf(string text, int index) => index == MeasuredWords.ComparedHeaders.Count - 1 ? new Cell(text, Tone.Strong) : new Cell(text);

    private static Table ConditionsTable(RunComparison comparison) => new()
    {
        Caption = "Conditions",
        Columns = [new Column("", Width: 24), new Column("A", Width: 38), new Column("B")],
        Rows = [.. comparison.Conditions.Select(each => new Row([new Cell(Sentences.Of(each.Name), Tone.Quiet), Side(each.A), Side(each.B)]))],
    };

    private static Cell Side(Message? said) => said is null ? Cell.Missing("not said") : new Cell(Sentences.Of(said));
}
