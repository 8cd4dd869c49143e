using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>What the scenario's lists of VMs (leave_out, keep, group) mean in this estate.</summary>
internal static class SelectionsTable
{
    /// <summary>The entries with how many VMs each matched, and the groups; none where the scenario has no lists.</summary>
    public static IEnumerable<Block> Of(CaseStudy result)
    {
        var (scenario, vms) = (result.Inputs.Scenario, result.Inputs.Inventory.Vms);
        Row[] entries = [.. scenario.LeaveOut.Select(entry => RowOf("leave_out", entry)), .. scenario.Keep.Select(entry => RowOf("keep", entry))];
        if (entries.Length > 0)
        {
            yield return new Table
            {
                Caption = Words.Of("estate.selections.caption"),
                Columns = [new Column(Words.Of("estate.selections.list"), Width: 20),
                new Column(Words.Of("estate.selections.entry")),
                new Column(Words.Of("estate.selections.vms-matched"), true, 17)],
                Rows = [.. entries],
            };
        }

        if (!scenario.Groups.IsEmpty)
        {
            yield return new Table
            {
                Caption = Words.Of("estate.selections.groups-of-the-scenario"),
                Columns =
                [
                    new Column(Words.Of("estate.selections.group")),
                    new Column("VMs", true, 10),
                    new Column(Words.Of("estate.selections.running"), true, 10),
                    new Column("vCPUs", true, 10),
                    new Column(Words.Of("common.memory"), true, 14),
                    new Column(Words.Of("estate.selections.disks"), true, 14),
                ],
                Rows = [.. GroupFigures.Of(result).Select(Group)],
                Note = Words.Of("estate.selections.note"),
            };
        }

        Row RowOf(string list, VmSelector entry) => new([new Cell(list), new Cell(entry.ToString()), new Cell(Printed.Whole(vms.Count(entry.Matches)))]);
    }

    private static Row Group(GroupFigures group) => new(
    [
        new Cell(group.Name),
        new Cell(Printed.Whole(group.Vms)),
        new Cell(Printed.Whole(group.Running)),
        new Cell(Printed.Whole(group.VCpus)),
        new Cell(Printed.Size(group.Memory)),
        new Cell(group.DisksUnknown == 0 ? Printed.Size(group.Disk) : Words.Of("estate.selections.or-more", ("disk", Printed.Size(group.Disk)))),
    ]);
}
