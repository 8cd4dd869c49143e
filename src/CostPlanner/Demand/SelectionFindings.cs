using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What a scenario's lists of VMs (leave_out, keep, group) did, and what they name in vain.</summary>
internal static class SelectionFindings
{
    private const string LeaveOut = "leave_out";
    private const string Keep = "keep";

    /// <summary>Entries that match nothing, and VMs that are left out.</summary>
    public static IEnumerable<Finding> Of(Inventory inventory, Scenario scenario) =>
    [
        .. scenario.LeaveOut.SelectMany(entry => InVain(inventory, scenario, entry, LeaveOut, "leave-out-unknown", "nothing was left out for it")),
        .. scenario.Keep.SelectMany(entry => InVain(inventory, scenario, entry, Keep, "keep-unknown", "nothing was kept for it")),
        .. scenario.Groups.SelectMany(group => group.Vms.SelectMany(
            entry => InVain(inventory, scenario, entry, $"group \"{group.Name}\"", "group-unknown", "nothing is in the group for it"))),
        .. LeftOutByName(inventory, scenario),
        .. LeftOutByPattern(inventory, scenario),
    ];

    private static IEnumerable<Finding> InVain(Inventory inventory, Scenario scenario, VmSelector entry, string list, string code, string done)
    {
        if (inventory.Vms.Any(entry.Matches))
        {
            return [];
        }

        var known = inventory.Vms.SelectMany(entry.ValuesOf).Distinct(StringComparer.Ordinal).ToList();
        var why = known.Count == 0 && !inventory.Vms.IsEmpty
            ? $"{list} names \"{entry}\", and the inventory does not tell {Words(entry.By)} of any VM"
            : $"{list} names \"{entry}\", which the inventory does not have{NearestName.HintOfPattern(entry.Pattern, known)}";
        return [new Finding(Severity.Warning, code, why, entry.Place with { File = scenario.Name, Column = entry.Place.Column ?? list }, done, "correct the name or remove it")];
    }

    /// <summary>One finding for each VM that is named on its own.</summary>
    private static IEnumerable<Finding> LeftOutByName(Inventory inventory, Scenario scenario) =>
        from vm in inventory.Vms
        where scenario.LeavesOut(vm) && scenario.LeaveOut.Any(entry => !entry.IsPattern && entry.Matches(vm))
        select new Finding(
            Severity.Warning,
            "vm-left-out",
            FormattableString.Invariant($"VM {vm.Name} ({vm.VCpus} vCPUs, {vm.Memory.GiB:#,0.#} GiB) is left out by the scenario"),
            vm.Origin,
            "no option carries it or pays for it",
            "remove it from leave_out once a host is offered that can take it");

    /// <summary>One finding for each entry that may mean many.</summary>
    private static IEnumerable<Finding> LeftOutByPattern(Inventory inventory, Scenario scenario)
    {
        foreach (var entry in scenario.LeaveOut.Where(entry => entry.IsPattern))
        {
            var vms = inventory.Vms.Where(vm => entry.Matches(vm) && scenario.LeavesOut(vm)).ToList();
            if (vms.Count > 0)
            {
                yield return new Finding(
                    Severity.Warning,
                    "vms-left-out",
                    FormattableString.Invariant($"{NamedVms.Count(vms)} ({vms.Sum(vm => vm.VCpus):#,0} vCPUs) left out by the scenario's entry \"{entry}\": {NamedVms.Some(vms)}"),
                    entry.Place with { File = scenario.Name, Column = entry.Place.Column ?? LeaveOut },
                    "no option carries them or pays for them",
                    "narrow the entry, or list the VMs that count under keep");
            }
        }
    }

    private static string Words(VmTrait by) => by switch
    {
        VmTrait.Folder => "the folder",
        VmTrait.Tag => "a tag or custom attribute",
        VmTrait.Cluster => "the cluster",
        VmTrait.GuestOs => "the operating system",
        _ => "the name",
    };
}
