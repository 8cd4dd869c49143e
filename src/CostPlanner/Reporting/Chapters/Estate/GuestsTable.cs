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
            Caption = "Guest operating systems of running VMs",
            Columns = [new Column("Guest", Width: 40), new Column("VMs", true), new Column("vCPUs", true), new Column("Memory", true)],
            Rows =
            [
                .. groups.Select(group => RowOf(Wording.Capital(Wording.Of(group.Key)), [.. group], RowKind.Plain)),
                RowOf("All", [.. demand.Running.Select(each => each.Vm)], RowKind.Total),
            ],
            Note = placement.GuestLicences.IsEmpty
                ? null
                : $"Licences that guests carry with them: {string.Join(", ", placement.GuestLicences.Select(licence => Carried(licence, demand)))}.",
        };
    }

    private static string Carried(GuestLicence licence, EstateDemand demand) =>
        $"{licence.Name} by {Printed.Count(demand.Running.Count(each => licence.IsCarriedBy(each.Vm)), "VM")}";

    private static Row RowOf(string label, List<VirtualMachine> vms, RowKind kind) => new(
    [
        new Cell(label),
        new Cell(Printed.Whole(vms.Count)),
        new Cell(Printed.Whole(vms.Sum(vm => vm.VCpus))),
        new Cell(Printed.Size(vms.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory))),
    ],
    kind);
}
