using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The guests of the running VMs by what their licence goes by.</summary>
internal static class GuestsTable
{
    public static Table Of(EstateDemand demand, PlacementRules placement)
    {
        var groups = demand.Running.Select(each => each.Vm).GroupBy(vm => vm.Guest).OrderByDescending(group => group.Count()).ThenBy(group => group.Key);
        return new Table
        {
            Caption = Words.Of("estate.guests.caption"),
            Columns = [new Column(Words.Of("estate.guests.guest"), Width: 40),
            new Column("VMs", true),
            new Column("vCPUs", true),
            new Column(Words.Of("common.memory"), true)],
            Rows =
            [
                .. groups.Select(group => RowOf(Wording.Capital(Wording.Of(group.Key)), [.. group], RowKind.Plain)),
                RowOf(Words.Of("common.all"), [.. demand.Running.Select(each => each.Vm)], RowKind.Total),
            ],
            Note = placement.GuestLicences.IsEmpty
                ? null
                : Words.Of(
                    "estate.guests.note",
                    ("guest-licences", string.Join(", ", placement.GuestLicences.Select(licence => Carried(licence, demand))))),
        };
    }

    private static string Carried(GuestLicence licence, EstateDemand demand) =>
        Words.Of("estate.guests.by", ("licence", licence.Name), ("running", demand.Running.Count(each => licence.IsCarriedBy(each.Vm))));

    private static Row RowOf(string label, List<VirtualMachine> vms, RowKind kind) => new(
    [
        new Cell(label),
        new Cell(Printed.Whole(vms.Count)),
        new Cell(Printed.Whole(vms.Sum(vm => vm.VCpus))),
        new Cell(Printed.Size(vms.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory))),
    ],
    kind);
}
