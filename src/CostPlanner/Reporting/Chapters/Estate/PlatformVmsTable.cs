using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The VMs that are part of the platform of today, and what becomes of them.</summary>
internal static class PlatformVmsTable
{
    private const int Named = 6;

    /// <summary>A table by role; none where there are no such VMs.</summary>
    public static IEnumerable<Block> Of(CaseStudy result)
    {
        var roles = result.Inputs.Inventory.Vms.Where(vm => vm.Part is not null).GroupBy(vm => vm.Part!.Role.Name, StringComparer.Ordinal).ToList();
        if (roles.Count > 0)
        {
            yield return new Table
            {
                Caption = Words.Of("estate.platform-vms.caption"),
                Columns = [
                    new Column(Words.Of("estate.platform-vms.role"), Width: 20),
                    new Column("VMs", Width: 26),
                    new Column(Words.Of("estate.platform-vms.known-by"), Width: 12),
                    new Column(Words.Of("estate.platform-vms.carried-by"), Width: 16),
                    new Column(Words.Of("estate.platform-vms.on-other-platforms")),
                ],
                Rows = [.. roles.Select(role => RowOf(result, [.. role]))],
                Note = Words.Of("estate.platform-vms.note"),
            };
        }
    }

    private static Row RowOf(CaseStudy result, List<VirtualMachine> vms)
    {
        var role = vms[0].Part!.Role;
        var names = string.Join(", ", vms.Take(Named).Select(vm => vm.Name));
        var more = vms.Count > Named ? Words.Of("estate.platform-vms.and-more", ("vms", Printed.Whole(vms.Count - Named))) : "";
        var ids = vms.Select(vm => vm.Id).ToHashSet(StringComparer.Ordinal);
        var options = result.Options.Where(option => option.Demand.OfPlatform.Any(each => ids.Contains(each.Vm.Id)))
            .Select(option => option.Option.Name)
            .ToList();
        return new Row(
        [
            new Cell($"{role.Name}{(role.Provenance.IsPlaceholder ? " (M)" : "")}"),
            new Cell($"{Printed.Whole(vms.Count)}: {names}{more}"),
            new Cell(string.Join("; ", vms.Select(vm => vm.Part!.Why).Distinct().Select(Sentences.Of))),
            new Cell(
                options.Count > 0
                    ? string.Join(", ", options)
                    : role.TakesCapacity
                    ? Words.Of("estate.platform-vms.no-option")
                    : Words.Of("estate.platform-vms.row")),
            new Cell(role.Elsewhere),
        ]);
    }
}
