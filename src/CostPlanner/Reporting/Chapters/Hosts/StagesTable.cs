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
            Caption = "Hosts over time, and how many of them are new",
            Columns = [new Column("Option", Width: 30), .. months.Select(month => new Column($"From month {Printed.Whole(month + 1)}", true))],
            Rows = [.. result.Options.Select(option => new Row([new Cell(option.Option.Name), .. months.Select(month => Hosts(option, month))]))],
            Note = "Hosts are sized for the demand at the end of each span, and bought when it needs them; the tables below show the span that needs the most.",
            IsKept = result.Options.Length <= OptionsChapter.Few,
            IsDense = months.Count > 5,
        };
    }

    private static Cell Hosts(OptionCase option, int month)
    {
        HostSpan stage = option.Stages.Last(each => each.From <= month);
        if (!stage.Plan.Holds)
        {
            return Cell.Missing("none fits");
        }

        var bought = stage.Plan.HostsBought;
        return new Cell(Printed.Whole(stage.Plan.HostsUsed)) { Below = bought == 0 ? null : $"{Printed.Whole(bought)} new" };
    }
}
