using CostPlanner.Placement;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>How many hosts each option has from which month on, where that changes.</summary>
internal static class StagesTable
{
    /// <summary>The table; none where every option keeps its hosts.</summary>
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        var months = result.Options.SelectMany(option => option.Stages).Select(stage => stage.From).Distinct().Order().ToList();
        if (months.Count < 2)
        {
            yield break;
        }

        yield return new Table
        {
            Caption = Words.Of("hosts.stages.caption"),
            Columns = [new Column(Words.Of("common.option"), Width: 30), .. months.Select(month => new Column(Words.Of(
                "hosts.stages.from-month",
                ("month", Printed.Whole(month + 1))), true))],
            Rows = [.. result.Options.Select(option => new Row([new Cell(option.Option.Name), .. months.Select(month => Hosts(option, month))]))],
            Note = Words.Of("hosts.stages.note"),
            IsKept = result.Options.Length <= OptionsChapter.Few,
            IsDense = months.Count > 5,
        };
    }

    private static Cell Hosts(OptionCase option, int month)
    {
        HostSpan stage = option.Stages.Last(each => each.From <= month);
        if (!stage.Plan.Holds)
        {
            return Cell.Missing(Words.Of("common.none-fits"));
        }

        var bought = stage.Plan.HostsBought;
        return new Cell(Printed.Whole(stage.Plan.HostsUsed)) { Below = bought == 0 ? null : Words.Of(
            "hosts.stages.new",
            ("bought", Printed.Whole(bought))) };
    }
}
