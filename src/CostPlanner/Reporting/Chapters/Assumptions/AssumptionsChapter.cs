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
        return new Section(ReportOutline.Assumptions, "Assumptions, and what was measured", Lead(result), blocks.ToImmutable());
    }

    /// <summary>The anchor of an assumption.</summary>
    public static string Anchor(string id) => $"assumption-{id}";

    /// <summary>A value or an end of a range, as these tables print it.</summary>
    public static string Text(decimal value) => Printed.Number(value, Decimals);

    /// <summary>The source of an assumption, its date and grade, and our row that holds it.</summary>
    public static Cell SourceOf(Provenance provenance) => new(Sentences.Of(provenance.Source), Tone.Quiet)
    {
        Below = string.Join(", ", new[] { provenance.Date, $"grade {Wording.Of(provenance.Grade)}", provenance.Row }.Where(part => part.Length > 0)),
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
        return $"{Printed.Count(all.Length, "assumption")}, {Printed.Whole(changed)} of them changed by the scenario, "
            + $"{Printed.Whole(all.Count(each => each.Provenance.IsPlaceholder))} without a source (grade M). "
            + (measurable.Count == 0
                ? ""
                : $"A run on a candidate server can set {Printed.Whole(measurable.Count)} of them; "
                    + $"{(measured == 0 ? "none was" : $"{Printed.Whole(measured)} {(measured == 1 ? "was" : "were")}")} measured.");
    }

    private static Table TableOf(CaseStudy result) => new()
    {
        Caption = "Assumptions that no run on a server can set: the value used, the range that is plausible, and where it comes from",
        Columns =
        [
            new Column("Assumption", Width: 30), new Column("Value", true), new Column("Low to high", true), new Column("Unit", Width: 13),
            new Column("Source, date and grade", Width: 33),
        ],
        Rows = [.. InOrder(result.Assumptions).Where(each => !MeasuredTable.Holds(each.Id)).Select(each => RowOf(each, result))],
        Note = SourcesAppendix.Grades,
    };

    private static IEnumerable<Assumption> InOrder(AssumptionSet set) => KnownAssumptions.All.Where(key => set.Knows(key.Id)).Select(key => set[key.Id]);

    private static Row RowOf(Assumption each, CaseStudy result) => new(
    [
        LabelOf(each, result),
        new Cell(Text(each.Likely), each.Provenance.IsPlaceholder ? Tone.Placeholder : Tone.Strong),
        new Cell($"{Text(each.Low)} to {Text(each.High)}", Tone.Quiet),
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
            yield return $"{(own.Measured is null ? "changed by the scenario" : "measured")}; was {Text(before.Of(id))}";
        }

        foreach (var option in scenario.Options)
        {
            foreach (var change in option.Assumptions.Where(change => change.Id == id))
            {
                yield return $"{Text(change.Value)} for {option.Name}";
            }
        }
    }
}
