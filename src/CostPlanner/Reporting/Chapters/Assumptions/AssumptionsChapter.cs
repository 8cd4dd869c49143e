using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>
/// Every assumption with value, range, unit, source and date, and what was measured of those that a run can set; the exchange rates; how it was computed.
/// </summary>
internal static class AssumptionsChapter
{
    private const int Decimals = 6;

    public static Section Of(CaseStudy result)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(MeasuredTable.Of(result));
        blocks.Add(TableOf(result));
        if (RatesTable.Of(result) is { } rates)
        {
            blocks.Add(rates);
        }

        blocks.Add(Method.Of(result));
        return new Section(ReportOutline.Assumptions, Words.Of("assumptions.assumptions-and-what"), Lead(result), blocks.ToImmutable());
    }

    /// <summary>The anchor of an assumption.</summary>
    public static string Anchor(string id) => $"assumption-{id}";

    /// <summary>A value or an end of a range, as these tables print it.</summary>
    public static string Text(decimal value) => Printed.Number(value, Decimals);

    /// <summary>The source of an assumption, its date and grade, and our row that holds it.</summary>
    public static Cell SourceOf(Provenance provenance) => new(Sentences.Of(provenance.Source), Tone.Quiet)
    {
        Below = string.Join(
            ", ",
            new[] { provenance.Date, Words.Of("assumptions.grade", ("grade", Wording.Of(provenance.Grade))), provenance.Row }.Where(part => part.Length > 0)),
    };

    /// <summary>The label of an assumption, and below it what the scenario changed.</summary>
    public static Cell LabelOf(Assumption each, CaseStudy result)
    {
        var changes = string.Join("; ", ChangesOf(result, each.Id));
        return new Cell(Sentences.Of(each.Label)) { Below = changes.Length == 0 ? null : changes };
    }

    private static string Lead(CaseStudy result)
    {
        var all = result.Assumptions.All;
        var changed = all.Count(each => ChangesOf(result, each.Id).Any());
        var measurable = MeasuredTable.Measurable(result).ToList();
        var measured = measurable.Count(each => MeasuredTable.NoteOf(result, each.AssumptionId) is not null);
        return Words.Of(
            "assumptions.lead-of-them-changed",
            ("all", all.Length),
            ("changed", Printed.Whole(changed)),
            ("all-2", Printed.Whole(all.Count(each => each.Provenance.IsPlaceholder))),
            ("measurable", measurable.Count == 0
                ? ""
                : Words.Of(
                    "assumptions.lead",
                    ("measurable", Printed.Whole(measurable.Count)),
                    ("measured", measured == 0 ? Words.Of("assumptions.none-was") : $"{Printed.Whole(measured)} {(measured == 1 ? "was" : "were")}"))));
    }

    private static Table TableOf(CaseStudy result) => new()
    {
        Caption = Words.Of("assumptions.caption"),
        Columns =
        [
            new Column(Words.Of("common.assumption"), Width: 30),
            new Column(Words.Of("common.value"), true),
            new Column(Words.Of("assumptions.low-to-high"), true),
            new Column(Words.Of("common.unit"), Width: 13),
            new Column(Words.Of("common.source-date-and-grade"), Width: 33),
        ],
        Rows = [.. InOrder(result.Assumptions).Where(each => !MeasuredTable.Holds(each.Id)).Select(each => RowOf(each, result))],
        Note = SourcesAppendix.Grades,
    };

    private static IEnumerable<Assumption> InOrder(AssumptionSet set) => KnownAssumptions.All.Where(key => set.Knows(key.Id)).Select(key => set[key.Id]);

    private static Row RowOf(Assumption each, CaseStudy result) => new(
    [
        LabelOf(each, result),
        new Cell(Text(each.Likely), each.Provenance.IsPlaceholder ? Tone.Placeholder : Tone.Strong),
        new Cell(Words.Of("assumptions.to", ("text", Text(each.Low)), ("text-2", Text(each.High))), Tone.Quiet),
        new Cell(each.Unit),
        SourceOf(each.Provenance),
    ],
    Anchor: Anchor(each.Id));

    private static IEnumerable<string> ChangesOf(CaseStudy result, string id)
    {
        var scenario = result.Inputs.Scenario;
        var before = result.Inputs.Assumptions;
        if (scenario.Assumptions.LastOrDefault(change => change.Id == id) is { } own && before.Knows(id))
        {
            yield return Words.Of(
                "assumptions.was",
                ("value", own.Measured is null ? Words.Of("assumptions.changed-by-the-scenario") : "measured"),
                ("text", Text(before.Of(id))));
        }

        foreach (var option in scenario.Options)
        {
            foreach (var change in option.Assumptions.Where(change => change.Id == id))
            {
                yield return Words.Of("assumptions.for", ("text", Text(change.Value)), ("option", option.Name));
            }
        }
    }
}
