using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Sections;

/// <summary>Every assumption with value, range, unit, source and date; the exchange rates; how it was computed.</summary>
internal static class AssumptionsSection
{
    private const int Decimals = 6;

    public static Section Of(BusinessCase result)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TableOf(result));
        if (RatesTable.Of(result) is { } rates)
        {
            blocks.Add(rates);
        }

        blocks.Add(Method.Of(result));
        return new Section("assumptions", "9", "Assumptions and method", Lead(result), blocks.ToImmutable());
    }

    /// <summary>The anchor of an assumption.</summary>
    public static string Anchor(string id) => $"assumption-{id}";

    private static string Lead(BusinessCase result)
    {
        var all = result.Assumptions.All;
        var changed = all.Count(each => ChangesOf(result, each.Id).Any());
        return $"{Printed.Count(all.Length, "assumption")}, {Printed.Whole(changed)} of them changed by the scenario, "
            + $"{Printed.Whole(all.Count(each => each.Provenance.IsPlaceholder))} without a source (grade M).";
    }

    private static Table TableOf(BusinessCase result) => new()
    {
        Caption = "Assumptions: the value used, the range that is plausible, and where it comes from",
        Columns =
        [
            new Column("Assumption", Width: 30), new Column("Value", true), new Column("Low to high", true), new Column("Unit", Width: 13),
            new Column("Source, date and grade", Width: 33),
        ],
        Rows = [.. InOrder(result.Assumptions).Select(each => RowOf(each, result))],
        Note = SourcesAppendix.Grades,
    };

    private static IEnumerable<Assumption> InOrder(AssumptionSet set) => AssumptionIds.All
        .Where(set.Knows)
        .Select(id => set[id])
        .Concat(set.All.Where(each => !AssumptionIds.All.Contains(each.Id)));

    private static Row RowOf(Assumption each, BusinessCase result)
    {
        var changes = string.Join("; ", ChangesOf(result, each.Id));
        var provenance = each.Provenance;
        return new Row(
        [
            new Cell(each.Label) { Below = changes.Length == 0 ? null : changes },
            new Cell(Printed.Number(each.Likely, Decimals), provenance.IsPlaceholder ? Tone.Placeholder : Tone.Strong),
            new Cell($"{Printed.Number(each.Low, Decimals)} to {Printed.Number(each.High, Decimals)}", Tone.Quiet),
            new Cell(each.Unit),
            new Cell(provenance.Source, Tone.Quiet) { Below = $"{provenance.Date}, grade {Wording.Of(provenance.Grade)}, {provenance.Row}" },
        ],
        Anchor: Anchor(each.Id));
    }

    private static IEnumerable<string> ChangesOf(BusinessCase result, string id)
    {
        var scenario = result.Inputs.Scenario;
        var before = result.Inputs.Assumptions;
        if (scenario.Assumptions.Any(change => change.Id == id) && before.Knows(id))
        {
            yield return $"changed by the scenario; was {Printed.Number(before.Of(id), Decimals)}";
        }

        foreach (var option in scenario.Options)
        {
            foreach (var change in option.Assumptions.Where(change => change.Id == id))
            {
                yield return $"{Printed.Number(change.Value, Decimals)} for {option.Name}";
            }
        }
    }
}
